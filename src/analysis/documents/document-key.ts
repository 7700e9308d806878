/**
 * One key for the spellings of one document: NFKC, without title marks, brackets, dashes, spaces and other signs, and
 * without 中华人民共和国 before a law or a 条例. Spans of years read alike: 2021—2025, 2021年—2025年 and 2021—2025年.
 * Empty for a name of signs alone.
 */
export function documentKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^中华人民共和国(?=.+(?:法|条例)$)/u, '')
    .replace(/((?:19|20)\d\d)年?至?(?=(?:19|20)\d\d(?:年|$))/gu, '$1')
    .replace(/((?:19|20)\d\d(?:19|20)\d\d)$/u, '$1年');
}
