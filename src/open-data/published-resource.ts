import type { DataForm, DataTable, TwoLanguages } from './data-table.ts';
import { dataForms } from './data-table.ts';
import { dataTables } from './data-tables.ts';

/** A published file's SHA-256 in hexadecimal, and its bytes. */
export type SealedFile = readonly [sha256: string, bytes: number];

/** What some of the published files are. */
export interface DataKind {
  /** How their paths below `data/` begin. */
  readonly name: string;
  readonly title: TwoLanguages;
  readonly about: TwoLanguages;
  /** Whether they hold passages of reports, in which the archive claims no right. */
  readonly holdsText: boolean;
}

/** The whole texts, which are no table but lines of JSON. */
export const textsKind: DataKind = {
  name: 'texts',
  title: { zh: '正文', en: 'Whole texts' },
  about: {
    zh: '每行一份报告：全部著录和逐段的正文，JSON，按省和年度分成文件。',
    en: 'One report a line: its whole record and its text block by block, as JSON, a file for each province and year.',
  },
  holdsText: true,
};

/** What programs have taken out of the texts, published by the pages that show it. */
export const extractKinds: readonly DataKind[] = [
  {
    name: 'figures',
    title: { zh: '数字', en: 'Figures' },
    about: {
      zh: '报告里的数字和所在的句子，由程序摘出。',
      en: 'Figures of the reports with their sentences, by program.',
    },
    holdsText: true,
  },
  {
    name: 'completeness',
    title: { zh: '规定的内容', en: 'What the rules ask' },
    about: {
      zh: '规则要求的各项内容见于报告何处，由程序摘出；未见不等于没有。',
      en: 'Where reports have what the rules ask for, by program; not found is not absent.',
    },
    holdsText: false,
  },
  {
    name: 'shortcomings',
    title: { zh: '存在的不足', en: 'Shortcomings' },
    about: { zh: '报告里说不足的段落，由程序摘出。', en: 'Passages on shortcomings, by program.' },
    holdsText: true,
  },
  {
    name: 'documents',
    title: { zh: '提到的文件', en: 'Documents named' },
    about: { zh: '报告里提到的法律和文件，由程序摘出。', en: 'Laws and documents that reports name, by program.' },
    holdsText: false,
  },
  {
    name: 'mentions',
    title: { zh: '提到之处', en: 'Mentions' },
    about: {
      zh: '哪份报告在何处提到哪个文件，由程序摘出。',
      en: 'Which report names which document where, by program.',
    },
    holdsText: false,
  },
];

/** A file of the open data, and what it is. */
export interface PublishedResource {
  /** Below `data/`. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly form: DataForm | 'jsonl';
  readonly kind: DataKind;
  /** The table that it is of; null where it is none whose fields are told. */
  readonly table: DataTable | null;
}

const endings: ReadonlySet<string> = new Set(dataForms);
const isForm = (ending: string): ending is DataForm => endings.has(ending);

function resourceOf(path: string, [sha256, bytes]: SealedFile): PublishedResource | null {
  const [, name = '', ending = ''] = /^([a-z-]+)(?:\/[^/.]+)*\.([a-z]+)$/.exec(path) ?? [];
  const file = { path, sha256, bytes };
  if (ending !== 'jsonl' && !isForm(ending)) return null;
  const kind = [textsKind, ...extractKinds].find((one) => one.name === name);
  if (kind) return { ...file, form: ending, kind, table: null };
  const table = dataTables.find((one) => one.name === name);
  if (!table || ending === 'jsonl' || !table.forms.includes(ending)) return null;
  return { ...file, form: ending, kind: { ...table, holdsText: false }, table };
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
