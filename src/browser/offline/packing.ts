import { parsedReportId } from '../../archive/report-id.ts';
import type { Saying } from '../../i18n/saying.ts';
import { saying } from '../../i18n/saying.ts';
import { type HeldPack, type HeldPacks, heldCaches, heldIndexPath, recordCache } from '../../offline/held-packs.ts';
import { isFileList, type PackedFile, type PackIndex, type PackPart, type YearPack } from '../../offline/pack-lists.ts';
import type { SearchDocument } from '../../search/document.ts';
import { startFileName } from '../../search/format/start-file.ts';
import { buildSearchIndex } from '../../search/indexing/build-search-index.ts';
import { httpFetcher } from '../../search/lookup/fetcher.ts';
import { SearchFailure } from '../../search/lookup/search-failure.ts';
import { SearchIndex } from '../../search/lookup/search-index.ts';
import { browserPlatform } from './browser-platform.ts';
import { heldPacks, writeHeld } from './held-store.ts';

/** Why something could not be kept, for readers. */
export class NotKept extends Error {
  readonly said: Saying;

  constructor(said: Saying) {
    super(said.key);
    this.said = said;
  }
}

/** Told as the work goes on: files that stand, of how many; then the index. */
export type Told = (phase: 'files' | 'texts' | 'index', done: number, total: number) => void;

/** Requests at once. */
const mostAtOnce = 6;
/** Texts read in one go: as many as the index remembers. */
const textsAtOnce = 32;

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const digest = async (bytes: BufferSource): Promise<string> => hex(await crypto.subtle.digest('SHA-256', bytes));

const cacheOf = (name: string, { sha256 }: PackPart): string =>
  `archive-part-${name.replace('/', '-')}-${sha256.slice(0, 16)}`;

/** Bytes from the site, which must have the digest that the site states. */
async function verified(address: string, sha256: string): Promise<{ bytes: ArrayBuffer; type: string }> {
  const response = await fetch(address, { cache: 'no-store' }).catch(() => null);
  if (response === null) throw new NotKept(saying('packBroken'));
  if (!response.ok) throw new NotKept(saying('packFileMissing', { file: address }));
  const bytes = await response.arrayBuffer().catch(() => null);
  if (bytes === null) throw new NotKept(saying('packBroken'));
  if ((await digest(bytes)) !== sha256) throw new NotKept(saying('packFileDamaged', { file: address }));
  return { bytes, type: response.headers.get('Content-Type') ?? 'application/octet-stream' };
}

async function listedFiles(base: string, { list, sha256 }: PackPart): Promise<readonly PackedFile[]> {
  const { bytes } = await verified(base + list, sha256);
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (!isFileList(value)) throw new NotKept(saying('packFileDamaged', { file: list }));
  return value;
}

/** Pages are kept under the address that readers open them by. */
const addressed = (base: string, path: string): string => base + path.replace(/(^|\/)index\.html$/, '$1');

/** Puts files into a cache that are not there yet; each stands there only when its bytes are those that were stated. */
async function keepFiles(base: string, name: string, files: readonly PackedFile[], reached: () => void): Promise<void> {
  const cache = await caches.open(name);
  const standing = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const left = files.filter(([path]) => {
    const isHere = standing.has(new URL(addressed(base, path), location.href).pathname);
    if (isHere) reached();
    return !isHere;
  });
  const next = left.values();
  const work = async (): Promise<void> => {
    for (const [path, sha256] of next) {
      const { bytes, type } = await verified(addressed(base, path), sha256);
      await cache.put(addressed(base, path), new Response(bytes, { headers: { 'Content-Type': type } }));
      reached();
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, work));
}

const documentsOf = (base: string, name: string): string => `${base}offline/documents/${name}.json`;

/** The searched texts of a pack's reports, from the index of the site, kept beside its pages; gives how many. */
async function keepDocuments(
  base: string,
  index: SearchIndex,
  pack: string,
  cacheName: string,
  told: Told,
): Promise<number> {
  const cache = await caches.open(cacheName);
  const [province = '', year = ''] = pack.split('/');
  const reports = index.reports.filter(({ id, year: own }) => id.startsWith(province) && own === Number(year));
  const documents: SearchDocument[] = [];
  for (let at = 0; at < reports.length; at += textsAtOnce) {
    const some = reports.slice(at, at + textsAtOnce);
    const texts = await index.texts(some.map(({ id }) => id));
    for (const [number, report] of some.entries()) {
      const text = texts[number];
      if (text) documents.push({ ...report, ...text, slug: parsedReportId(report.id)?.slug ?? null });
    }
    told('texts', documents.length, reports.length);
  }
  await cache.put(documentsOf(base, pack), new Response(JSON.stringify(documents)));
  return documents.length;
}

