import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders of a build: the site that is served, the one that is being built, and the one that was served before. */
export interface BuildFolders {
  readonly out: string;
  readonly building: string;
  readonly previous: string;
}

/** The folders beside an output folder. */
export function buildFolders(out: string): BuildFolders {
  return { out, building: `${out}.building`, previous: `${out}.previous` };
}

/** Brings back the last good site where a build was killed between the two renamings, and clears what it left. */
export function recoverSite({ out, building, previous }: BuildFolders): void {
  if (!existsSync(out) && existsSync(previous)) renameSync(previous, out);
  for (const left of [building, previous]) rmSync(left, { recursive: true, force: true });
}

/** Puts the finished site in the place of the last good one. Between two renamings, at once after each other. */
export function swapSite({ out, building, previous }: BuildFolders): void {
  if (existsSync(out)) renameSync(out, previous);
  renameSync(building, out);
  rmSync(previous, { recursive: true, force: true });
}

const unfinished = (cache: string): string => join(cache, 'unfinished');

/**
 * Begins to use a cache of pages. Astro writes pages into it before the list that says what they are: after a build
 * that did not end, the list may be wrong, so it is thrown away and every page made anew.
 */
export function openPageCache(cache: string): void {
  if (existsSync(unfinished(cache)))
    for (const name of ['incremental-build.json', 'data-store.json', 'dist'])
      rmSync(join(cache, name), { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(unfinished(cache), '');
}

/** Says that the build came to its end and that its cache may be believed. */
export function closePageCache(cache: string): void {
  rmSync(unfinished(cache), { force: true });
}
