import { spreadsheetFile } from './spreadsheet.ts';

/** One report that a search found. */
export interface ExportedReport {
  readonly report: string;
  readonly region: string;
  readonly path: readonly string[];
  readonly year: number;
  /** In words. */
  readonly level: string;
  readonly kind: string;
  readonly issuers: readonly string[];
  readonly title: string;
  /** Day or month of publication; null where unknown. */
  readonly published: string | null;
  readonly occurrences: number;
  /** Characters that were searched in it, folded. */
  readonly characters: number;
  readonly address: string;
}

/** A phrase's figures in one year or one province. */
export interface ExportedCount {
  readonly phrase: string;
  /** What `value` is, in words: a year or a province. */
  readonly by: string;
  readonly value: string;
  readonly reports: number;
  readonly reportsSearched: number;
  readonly occurrences: number;
  readonly charactersSearched: number;
}

const perTenThousand = (occurrences: number, characters: number): string =>
  characters > 0 ? ((10_000 * occurrences) / characters).toFixed(4) : '';

/** The reports that a search found as CSV, a row each, in the order given. */
export function reportListCsv(reports: readonly ExportedReport[]): string {
  return spreadsheetFile(
    [
      '报告',
      '地区代码',
      '地区',
      '年度',
      '级别',
      '机关类别',
      '制发机关',
      '标题',
      '发布日期',
      '出现次数',
      '检索字数',
      '每万字次数',
      '地址',
    ],
    reports.map((one) => [
      one.report,
      one.region,
      one.path.join(' '),
      one.year,
      one.level,
      one.kind,
      one.issuers.join('、'),
      one.title,
      one.published ?? '',
      one.occurrences,
      one.characters,
      perTenThousand(one.occurrences, one.characters),
      one.address,
    ]),
  );
}

/** The figures of charts as CSV, a row for each phrase in each year and province. */
export function countsCsv(counts: readonly ExportedCount[]): string {
  return spreadsheetFile(
    ['词语', '按', '年度或地区', '出现于（份）', '检索了（份）', '出现次数', '检索字数', '每万字次数'],
    counts.map((one) => [
      one.phrase,
      one.by,
      one.value,
      one.reports,
      one.reportsSearched,
      one.occurrences,
      one.charactersSearched,
      perTenThousand(one.occurrences, one.charactersSearched),
    ]),
  );
}
