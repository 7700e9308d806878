import { type Citation, citationKey } from './citation.ts';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** RIS writes days `2025/01/20/`, with empty places for what is unknown. */
const risDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}/${month}/${date}/`;
};

/**
 * The citation as one RIS record: `RPRT`, a tag of two characters, two spaces, `- `, the value on one line, lines
 * ended by CR LF.
 */
export function ris(citation: Citation): string {
  const { title, authors, issued, accessed, address } = citation;
  const fields: readonly (readonly [string, string])[] = [
    ['TY', 'RPRT'],
    ['ID', citationKey(citation)],
    ...authors.map((name) => ['AU', name] as const),
    ['TI', title],
    ...(issued === null ? [] : [['PY', issued.slice(0, 4)] as const, ['DA', risDay(issued)] as const]),
    ['PB', authors.join('、')],
    ['LA', 'zh-CN'],
    ['UR', address],
    ['Y2', risDay(accessed)],
    ['ER', ''],
  ];
  return fields.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('');
}
