/** Surnames that are not written as their character is elsewhere, with the form they have as names. */
const surnames = new Map(
  ['范范', '于于', '余余', '涂涂', '沈沈', '岳岳', '丑丑', '后后', '郁郁', '姜姜', '胡胡', '种种', '钟鍾', '谷谷'].map(
    (pair) => [pair.charAt(0), pair.charAt(1)] as const,
  ),
);

/** What stands before a name in a report: an office, or the words that lead to a name. */
const before =
  /(?:书记|省长|市长|区长|县长|州长|盟长|旗长|镇长|乡长|主席|主任|局长|厅长|部长|处长|科长|所长|院长|检察长|组长|秘书长|常委|委员|律师|姓名[:：]?|签发人[:：]?|负责人[:：]?|联系人[:：]?)$/;

/** What follows a name of one or two characters: an office or 同志, a verb of doing, a sign, the end. */
const after =
  /^[\u4e00-\u9fff]{1,2}?(?:$|同志|[\s，。、；：）)（(]|主持|带头|出席|参加|担任|任|率|在|作|对|带领|听取|签发|强调|等|书记|[省市区县州旗镇乡局厅部处科所院]长|主[席任])/;

/**
 * The form of the surname that stands at a place of a text between an office and what follows a name, or null where no
 * such surname stands there: 县长范某主持, 局长于某某，. Preposition and name are told apart by what follows: 局长于2023年 has
 * no name.
 */
export function surnameAt(text: string, at: number): string | null {
  const form = surnames.get(text.charAt(at));
  if (form === undefined) return null;
  const isName = before.test(text.slice(Math.max(0, at - 6), at)) && after.test(text.slice(at + 1, at + 7));
  return isName ? form : null;
}
