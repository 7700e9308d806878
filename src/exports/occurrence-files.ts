import { spreadsheetRow } from './spreadsheet.ts';

/** One place where a phrase stands, with what tells where that is. */
export interface ExportedOccurrence {
  readonly report: string;
  readonly region: string;
  readonly path: readonly string[];
  readonly year: number;
  readonly issuers: string;
  readonly section: string;
  readonly before: string;
  readonly phrase: string;
  readonly after: string;
  /** Address of the very place. */
  readonly address: string;
}

/** What makes an export checkable: what was asked, when, of which archive. */
export interface ExportHead {
  readonly query: string;
  /** The filters in words; empty when the whole archive was searched. */
  readonly scope: string;
  readonly day: string;
  readonly archiveVersion: string;
  readonly address: string;
  readonly reportsSearched: number;
  readonly charactersSearched: number;
  readonly reports: number;
  readonly occurrences: number;
}

const columns = ['报告', '地区代码', '地区', '年度', '制发机关', '部分', '前文', '词语', '后文', '地址'] as const;

/** The lines before the table, each beginning with `# `, so that programs can skip them. */
function headLines(head: ExportHead): string {
  const lines: readonly (readonly [string, string | number])[] = [
    ['检索式', head.query],
    ['范围', head.scope || '全部报告'],
    ['检索日期', head.day],
    ['文库版本', head.archiveVersion],
    ['检索地址', head.address],
    ['检索了的报告（份）', head.reportsSearched],
    ['检索了的字符（个）', head.charactersSearched],
    ['出现于（份）', head.reports],
    ['出现（次）', head.occurrences],
  ];
  return lines.map(([label, value]) => spreadsheetRow([`# ${label}`, value])).join('');
}

const row = (occurrence: ExportedOccurrence): string =>
  spreadsheetRow([
    occurrence.report,
    occurrence.region,
    occurrence.path.join(' '),
    occurrence.year,
    occurrence.issuers,
    occurrence.section,
    occurrence.before,
    occurrence.phrase,
    occurrence.after,
    occurrence.address,
  ]);

/** All occurrences as CSV with a byte order mark, so that spreadsheets read it as UTF-8. */
export function occurrencesCsv(head: ExportHead, occurrences: readonly ExportedOccurrence[]): string {
  return `\ufeff${headLines(head)}${spreadsheetRow(columns)}${occurrences.map(row).join('')}`;
}

/** All occurrences as JSON. */
export function occurrencesJson(head: ExportHead, occurrences: readonly ExportedOccurrence[]): string {
  return `${JSON.stringify({ ...head, results: occurrences }, null, 1)}\n`;
}
