const names = {
  occurrences: '检索',
  reports: '报告清单',
  counts: '统计',
  notes: '检索说明',
  neighbours: '前后词',
  collocates: '搭配',
  distribution: '分布',
  words: '高频词',
  figures: '同句数字',
} as const;

/**
 * The name of a file saved from a search, without its ending: what it holds, the query as far as a name bears it, the
 * day. Signs that file systems refuse become spaces; a long query is cut.
 */
export function searchFileName(holds: keyof typeof names, query: string, day: string): string {
  const words = query
    .toWellFormed()
    .replace(/[\\/:*?"<>|\p{C}\s]+/gu, ' ')
    .trim();
  const [...characters] = words;
  const short = characters.length > 30 ? `${characters.slice(0, 30).join('')}…` : words;
  return [names[holds], short, day].filter((part) => part !== '').join('-');
}
