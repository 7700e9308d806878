import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cacheDamage } from '../host/cache-damage.ts';
import { type FileSeal, fileSeal, sealedState } from '../host/file-seal.ts';
import { readSealed, writeSealed } from '../host/sealed-file.ts';
import { type PublishedFile, pathsBelow } from './published-files.ts';

const unfinished = (cache: string): string => join(cache, 'unfinished');
const sealFile = (cache: string): string => join(cache, 'pages.seal');
const sealKind = 'archive-page-cache';

/** Where Astro keeps what it made of pages, by their paths in the site. */
const pageFolder = (cache: string): string => join(cache, 'dist');
const pageFile = (cache: string, path: string): string => join(pageFolder(cache), path);

/** What Astro keeps beside the pages, and what it is to a person. */
const stores = [
  ['incremental-build.json', '网页目录'],
  ['data-store.json', '报告目录'],
] as const;

const fileSchema = z.tuple([z.string(), z.int(), z.string().nullable()]);
const sealSchema = z.object({
  stores: z.record(z.string(), fileSchema),
  pages: z.record(z.string(), fileSchema),
});

const sealIn = ([sha256, size]: readonly [string, number, string | null]): FileSeal => ({ sha256, size });

/** A page that lies in the cache as an earlier build sealed it. */
interface KeptPage {
  readonly file: PublishedFile;
  /** When the page was written, in milliseconds since 1970, with their fractions. */
  readonly written: number;
}

/** The pages of an earlier build that may be published again. */
export interface PageCache {
  /** A published page's seal where the page is the cache’s own, and was not made anew since the cache was opened. */
  readonly known: (path: string) => PublishedFile | null;
}

function forgetAll(cache: string): void {
  for (const name of [...stores.map(([store]) => store), 'dist', 'pages.seal'])
    rmSync(join(cache, name), { recursive: true, force: true });
}

/** Pages that are what was sealed. Those that are not are deleted, so that they are made anew, and told of. */
function soundPages(cache: string, pages: z.infer<typeof sealSchema>['pages']): Map<string, KeptPage> {
  const sound = new Map<string, KeptPage>();
  let damaged = 0;
  for (const [path, entry] of Object.entries(pages)) {
    const file = pageFile(cache, path);
    const seal = sealIn(entry);
    const state = sealedState(file, seal);
    if (state === 'whole') {
      sound.set(path, { file: { ...seal, text: entry[2] }, written: statSync(file).mtimeMs });
      continue;
    }
    damaged++;
    if (state === 'damaged') rmSync(file, { recursive: true, force: true });
  }
  if (damaged > 0) cacheDamage(`${damaged} 个网页`);
  return sound;
}

/**
 * Begins to use a cache of pages. Whatever is not byte for byte what the last build sealed is deleted, so that it is
 * made anew, and told. Astro writes pages into the cache before the list that says what they are: after a build that
 * did not end, nothing in it is believed.
 */
export function openPageCache(cache: string): PageCache {
  mkdirSync(cache, { recursive: true });
  const reading = readSealed(sealFile(cache), sealKind);
  const wasFinished = !existsSync(unfinished(cache));
  writeFileSync(unfinished(cache), '');
  const sealed = 'text' in reading ? (sealSchema.safeParse(JSON.parse(reading.text)).data ?? null) : null;
  if (!wasFinished || sealed === null) {
    if (wasFinished && existsSync(pageFolder(cache))) cacheDamage('网页');
    forgetAll(cache);
    return { known: () => null };
  }
  for (const [name, called] of stores) {
    const entry = sealed.stores[name];
    if (entry !== undefined && sealedState(join(cache, name), sealIn(entry)) === 'whole') continue;
    if (entry !== undefined) cacheDamage(called);
    rmSync(join(cache, name), { recursive: true, force: true });
  }
  const sound = soundPages(cache, sealed.pages);
  return {
    known: (path) => {
      const page = sound.get(path);
      return page && statSync(pageFile(cache, path), { throwIfNoEntry: false })?.mtimeMs === page.written
        ? page.file
        : null;
    },
  };
}

/** Seals the cache as the build left it, whose published files are given by path, and says that it may be believed. */
export function closePageCache(cache: string, published: ReadonlyMap<string, PublishedFile>): void {
  const pages: z.infer<typeof sealSchema>['pages'] = {};
  for (const path of pathsBelow(pageFolder(cache))) {
    const file = published.get(path);
    if (file) pages[path] = [file.sha256, file.size, file.text];
  }
  const kept: z.infer<typeof sealSchema>['stores'] = {};
  for (const [name] of stores) {
    if (!existsSync(join(cache, name))) continue;
    const { sha256, size } = fileSeal(join(cache, name));
    kept[name] = [sha256, size, null];
  }
  writeSealed(sealFile(cache), sealKind, JSON.stringify({ stores: kept, pages }), { isLasting: false });
  rmSync(unfinished(cache), { force: true });
}
