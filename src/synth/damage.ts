import type { EditorNote } from '../archive/report-schema.ts';

/** A sentence with a place damaged as real copies are, and the editor's note on it. Invented throughout. */
export interface DamagedSentence {
  readonly text: string;
  readonly note: EditorNote;
}

const damaged = (code: string, text: string, quote: string, reason: string): DamagedSentence => ({
  text,
  note: { code, quote, occurrence: 1, reading: null, reason },
});

/** Damage after the catalogue of the field: lost percent signs, points, dashes, quotes, characters. */
export const damagedSentences: readonly DamagedSentence[] = [
  damaged(
    'damage/percent-lost',
    '行政机关负责人出庭率升至97，群众满意率保持稳定。',
    '出庭率升至97',
    '“率”后的数字没有百分号，疑转换时脱落',
  ),
  damaged(
    'damage/dash-lost',
    '对照《法治政府建设实施纲要（20212025年）》逐项抓落实。',
    '20212025年',
    '两个年份之间疑脱一字线',
  ),
  damaged(
    'damage/quote-unpaired',
    '高效运转“12345政务服务热线，诉求办理质量持续提高。',
    '“12345政务服务热线',
    '引号只有前一半',
  ),
  damaged(
    'damage/figure-out-of-range',
    '全年罚没款共计24315万元，案均数额与上年持平。',
    '24315万元',
    '数额与同句所述不合，疑脱小数点',
  ),
  damaged('damage/date', '现场推进会于2月30日召开，各单位负责人参加。', '2月30日', '没有这一天'),
];

/** The mark that stands where a private person's name was taken out. */
export const inventedRedaction = '〔姓名略〕';
