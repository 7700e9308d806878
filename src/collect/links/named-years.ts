const digits = '〇一二三四五六七八九';

/** Years that words name, in figures (2023年) or letters (二〇二三年), each once. */
export function namedYears(text: string): number[] {
  const written = text
    .normalize('NFKC')
    .replace(/[○零]/g, '〇')
    .replace(/二[〇一二三四五六七八九]{3}/g, (year) => [...year].map((digit) => digits.indexOf(digit)).join(''));
  return [...new Set([...written.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => Number(year)))];
}
