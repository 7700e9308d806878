import { type Citation, citationKey } from './citation.ts';

/** What TeX would read as its own. Braces become words: BibTeX counts braces even behind a backslash. */
const replacements: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\{}~^#$%&_]/g, (character) => replacements[character] ?? `\\${character}`);

/** An address may hold no brace and no space; everything else stands as it is (biblatex typesets it verbatim). */
const bareAddress = (address: string): string => address.replace(/[{}\\\s]/g, encodeURIComponent);

/**
 * The citation as one BibTeX entry, ending in a line break: `@online` (biblatex and the GB/T 7714 styles know it, older
 * styles set it as `@misc`), bodies in braces of their own so that no style takes them for persons.
 */
export function bibtex(citation: Citation): string {
  const { title, authors, issued, accessed, address } = citation;
  const fields: readonly (readonly [string, string])[] = [
    ['author', authors.map((name) => `{${escaped(name)}}`).join(' and ')],
    ['title', `{${escaped(title)}}`],
    ...(issued === null ? [] : [['date', issued] as const, ['year', issued.slice(0, 4)] as const]),
    ['url', bareAddress(address)],
    ['urldate', accessed],
    ['langid', 'chinese'],
  ];
  return `@online{${citationKey(citation)},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}
