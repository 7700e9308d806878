import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The module by which the bundle begins that Astro has made for prerendering; null where this Astro keeps it elsewhere.
 * It lies in the output folder where that is inside the project, and in Astro's own folder where it is not; a build that
 * was killed may have left an older one there.
 */
export function prerenderEntry(root: string, out: string): string | null {
  const [entry] = [out, join(root, '.astro')]
    .map((folder) => join(folder, '.prerender'))
    .flatMap((folder) => globSync('prerender-entry*.mjs', { cwd: folder }).map((name) => join(folder, name)))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  return entry ?? null;
}
