import type { RuleSet } from '../../archive/lexicons/rule-set-schema.ts';
import type { Level } from '../../archive/region.ts';
import type { Report } from '../../archive/report-schema.ts';
import type { Role } from '../../archive/section.ts';
import type { SearchParagraph } from '../../search/document.ts';
import { type PublicationDay, publicationDay } from './publication-day.ts';

/** What is known of a report beside its text. */
export interface ReportFacts
  extends Pick<Report, 'year' | 'issuerKind' | 'published' | 'sections'>,
    Partial<Pick<Report, 'doubts'>> {
  readonly level: Level;
}

/**
 * Where an item stands: in a section of its `own`, `inside` another, `not-found` in the text held; `unknown` where that
 * text is known not to be the whole report.
 */
export type ItemState = 'own' | 'inside' | 'not-found' | 'unknown';

/** One thing that the rules ask of a report. */
export interface CompletenessItem {
  readonly role: Exclude<Role, 'extra'>;
  readonly state: ItemState;
  /** Asked for only where there is something to say, so that `not-found` says nothing. */
  readonly isOptional: boolean;
  /** Where it stands, without `#`: its heading, or the first paragraph that speaks of it; null where none was found. */
  readonly anchor: string | null;
  /** The heading that it stands under; null where it was not found, or stands under none. */
  readonly heading: string | null;
}

/** What the rules ask of a report, and what stands in the text held: facts, never a verdict. */
export interface Completeness {
  /** Id of the rule set; null where the archive holds none for such a report. */
  readonly ruleSet: string | null;
  readonly items: readonly CompletenessItem[];
  readonly published: PublicationDay;
}

/** The rule set for a report, by its year, level and kind; null where none is held. */
export function ruleSetOf(
  sets: readonly RuleSet[],
  { year, level, issuerKind }: Pick<ReportFacts, 'year' | 'level' | 'issuerKind'>,
): RuleSet | null {
  const isOf = ({ years, levels, issuerKinds }: RuleSet): boolean =>
    years.from <= year && year <= (years.to ?? year) && levels.includes(level) && issuerKinds.includes(issuerKind);
  return sets.find(isOf) ?? null;
}

/** Doubts of an import after which the text may be a part of the report only. */
const cut: ReadonlySet<string> = new Set([
  'text/short',
  'text/elsewhere',
  'text/image',
  'outline/none',
  'pdf/unreadable-letters',
]);

type AskedRole = CompletenessItem['role'];

/** Sentences that speak of an item in a text whose headings do not: rather a place too many than a wrong 未见. */
const spoken: Readonly<Record<AskedRole, RegExp>> = {
  achievements: /成效|举措|措施|全年|截至|共(?:开展|办理|审查|受理)/u,
  shortcomings:
    /(?:还|仍|尚|依然|但|但是|虽然?)[^。；]{0,12}(?:存在|有|需|面临)[^。；]{0,30}(?:不足|问题|短板|差距|薄弱|欠缺|弱项|困难|不够|不到位|不平衡)|(?:存在|面临)(?:着|的|以下|一些|一定|不少|诸多|许多|主要|[几一二三四五六七八]个)?[^。，；]{0,24}(?:不足|问题|短板|差距|薄弱|弱项|困难)|相比[^。；]{0,20}(?:差距|不足)|不足之处/u,
  'first-responsible':
    /第一责任人|主要负责(?:人|同志).{0,20}(?:履行|履职|职责|亲自(?!抓)|带头|主持|述法)|党政主要负责人|主要领导.{0,12}(?:亲自(?!抓)|带头|履行)/u,
  plan: /下一步|下一年度?|下一阶段|新的一年|今后.{0,12}(?:将|工作|打算)|下阶段|未来一年/u,
  other: /其他需要(?:报告|说明)的|需要(?:报告|说明)的其他/u,
};

/** Words before 存在的问题 and 下一步 that make them somebody else's, or something done: 针对存在的问题, 部署下一步工作. */
const elsewhere: Partial<Readonly<Record<AskedRole, RegExp>>> = {
  shortcomings:
    /(?:针对|解决|查找|查摆|排查|整改|纠正|发现|梳理|反馈|指出|破解|化解|消除|聚焦|围绕|分析|研究|督促|通报|(?<![面针应相反])对(?![照标比]))[^。，；]{0,24}$/u,
  plan: /(?:部署|研究|安排|谋划|明确|提出|指明|对|就|为|给|作出)[^。，；]{0,10}$/u,
};

/** Words of an admission of one's own, whatever stands before them. */
const admission = /^(?:还|仍|尚|依然)/u;

function isSpokenIn(text: string, role: AskedRole): boolean {
  for (const match of text.matchAll(new RegExp(spoken[role], 'gu'))) {
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (admission.test(match[0]) || elsewhere[role]?.test(before) !== true) return true;
  }
  return false;
}

/** A heading of shortcomings or of a plan that names the other too: 存在的问题和2023年工作计划. */
const headed: Partial<Readonly<Record<Role, { readonly beside: Role; readonly words: RegExp }>>> = {
  shortcomings: { beside: 'plan', words: /不足|问题|短板|差距|困难|薄弱/u },
  plan: { beside: 'shortcomings', words: /计划|打算|安排|思路|设想|谋划|下一步|下一年|下阶段|努力方向/u },
};

