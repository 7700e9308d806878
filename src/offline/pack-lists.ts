import { compareText } from '../text/order.ts';

/** A file of the site that is kept for reading without a network: its path, SHA-256 and bytes. */
export type PackedFile = readonly [path: string, sha256: string, bytes: number];

/** Where the files of a part are listed, and what they come to. */
export interface PackPart {
  /** Address of the list, below the site's base. */
  readonly list: string;
  /** SHA-256 of the list's text: it changes with any file of the part. */
  readonly sha256: string;
  readonly files: number;
  readonly bytes: number;
}

/** The reports of a province for one year. */
export interface YearPack extends PackPart {
  readonly year: number;
  readonly reports: number;
}

/** A province: what all its packs need, and its packs, newest first. */
export interface ProvincePacks {
  /** Six digits; `000000` is the State with its departments. */
  readonly code: string;
  readonly common: PackPart;
  readonly years: readonly YearPack[];
}

/** All packs that the site offers; `shared` is what every one of them needs. */
export interface PackIndex {
  readonly format: 1;
  readonly shared: PackPart;
  readonly provinces: readonly ProvincePacks[];
}

const page = String.raw`(?:[^/]+\/)*index\.html`;
const report = new RegExp(String.raw`^reports\/(\d{2})\d{4}[^/]*\/(\d{4})[^/]*\/${page}$`);
const ofProvince =
  /^(?:regions\/(\d{2})\d{4}[^/]*\/(?:index\.html|reports\.json)|years\/\d{4}\/(\d{2})0000\/index\.html)$/;
const sharedFile =
  /^(?:index\.html|404\.html|page\.js|reading\.js|occurrences\.js|icon\.svg|api\/search\.js|_astro\/.*|(?:search|regions|years|issuers|compare|cite|reading|glossary|about|offline|new|en|en\/search|en\/about)\/index\.html|years\/\d{4}\/index\.html|(?:regions|reports)\/finder\.json)$/;

/** The part that a file of the site belongs to: `14/2024`, `14`, `shared`; null for what packs leave out. */
export function partOf(path: string): string | null {
  const [, province, year] = report.exec(path) ?? [];
  if (province !== undefined && year !== undefined) return `${province}/${year}`;
  const [, region, list] = ofProvince.exec(path) ?? [];
  return region ?? list ?? (sharedFile.test(path) ? 'shared' : null);
}

/** The text of the list of a part's files. */
const listText = (files: readonly PackedFile[]): string =>
  `[\n${files.map((file) => JSON.stringify(file)).join(',\n')}\n]\n`;

/**
 * The packs of a site, made of its files by path, `[sha256, bytes]` each, and of the ids of the reports it holds: the
 * lists by address, and the index of all. `sha256` gives the digest of a text in hexadecimal.
 */
export function packLists(
  files: Readonly<Record<string, readonly [sha256: string, bytes: number]>>,
  ids: readonly string[],
  sha256: (text: string) => string,
): { readonly index: PackIndex; readonly lists: ReadonlyMap<string, string> } {
  const parts = new Map<string, PackedFile[]>();
  for (const [path, [sum, bytes]] of Object.entries(files)) {
    const part = partOf(path);
    if (part === null) continue;
    const own = parts.get(part) ?? [];
    parts.set(part, own);
    own.push([path, sum, bytes]);
  }
  const lists = new Map<string, string>();
  const listed = (part: string): PackPart => {
    const own = (parts.get(part) ?? []).sort(([a], [b]) => compareText(a, b));
    const list = `offline/lists/${part}.json`;
    const text = listText(own);
    lists.set(list, text);
    return { list, sha256: sha256(text), files: own.length, bytes: own.reduce((sum, [, , bytes]) => sum + bytes, 0) };
  };
  const reports = Map.groupBy(ids, (id) => partOf(`reports/${id}/index.html`) ?? '');
  const packs = [...reports.keys()].filter((part) => part !== '');
  const provinces = [...new Set(packs.map((part) => part.slice(0, 2)))].sort().map((province) => ({
    code: `${province}0000`,
    common: listed(province),
    years: packs
      .filter((part) => part.startsWith(province))
      .sort((a, b) => compareText(b, a))
      .map((part) => ({ year: Number(part.slice(3)), reports: reports.get(part)?.length ?? 0, ...listed(part) })),
  }));
  return { index: { format: 1, shared: listed('shared'), provinces }, lists };
}

const isPart = (value: unknown): value is PackPart =>
  typeof value === 'object' &&
  value !== null &&
  ['list', 'sha256'].every((name) => typeof Object.entries(value).find(([key]) => key === name)?.[1] === 'string') &&
  ['files', 'bytes'].every((name) => typeof Object.entries(value).find(([key]) => key === name)?.[1] === 'number');

const isYear = (value: unknown): value is YearPack =>
  isPart(value) &&
  'year' in value &&
  'reports' in value &&
  typeof value.year === 'number' &&
  typeof value.reports === 'number';

const isProvince = (value: unknown): value is ProvincePacks =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  'common' in value &&
  isPart(value.common) &&
  'years' in value &&
  Array.isArray(value.years) &&
  value.years.every(isYear);

/** Whether a value is an index of packs as this program reads it. */
export const isPackIndex = (value: unknown): value is PackIndex =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 1 &&
  'shared' in value &&
  isPart(value.shared) &&
  'provinces' in value &&
  Array.isArray(value.provinces) &&
  value.provinces.every(isProvince);

/** Whether a value is a list of a part's files. */
export const isFileList = (value: unknown): value is readonly PackedFile[] =>
  Array.isArray(value) &&
  value.every(
    (row) =>
      Array.isArray(row) && typeof row[0] === 'string' && typeof row[1] === 'string' && typeof row[2] === 'number',
  );
