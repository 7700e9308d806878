import type { DataForm, DataTable, TablePart } from './data-table.ts';
import { tableFile } from './table-files.ts';

/** A part of a published table, and which table it is of. */
export interface DataFile {
  readonly table: DataTable;
  readonly part: TablePart;
}

/** An address of a route, as Astro's `getStaticPaths` gives them. */
interface TableAddress {
  readonly params: { readonly table: string };
  readonly cacheKey: string;
}

const keys = new WeakMap<TablePart, string>();

/** Where the files of one form are, below `data/`; `keyOf` makes a key of all that stands in a file. */
export function tableAddresses(
  files: readonly DataFile[],
  form: DataForm,
  keyOf: (view: unknown) => string,
): TableAddress[] {
  return files
    .filter(({ table }) => table.forms.includes(form))
    .map(({ table, part }) => {
      const key = keys.get(part) ?? keyOf([table.fields, part.rows]);
      keys.set(part, key);
      return { params: { table: part.path }, cacheKey: key };
    });
}

const types: Readonly<Record<DataForm, string>> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
};

/** The answer to a request for a file of a table; 404 where there is none. */
export function tableResponse(files: readonly DataFile[], path: string | undefined, form: DataForm): Response {
  const file = files.find(({ table, part }) => part.path === path && table.forms.includes(form));
  if (!file) return new Response(null, { status: 404 });
  const content = tableFile(file.table, file.part, form);
  // A response takes bytes of a buffer that nobody shares.
  const body = typeof content === 'string' ? content : new Uint8Array(content);
  return new Response(body, { headers: { 'Content-Type': types[form] } });
}
