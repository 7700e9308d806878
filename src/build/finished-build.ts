import { cpSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

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
