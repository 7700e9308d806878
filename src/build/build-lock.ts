import { mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { heldLock } from '../host/held-lock.ts';

/** The folder's one address, whatever links lead there; the folder itself need not be there yet. */
function oneAddress(folder: string): string {
  const path = resolve(folder);
  mkdirSync(dirname(path), { recursive: true });
  return join(realpathSync(dirname(path)), basename(path));
}

/**
 * Waits until no other build works in this checkout, on this output folder or with this cache, then holds them until
 * the process ends: Astro keeps its half-built pages in one folder of the project, and several checkouts may share an
 * output folder or a cache. See `heldLock`.
 */
export async function heldBuildLock(out: string, cache: string): Promise<void> {
  const files = [
    join(oneAddress('.astro'), 'build.lock'),
    `${oneAddress(out)}.lock`,
    join(oneAddress(cache), 'build.lock'),
  ];
  // All take them in one order: so that no two wait for each other.
  for (const file of [...new Set(files)].sort()) await heldLock(file, { holder: '另一个生成' });
}
