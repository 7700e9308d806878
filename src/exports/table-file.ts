import { spreadsheetFile, tabbedFile } from './spreadsheet.ts';

/** The forms in which tables are saved. */
export const tableForms = ['csv', 'tsv', 'json'] as const;
export type TableForm = (typeof tableForms)[number];

/** What makes a table checkable: what was asked, of which archive, when, and how it was worked out. */
export interface TableHead {
  readonly query: string;
  /** The filters in words; empty when the whole archive was searched. */
  readonly scope: string;
  readonly day: string;
  readonly archiveVersion: string;
  readonly address: string;
  /** Sentences on what the table rests on and how it was worked out. */
  readonly methods: readonly string[];
}

/** A file's content and its media type. */
export interface TableFile {
  readonly content: string;
  readonly type: string;
}

/** A table as a file: CSV and TSV hold nothing but the table; JSON the head too, its rows as objects by column. */
export function tableFile(
  form: TableForm,
  head: TableHead,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): TableFile {
  if (form === 'json') {
    const results = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
    return { content: `${JSON.stringify({ ...head, results }, null, 1)}\n`, type: 'application/json' };
  }
  const cells = rows.map((row) => row.map((value) => value ?? ''));
  return form === 'csv'
    ? { content: spreadsheetFile(columns, cells), type: 'text/csv;charset=utf-8' }
    : { content: tabbedFile(columns, cells), type: 'text/tab-separated-values;charset=utf-8' };
}
