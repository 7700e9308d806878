import { cpSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { replayJournal } from './site-journal.ts';

/** Places of a build: the site that is served, what is being built, the site that was served before, and the journal. */
export interface BuildFolders {
  readonly out: string;
  readonly building: string;
  readonly previous: string;
  /** The file that says how what was built goes into the site; see `site-journal.ts`. */
  readonly journal: string;
}

/** The places beside an output folder. */
export function buildFolders(out: string): BuildFolders {
  return { out, building: `${out}.building`, previous: `${out}.previous`, journal: `${out}.journal` };
}

/** Where Astro puts a site together: it moves files there from its own folder, which no disk lets go to another. */
export function astroFolder({ building }: BuildFolders): string {
  const own = '.astro/site.building';
  return statSync('.astro').dev === statSync(dirname(resolve(building))).dev ? building : own;
}

/** Brings what Astro put together to the output's own disk, where it is not there yet. */
export function fetchFromAstro(made: string, { building }: BuildFolders): void {
  if (made === building) return;
  rmSync(building, { recursive: true, force: true });
  cpSync(made, building, { recursive: true });
  rmSync(made, { recursive: true, force: true });
}

/**
 * Makes the site whole again where a build was killed: goes on with what its journal says, brings back the last good
 * site where it stood between two renamings, and clears what it left.
 */
export function recoverSite({ out, building, previous, journal }: BuildFolders): void {
  if (!existsSync(out) && existsSync(previous)) renameSync(previous, out);
  replayJournal({ site: out, staged: building, journal });
  for (const left of [building, previous, journal]) rmSync(left, { recursive: true, force: true });
}

/** Puts the finished site in the place of the last good one. Between two renamings, at once after each other. */
export function swapSite({ out, building, previous }: BuildFolders): void {
  if (existsSync(out)) renameSync(out, previous);
  renameSync(building, out);
  rmSync(previous, { recursive: true, force: true });
}
