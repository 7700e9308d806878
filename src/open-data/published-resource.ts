import type { DataForm, DataTable, TwoLanguages } from './data-table.ts';
import { dataForms } from './data-table.ts';
import { dataTables } from './data-tables.ts';

/** A published file's SHA-256 in hexadecimal, and its bytes. */
export type SealedFile = readonly [sha256: string, bytes: number];

/** The whole texts, which are no table but lines of JSON. */
export const textsTitle: TwoLanguages = { zh: '正文', en: 'Whole texts' };
export const textsAbout: TwoLanguages = {
  zh: '每行一份报告：全部著录和逐段的正文，JSON，按省和年度分成文件。',
  en: 'One report a line: its whole record and its text block by block, as JSON, a file for each province and year.',
};

/** A file of the open data, and what it is. */
export interface PublishedResource {
  /** Below `data/`. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly form: DataForm | 'jsonl';
  /** The table that it is of; null for whole texts. */
  readonly table: DataTable | null;
}

const endings: ReadonlySet<string> = new Set(dataForms);
const isForm = (ending: string): ending is DataForm => endings.has(ending);

function resourceOf(path: string, [sha256, bytes]: SealedFile): PublishedResource | null {
  const [, name = '', ending = ''] = /^([a-z-]+)(?:\/[^/.]+)*\.([a-z]+)$/.exec(path) ?? [];
  if (name === 'texts' && ending === 'jsonl') return { path, sha256, bytes, form: ending, table: null };
  const table = dataTables.find((one) => one.name === name);
  const isOne = isForm(ending) && table?.forms.includes(ending) === true;
  return isOne ? { path, sha256, bytes, form: ending, table } : null;
}

/** The open data among the files of a site, which are given by their paths in it; by path. */
export function publishedResources(files: Iterable<readonly [string, SealedFile]>): PublishedResource[] {
  return [...files]
    .flatMap(([path, seal]) => (path.startsWith('data/') ? (resourceOf(path.slice(5), seal) ?? []) : []))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Media types of the forms. */
export const mediaTypes: Readonly<Record<PublishedResource['form'], string>> = {
  csv: 'text/csv',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  jsonl: 'application/jsonl',
};
