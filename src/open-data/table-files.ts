import { parquetWriteBuffer } from 'hyparquet-writer';
import { spreadsheetFile } from '../exports/spreadsheet.ts';
import type { DataField, DataForm, DataTable, TablePart } from './data-table.ts';

/** A table as comma-separated values, as spreadsheets and RFC 4180 want it. */
const csv = ({ fields }: DataTable, { rows }: TablePart): string =>
  spreadsheetFile(
    fields.map(({ name }) => name),
    rows.map((row) => row.map((cell) => cell ?? '')),
  );

/** A table as an array of objects, one a line. */
function json({ fields }: DataTable, { rows }: TablePart): string {
  const lines = rows.map((row) =>
    JSON.stringify(Object.fromEntries(fields.map(({ name }, at) => [name, row[at] ?? null]))),
  );
  return `[\n${lines.join(',\n')}\n]\n`;
}

/** A table as Parquet: codes are text, so that none loses a zero; a row group for each province. */
function parquet({ fields }: DataTable, { rows, groups }: TablePart): Uint8Array {
  const columnData = fields.map(({ name, type, isRequired }, at) => ({
    name,
    data: rows.map((row) => row[at] ?? null),
    type: type === 'integer' ? ('INT32' as const) : ('STRING' as const),
    nullable: !isRequired,
  }));
  const rowGroupSize = groups && groups.length > 0 ? [...groups] : Math.max(rows.length, 1);
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize, createdBy: 'fazhi-archive' }));
}

/** The file of a part of a table in one form: text in UTF-8, or bytes. */
export function tableFile(table: DataTable, part: TablePart, form: DataForm): string | Uint8Array {
  if (form === 'csv') return csv(table, part);
  return form === 'json' ? json(table, part) : parquet(table, part);
}

/** A field as Frictionless Table Schema has it. */
const frictionlessField = ({ name, type, isRequired, values, zh, en }: DataField) => ({
  ...{ name, type, title: zh, description: en },
  constraints: { required: isRequired, ...(values ? { enum: values } : {}) },
});

/** The Table Schema (Frictionless) of a table. */
export const tableSchema = ({ fields, key }: DataTable) => ({
  fields: fields.map(frictionlessField),
  missingValues: [''],
  ...(key.length > 0 ? { primaryKey: key } : {}),
});

const jsonType = ({ type, isRequired, values, zh, en }: DataField) => ({
  title: zh,
  description: en,
  ...(values ? { enum: isRequired ? values : [...values, null] } : { type: isRequired ? type : [type, 'null'] }),
});

/** The JSON Schema (2020-12) of a table's JSON form. */
export const tableJsonSchema = (table: DataTable) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: table.title.zh,
  description: `${table.about.zh} ${table.about.en}`,
  type: 'array',
  items: {
    type: 'object',
    properties: Object.fromEntries(table.fields.map((field) => [field.name, jsonType(field)])),
    required: table.fields.map(({ name }) => name),
    additionalProperties: false,
  },
});
