/**
 * Damage that texts suffer between the drafter and the collector, by permanent code: what readers are told of it.
 * Front matter notes and issues refer to these codes, so they never change; new kinds get new codes.
 */
export const damageCodes = {
  'damage/percent-lost': '比率后的百分号（或连同小数点）已失',
  'damage/point-lost': '金额的小数点疑已失',
  'damage/dash-lost': '两个年份之间的连接号已失',
  'damage/quote-lost': '引号不成对，有一半已失',
  'damage/bracket-lost': '括号或书名号不成对，有一半已失',
  'damage/marker-lost': '标题序号残缺',
  'damage/heading-stop-lost': '小标题与正文之间的句号已失',
  'damage/stop-lost': '段末缺句号',
  'damage/mark-lost': '句中标点已失',
  'damage/date': '日期残缺',
  'damage/character-lost': '疑有脱字',
  'damage/rate-impossible': '不能超过 100% 的比率超过了 100%',
  'damage/tampered': '字后夹有拼音或异体，疑出自被篡改的转载',
  'damage/private-use': '含自造字符，原字不明',
  'damage/replacement': '含替代字符，原字已失',
  'damage/compatibility': '含兼容汉字',
} as const;

export type DamageCode = keyof typeof damageCodes;

/** What such damage looks like, for curators; only where the code's words do not say it. */
export const damageExamples: Readonly<Partial<Record<DamageCode, string>>> = {
  'damage/percent-lost': '化解率99；5423777项',
  'damage/point-lost': '24315万元',
  'damage/dash-lost': '20212025年',
  'damage/marker-lost': '）法治意识',
  'damage/mark-lost': '只由人指出',
  'damage/date': '20251月2',
  'damage/character-lost': '朔州委',
};

/** A damaged place found in a cleaned line: what stands there, the reading that the text itself proves, and why. */
export interface Damage {
  readonly code: DamageCode;
  readonly index: number;
  readonly offset: number;
  readonly quote: string;
  readonly reading: string | null;
  readonly reason: string;
}