const isDocuments = (value: unknown): value is readonly SearchDocument[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'paragraphs' in one);

/** Builds the index over some packs, in a cache of its own; gives the cache's name. */
async function builtIndex(base: string, packs: readonly HeldPack[]): Promise<string> {
  const documents: SearchDocument[] = [];
  for (const { name, caches: own } of packs) {
    const response = await (await caches.open(own[0])).match(documentsOf(base, name));
    const value: unknown = await response?.json().catch(() => null);
    if (!isDocuments(value)) throw new NotKept(saying('packTextsMissing'));
    documents.push(...value);
  }
  documents.sort((a, b) => (a.id < b.id ? -1 : 1));
  const name = `archive-index-${hex(crypto.getRandomValues(new Uint8Array(8)).buffer)}`;
  const cache = await caches.open(name);
  const platform = browserPlatform((file, bytes) =>
    cache.put(base + heldIndexPath + file, new Response(new Blob([new Uint8Array(bytes)]))),
  );
  const sources = documents.map((document) => ({
    ...{ id: document.id, digest: document.id, redactions: 0 },
    document: () => document,
  }));
  await buildSearchIndex({ sources, previous: null, platform });
  return name;
}

/** Deletes every cache of packs that a record does not speak of. */
async function forgetOthers(held: HeldPacks): Promise<void> {
  const wanted = heldCaches(held);
  for (const name of await caches.keys())
    if (name.startsWith('archive-') && !wanted.has(name)) await caches.delete(name);
}

/** Deletes everything that was ever kept. */
export async function forgetAll(): Promise<void> {
  // Without its record nothing counts as kept, whatever stands there still.
  await caches.delete(recordCache);
  for (const name of await caches.keys()) if (name.startsWith('archive-')) await caches.delete(name);
}

/**
 * Keeps packs by name (`14/2024`), beside or in place of what is kept: each becomes part of what is kept when all of it
 * stands, its texts and the index among it; until then everything is as it was. What was fetched before a failure is not
 * fetched again. Rejects with `NotKept`.
 */
export async function keepPacks(base: string, offered: PackIndex, names: readonly string[], told: Told): Promise<void> {
  const wanted = names.flatMap((name) => {
    const province = offered.provinces.find(({ code }) => code.startsWith(name.slice(0, 2)));
    const year = province?.years.find((one) => one.year === Number(name.slice(3)));
    return province && year ? [{ name, province, year }] : [];
  });
  const parts = new Map<string, { readonly cache: string; readonly part: PackPart }>();
  const add = (name: string, part: PackPart): string => {
    const cache = cacheOf(name, part);
    parts.set(cache, { cache, part });
    return cache;
  };
  const shared = add('shared', offered.shared);
  const packs: { readonly name: string; readonly year: YearPack; readonly caches: HeldPack['caches'] }[] = wanted.map(
    ({ name, province, year }) => ({
      ...{ name, year },
      caches: [add(name, year), add(province.code.slice(0, 2), province.common), shared],
    }),
  );
  const total = [...parts.values()].reduce((sum, { part }) => sum + part.files, 0);
  let done = 0;
  for (const { cache, part } of parts.values())
    await keepFiles(base, cache, await listedFiles(base, part), () => told('files', ++done, total));
  const index = await SearchIndex.open(
    httpFetcher(new URL(`${base}search-index/`, location.href).href, startFileName),
  ).catch((error: unknown) => {
    throw error instanceof SearchFailure ? new NotKept(error.said) : error;
  });
  const fresh: HeldPack[] = [];
  for (const { name, year, caches: own } of packs) {
    const reports = await keepDocuments(base, index, name, own[0], told);
    if (reports !== year.reports) throw new NotKept(saying('packSiteChanged'));
    fresh.push({ name, reports, bytes: year.bytes, sha256: year.sha256, caches: own });
  }
  const before = await heldPacks(base);
  const others = before?.packs.filter(({ name }) => !names.includes(name)) ?? [];
  await writeChanged(base, [...others, ...fresh], told);
}

async function writeChanged(base: string, packs: readonly HeldPack[], told: Told): Promise<void> {
  told('index', 0, 1);
  const sorted = packs.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const held: HeldPacks = { format: 1, index: await builtIndex(base, sorted), packs: sorted };
  await writeHeld(base, held);
  await forgetOthers(held);
}

/** Takes packs away, and frees their space. */
export async function removePacks(base: string, names: readonly string[], told: Told): Promise<void> {
  const left = (await heldPacks(base))?.packs.filter(({ name }) => !names.includes(name)) ?? [];
  if (left.length === 0) await forgetAll();
  else await writeChanged(base, left, told);
}
