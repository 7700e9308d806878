import type { Issue } from '../../archive/issue.ts';
import { csvRecords } from '../../content-files/csv.ts';
import { importIssue } from '../lines/issue.ts';
import { pageAddress } from '../lines/page-address.ts';

/** Where an input was captured, and on which day (ISO text); null where that is not said. */
export interface Origin {
  readonly address: string | null;
  readonly captured: string | null;
}

/** The name of the list that stands beside captures. */
export const capturesFile = 'captures.csv';
const columns = ['file', 'address', 'captured', 'note'] as const;

/** A file's name as a list and a disk have it in common. */
export const listedName = (name: string): string => name.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC');

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** Number of the first line whose bytes are no UTF-8; null where all are. */
function brokenLine(bytes: Uint8Array): number | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end + 1;
    try {
      decoder.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to;
  }
  return null;
}

/** What is wrong with a row's address and day, in Chinese. */
function* rowFaults([file = '', address = '', captured = '', ...more]: readonly string[], today: string) {
  if (more.length !== 1) yield `有 ${more.length + 3} 列，应为 ${columns.length} 列`;
  if (/^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)/.test(listedName(file))) yield `file 为“${file}”，应为这个文件夹里的文件`;
  if (pageAddress(address) !== address) yield `address 为“${address}”，应为 http:// 或 https:// 开头的网址`;
  if (captured !== '' && !isDay(captured)) yield `captured 为“${captured}”，应为采集的日期，如 2026-11-22，或留空`;
  else if (captured > today) yield `captured 为“${captured}”，在今天之后`;
}

/**
 * Reads a `captures.csv`: where each file beside it was captured. `file` only names it in issues; `hasFile` tells
 * whether a listed file is there. Every fault is an issue with its line; a row with a fault gives nothing.
 */
export function readCapturesFile(
  bytes: Uint8Array,
  file: string,
  today: string,
  hasFile: (name: string) => boolean,
): { origins: ReadonlyMap<string, Origin>; issues: Issue[] } {
  const origins = new Map<string, Origin>();
  const issues: Issue[] = [];
  const say = (code: 'captures/csv' | 'captures/row' | 'captures/no-file', line: number, words: string): void => {
    issues.push({ ...importIssue(code, line, words), file });
  };
  const broken = brokenLine(bytes);
  if (broken !== null) {
    say('captures/csv', broken, '这一行不是 UTF-8');
    return { origins, issues };
  }
  const { records, problems } = csvRecords(new TextDecoder().decode(bytes));
  for (const { line, message } of problems) say('captures/csv', line, message);
  const [head, ...rows] = records;
  if (head?.cells.join(',') !== columns.join(',')) {
    say('captures/csv', head?.line ?? 1, `第一行为“${head?.cells.join(',') ?? ''}”`);
    return { origins, issues };
  }
  const lines = new Map<string, number>();
  for (const { line, cells } of rows) {
    const [name = '', address = '', captured = ''] = cells;
    const listed = listedName(name);
    const before = lines.get(listed);
    const faults = [...rowFaults(cells, today), ...(before === undefined ? [] : [`${name} 已在第 ${before} 行`])];
    lines.set(listed, before ?? line);
    if (faults.length > 0) say('captures/row', line, faults.join('；'));
    else if (!hasFile(name)) say('captures/no-file', line, name);
    else origins.set(listed, { address, captured: captured === '' ? null : captured });
  }
  return { origins, issues };
}