/** Words of the headings of an item: a section under a heading that has none of them only holds the item. */
const named: Partial<Readonly<Record<AskedRole, RegExp>>> = {
  shortcomings: /不足|问题|短板|差距|困难|薄弱|原因|弱项/u,
  plan: /计划|打算|安排|思路|设想|谋划|下一|下步|下阶段|方向|展望|目标|任务|来年|明年|20\d\d/u,
  'first-responsible': /责任人|主要负责|履职|履行|述法|职责/u,
};

/** A top heading that has run together with its paragraph: 一、党政主要负责人履职情况坚持把…. */
const topNumber = /^[一二三四五六七八九十]{1,2}、/u;
const longestHeading = 26;
const runIn: Partial<Readonly<Record<AskedRole, RegExp>>> = {
  shortcomings: /存在(?:的)?(?:主要)?(?:问题|不足|短板)|不足(?:和|与|及)原因|问题(?:和|与|及)(?:不足|原因)/u,
  plan: /下一步(?:工作)?(?:打算|安排|计划|思路)|(?:20\d\d)年(?:度)?(?:工作)?(?:打算|安排|计划|思路|重点)|工作(?:打算|安排|计划|思路)/u,
  'first-responsible': /(?:第一责任人|主要负责(?:人|同志))[^，。]{0,14}(?:情况|职责)/u,
  other: /其他需要(?:报告|说明)的/u,
};

/** The paragraph that begins with a heading of its own for an item, without a stop behind it. */
function runInPlace(role: AskedRole, paragraphs: readonly SearchParagraph[]): SearchParagraph | undefined {
  const words = runIn[role];
  return paragraphs.find(
    ({ text }) => topNumber.test(text) && words?.test(text.slice(0, longestHeading).split(/[，。]/u)[0] ?? ''),
  );
}

/** Where an item that no section was made out for is spoken of; what is promised or missed is no account of a duty. */
function spokenPlace(
  role: AskedRole,
  paragraphs: readonly SearchParagraph[],
  year: number,
): SearchParagraph | undefined {
  const next = new RegExp(`${year + 1}\\s*年.{0,24}(?:将|继续|安排|打算|计划)`, 'u');
  return paragraphs.find((paragraph) => {
    if (role === 'first-responsible' && (paragraph.role === 'plan' || paragraph.role === 'shortcomings')) return false;
    return isSpokenIn(paragraph.text, role) || (role === 'plan' && next.test(paragraph.text));
  });
}

/** One item of a rule set in a report. */
function itemOf(
  { role, optional: isOptional }: RuleSet['items'][number],
  { sections, doubts = [], year }: ReportFacts,
  paragraphs: readonly SearchParagraph[],
): CompletenessItem {
  const all = sections.filter((section) => section.role === role && section.where !== 'absent');
  // A heading that names two items is a section of both.
  const pair = headed[role];
  const shared = sections.find(
    (section) => section.where === 'own' && section.role === pair?.beside && pair.words.test(section.heading ?? ''),
  );
  const isNamed = (heading: string | null): boolean => named[role]?.test(heading ?? '') !== false;
  const sound = all.filter(
    ({ where, basis, heading }) =>
      where === 'own' || basis !== 'inferred' || isNamed(heading) || spokenPlace(role, paragraphs, year) !== undefined,
  );
  const own = all.find(({ where, basis, heading }) => where === 'own' && (basis !== 'inferred' || isNamed(heading)));
  const run = (own ?? shared) ? undefined : runInPlace(role, paragraphs);
  if (run) return { role, state: 'own', isOptional, anchor: run.anchor, heading: run.heading };
  const found = own ?? shared ?? sound[0];
  if (found) {
    const { heading, where } = found;
    const place =
      (heading === null ? undefined : paragraphs.find(({ text }) => text === heading)) ??
      paragraphs.find((paragraph) => paragraph.role === role) ??
      spokenPlace(role, paragraphs, year);
    // Several sections under headings of their own that tell of it are no section by its name.
    const isSpread = all.length > 1 && all.every(({ basis }) => basis === 'inferred');
    const isOwn = where === 'own' && !isSpread && (found === own || found === shared);
    return { role, state: isOwn ? 'own' : 'inside', isOptional, anchor: place?.anchor ?? null, heading };
  }
  const place = spokenPlace(role, paragraphs, year);
  if (place) return { role, state: 'inside', isOptional, anchor: place.anchor, heading: place.heading };
  const state = doubts.some(({ code }) => cut.has(code)) ? 'unknown' : 'not-found';
  return { role, state, isOptional, anchor: null, heading: null };
}

/** What the rules ask of a report, by the rule set of its year, level and kind. */
export function completeness(
  facts: ReportFacts,
  paragraphs: readonly SearchParagraph[],
  sets: readonly RuleSet[],
): Completeness {
  const set = ruleSetOf(sets, facts);
  return {
    ruleSet: set?.id ?? null,
    items: (set?.items ?? []).map((item) => itemOf(item, facts, paragraphs)),
    published: publicationDay(facts.published?.value ?? null, facts.year, set?.publishBefore ?? null),
  };
}
