import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FileSeal } from '../host/file-seal.ts';
import { writeWhole } from '../host/whole-file.ts';

/** Where a site says what it consists of; the exact index has one of its own, for its files depend on earlier builds. */
export const manifestName = 'manifest.json';
const indexFolder = 'search-index/';
export const indexManifestName = `${indexFolder}${manifestName}`;

/** Whether a file of a site belongs to the exact index. */
export const isOfIndex = (path: string): boolean => path.startsWith(indexFolder);

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A path inside the site: no step leads out of it, no sign of an address is in it. */
const path = z.string().regex(/^(?!.*(?:^|\/)\.{0,2}(?:\/|$))[^\\:?#%]+$/);
const filesSchema = z.record(path, z.tuple([sha256, z.int().min(0)]));
const textsSchema = z.record(z.string(), z.tuple([sha256, z.union([sha256, z.literal('')])]));

/** What a part of the site holds: the whole, a province built apart, or the exact index. */
export const siteInventorySchema = z.object({
  /** By report: SHA-256 of its file in the content folder, and of the text that its page shows (empty for none). */
  texts: textsSchema,
  /** By path: SHA-256 and bytes. */
  files: filesSchema,
});

export type SiteInventory = z.infer<typeof siteInventorySchema>;

const indexManifestSchema = z.object({ format: z.literal(1), files: filesSchema });

const siteManifestSchema = siteInventorySchema.extend({
  format: z.literal(1),
  commit: z.string().nullable(),
  commitMissing: z.string().nullable(),
  node: z.string(),
  lock: z.string(),
  settings: z.object({
    site: z.string().nullable(),
    base: z.string(),
    contact: z.string().nullable(),
    footer: z.string().nullable(),
    fragments: z.int().nullable(),
    // Sites of earlier builds do not say it.
    pagefind: z.boolean().nullable().default(null),
  }),
  reports: z.int().min(0),
});

/** What a site says of itself: what it was made from and by, and every file but those of the exact index. */
export type SiteManifest = z.infer<typeof siteManifestSchema>;

/** What a site was made from and by. */
export type BuildOrigin = Pick<SiteManifest, 'commit' | 'commitMissing' | 'node' | 'lock' | 'settings'>;

/** An object as JSON, an entry a line, so that a person can read and compare it. */
const entryLines = (entries: Readonly<Record<string, unknown>>): string => {
  const lines = Object.entries(entries).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}`;
};

const sorted = <Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> =>
  Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));

/** Files as a manifest lists them, sorted by path. */
export const listedFiles = (files: Iterable<readonly [string, FileSeal]>): SiteInventory['files'] =>
  sorted([...files].map(([name, { sha256, size }]) => [name, [sha256, size]] as const));

/** The text of a manifest: depends on nothing but the site and what it was made from. */
function siteManifestText({ texts, files, ...facts }: SiteManifest): string {
  const head = Object.entries(facts).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{\n${[...head, `"texts":${entryLines(texts)}`, `"files":${entryLines(files)}`].join(',\n')}\n}\n`;
}

/** What a site consists of. The parts lie in the order in which they are copied: the later has its way. */
export function siteManifestOf(origin: BuildOrigin, parts: readonly SiteInventory[]): string {
  const texts = sorted(parts.flatMap((part) => Object.entries(part.texts)));
  const files = sorted(parts.flatMap((part) => Object.entries(part.files)));
  return siteManifestText({ format: 1, ...origin, reports: Object.keys(texts).length, texts, files });
}

/** What the exact index consists of. */
export function indexManifestText(files: Iterable<readonly [string, FileSeal]>): string {
  return `{\n"format":1,\n"files":${entryLines(listedFiles(files))}\n}\n`;
}

/** Whether a site's manifest lists a file, by its path: not itself, nor what the exact index lists. */
export const isListed = (file: string): boolean => file !== manifestName && !file.startsWith(indexFolder);

function parsed<Value>(schema: z.ZodType<Value>, text: string): Value | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** A site's manifest; null where the text is none. */
export const readSiteManifest = (text: string): SiteManifest | null => parsed(siteManifestSchema, text);

/** The files that the exact index lists, by path in the site; null where the text is no such list. */
export function readIndexManifest(text: string): SiteInventory['files'] | null {
  const manifest = parsed(indexManifestSchema, text);
  if (manifest === null) return null;
  return Object.fromEntries(Object.entries(manifest.files).map(([name, seal]) => [`${indexFolder}${name}`, seal]));
}

/** The manifest of the site in a folder: null where there is none, `damaged` where what stands there is none. */
export function manifestIn(site: string): SiteManifest | 'damaged' | null {
  const file = join(site, manifestName);
  return existsSync(file) ? (readSiteManifest(readFileSync(file, 'utf8')) ?? 'damaged') : null;
}

/** Writes anew what a standing site says of the files in one of its folders; nothing where it says nothing. */
export function renewManifest(site: string, folder: string, files: ReadonlyMap<string, FileSeal>): void {
  const manifest = manifestIn(site);
  if (manifest === null || manifest === 'damaged') return;
  const others = Object.entries(manifest.files).filter(([path]) => !path.startsWith(folder));
  const own = Object.entries(listedFiles([...files].map(([path, seal]) => [`${folder}${path}`, seal])));
  const text = siteManifestText({ ...manifest, files: sorted([...others, ...own]) });
  writeWhole(join(site, manifestName), text);
}
