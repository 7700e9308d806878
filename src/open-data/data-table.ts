import type { ArchiveIndex } from '../archive/archive-index.ts';
import type { CoverageRecord } from '../archive/coverage.ts';

/** What a cell of a published table holds; null where the archive does not know. */
export type Cell = string | number | null;

/** Words in both languages, the Chinese first. */
export interface TwoLanguages {
  readonly zh: string;
  readonly en: string;
}

/** A column of a published table. */
export interface DataField extends TwoLanguages {
  readonly name: string;
  readonly type: 'string' | 'integer';
  /** Whether every row has a value. */
  readonly isRequired: boolean;
  /** All values there are; null where there is no such list. */
  readonly values: readonly string[] | null;
}

/** A file of a published table, in each of its forms. */
export interface TablePart {
  /** Below `data/`, without the ending: `reports`, or `figures/2024/140000` where a table lies in several files. */
  readonly path: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Rows in a run of one province each, in order, for whoever reads one province only; null where rows are not by place. */
  readonly groups: readonly number[] | null;
}

/** All that tables are made of. */
export interface DataArchive {
  readonly index: ArchiveIndex;
  /** What curators have entered of reports that are not held. */
  readonly records: readonly CoverageRecord[];
  /** The lasting address of a path on the site, as far as the site knows where it is published. */
  readonly address: (path: string) => string;
}

/** The forms in which tables are published, by the ending of the file. */
export const dataForms = ['csv', 'json', 'parquet'] as const;
export type DataForm = (typeof dataForms)[number];

/** A published table: what it is, and how its files are made. */
export interface DataTable {
  /** Stands in addresses: never changed. */
  readonly name: string;
  readonly title: TwoLanguages;
  /** A row, in one sentence. */
  readonly about: TwoLanguages;
  readonly forms: readonly DataForm[];
  readonly fields: readonly DataField[];
  /** Names of the fields that tell rows apart; empty where no set of them does. */
  readonly key: readonly string[];
  readonly parts: (archive: DataArchive) => TablePart[];
}

/** A column, and what of a row stands in it. */
export type DataColumn<Row> = DataField & { readonly value: (row: Row) => Cell };

const column =
  (type: DataField['type'], isRequired: boolean) =>
  <Row>(name: string, zh: string, en: string, value: (row: Row) => Cell): DataColumn<Row> => ({
    ...{ name, type, isRequired, zh, en, value },
    values: null,
  });

/** A column of text that every row has. */
export const textColumn = column('string', true);
/** A column of text that rows may lack. */
export const optionalText = column('string', false);
/** A column of whole numbers that every row has. */
export const integerColumn = column('integer', true);
/** A column of whole numbers that rows may lack. */
export const optionalInteger = column('integer', false);

/** A column with one of the given values, which every row has. */
export const choiceColumn = <Row>(
  name: string,
  values: readonly string[],
  zh: string,
  en: string,
  value: (row: Row) => Cell,
): DataColumn<Row> => ({ ...textColumn(name, zh, en, value), values });

/** A table of rows of one kind; `parts` gives the rows of each file in their order. */
export function dataTable<Row>(
  head: Omit<DataTable, 'fields' | 'parts'>,
  columns: readonly DataColumn<Row>[],
  parts: (archive: DataArchive) => readonly {
    readonly path: string;
    readonly rows: readonly Row[];
    /** The province that a row belongs to; left out where rows are not by place. */
    readonly province?: (row: Row) => string;
  }[],
): DataTable {
  return {
    ...head,
    fields: columns.map(({ value: _, ...field }) => field),
    parts: (archive) =>
      parts(archive).map(({ path, rows, province }) => ({
        path,
        rows: rows.map((row) => columns.map(({ value }) => value(row))),
        groups: province ? runs(rows, province) : null,
      })),
  };
}

/** Lengths of the runs of equal keys. */
function runs<Row>(rows: readonly Row[], key: (row: Row) => string): number[] {
  const lengths: number[] = [];
  let last: string | null = null;
  for (const row of rows) {
    const own = key(row);
    if (own === last) lengths.push((lengths.pop() ?? 0) + 1);
    else lengths.push(1);
    last = own;
  }
  return lengths;
}
