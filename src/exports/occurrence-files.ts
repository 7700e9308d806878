import { spreadsheetFile, tabbedFile } from './spreadsheet.ts';

/** One place where a phrase stands, with what tells where that is. */
export interface ExportedOccurrence {
  readonly report: string;
  readonly region: string;
  readonly path: readonly string[];
  readonly year: number;
  readonly issuers: readonly string[];
  /** What kind of issuer it is, in words. */
  readonly kind: string;
  readonly title: string;
  /** Day or month of publication; null where unknown. */
  readonly published: string | null;
  /** The part the rules require in which it stands, in words; null outside all of them. */
  readonly role: string | null;
  /** The nearest heading above; null before the first. */
  readonly section: string | null;
  readonly before: string;
  readonly phrase: string;
  readonly after: string;
  /** Whether the phrase stands there with the very characters of the query. */
  readonly isAsTyped: boolean;
  /** Whether the reader marked it. */
  readonly isMarked: boolean;
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
  /** Which of the occurrences were chosen, in words; empty where all were. */
  readonly selection: string;
}

const columns = [
  '报告',
  '地区代码',
  '地区',
  '年度',
  '制发机关',
  '机关类别',
  '标题',
  '发布日期',
  '部分',
  '小标题',
  '前文',
  '词语',
  '后文',
  '字形',
  '标记',
  '地址',
] as const;

const cells = (one: ExportedOccurrence): (string | number)[] => [
  one.report,
  one.region,
  one.path.join(' '),
  one.year,
  one.issuers.join('、'),
  one.kind,
  one.title,
  one.published ?? '',
  one.role ?? '',
  one.section ?? '',
  one.before,
  one.phrase,
  one.after,
  one.isAsTyped ? '一致' : '不同',
  one.isMarked ? '标记' : '',
  one.address,
];

/** All occurrences as CSV: one row of headings, then a row for each; what was asked is in `searchNotes`. */
export function occurrencesCsv(occurrences: readonly ExportedOccurrence[]): string {
  return spreadsheetFile(columns, occurrences.map(cells));
}

/** The same with tabs between cells. */
export function occurrencesTsv(occurrences: readonly ExportedOccurrence[]): string {
  return tabbedFile(columns, occurrences.map(cells));
}

/** All occurrences as JSON, what was asked before them. */
export function occurrencesJson(head: ExportHead, occurrences: readonly ExportedOccurrence[]): string {
  return `${JSON.stringify({ ...head, results: occurrences }, null, 1)}\n`;
}

/** What was asked, when, and of how much, to be kept beside a table that says none of it. */
export function searchNotes(head: ExportHead): string {
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
    ['写入文件的', head.selection || '全部'],
    [
      'CSV、TSV 的写法',
      'UTF-8，逗号或制表符分隔，首行为表头；以等号、加号、减号、@ 开头的单元格前加了一个撇号，JSON 照原文',
    ],
    ['字形', '词语的字形与检索式是否一致，空白不计；不一致的是繁简、全半角、标点等写法不同'],
    ['部分', '规则要求的各部分中，这一处所属的那一部分；不属任何部分的空着'],
    ['发布日期', '只知道月份的写到月，不详的空着'],
  ];
  return `\ufeff${lines.map(([label, value]) => `${label}：${value}\r\n`).join('')}`;
}
