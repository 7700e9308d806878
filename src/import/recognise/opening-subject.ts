/** What stands before the subject of a report's first sentence: the year. */
const lead = '(?:(?:20\\d{2}年(?:度|以来|来)?|(?:过去)?一年来|今年以来|本年度|近年来)[，,]?)?';
/** What the subject of a first sentence does. */
const verb =
  '(?:坚持|坚决|认真|深入|全面|紧紧|紧扣|始终|高度|切实|严格|按照|以习近平|积极|扎实|围绕|持续|不断|牢固|充分|大力|聚焦|把法治|将法治|统筹|着力|带头|根据|依据)';
const unit = '自治[区州县旗]|[省市县区州旗盟]';

const joint = new RegExp(
  `(?:^|[，。])${lead}(?:中共)?([\\p{Script=Han}]{0,16}?)(${unit})(党委|委员会|委)[、和与]?([\\p{Script=Han}]{0,16}?)(${unit})?(?:人民政府|政府)${verb}`,
  'u',
);
/** 现将中共芜湖县委、芜湖县人民政府2019年度法治政府建设情况报告如下: both report, whatever the sentence begins with. */
const announced = new RegExp(
  `现(?:将|就)(?:20\\d{2}年(?:度)?)?(?:中共)?([\\p{Script=Han}]{0,16}?)(${unit})(党委|委员会|委)[、和与]?([\\p{Script=Han}]{0,16}?)(${unit})?(?:人民政府|政府)(?:关于)?(?:20\\d{2}年(?:度)?)?[^，。]{0,30}(?:报告|汇报|通报|公布|公示|公开)`,
  'u',
);
const autonomous = new RegExp(`^${lead}(自治[区州县旗])(?:党委[、和与]?(?:自治[区州县旗])?)?(?:人民政府|政府)?${verb}`);

/** Letters of the text's first sentence that are looked at. */
const reach = 120;
/** Letters of the first paragraph within which the report is announced. */
const announcedReach = 500;

const firstParagraph = (text: readonly string[]): string => text.find((paragraph) => paragraph.length > 30) ?? '';
const firstSentence = (text: readonly string[]): string => firstParagraph(text).slice(0, reach).split('。')[0] ?? '';

/** A party committee and a government that a text's first sentence has together as its subject. */
export interface JointSubject {
  /** How the unit's name ends by the sentence: 县, 自治区. */
  readonly suffix: string;
  /** What the sentence writes of the unit's name before that; empty for a bare 县委、县政府. */
  readonly name: string;
  /** Whether the committee's name is written out (中共绩溪县委员会). */
  readonly isWhole: boolean;
}

/**
 * The party committee and government together as the first sentence's subject (县委、县政府坚持……, 中共绩溪县委、绩溪县人民政府
 * 认真……), or as those whose report is announced (现将县委、县政府……情况报告如下); null where it has another one, or only speaks of their lead (在县委、县政府的领导下).
 */
export function jointSubject(text: readonly string[]): JointSubject | null {
  const first = firstSentence(text);
  const [, name = '', suffix = '', committee, again = '', sameSuffix] =
    joint.exec(first) ?? announced.exec(firstParagraph(text).slice(0, announcedReach)) ?? [];
  if (suffix === '') return null;
  if (sameSuffix !== undefined && sameSuffix !== suffix) return null;
  if (again !== '' && name !== '' && again !== name) return null;
  return { suffix, name: name || again, isWhole: committee === '委员会' };
}

/** The kind of autonomous unit that a first sentence has as its subject without a name: 自治区坚持……; null for others. */
export function autonomousSubject(text: readonly string[]): string | null {
  return autonomous.exec(firstSentence(text))?.[1] ?? null;
}
