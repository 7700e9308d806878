import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';

/**
 * A digest of the program's own text: the source folders named (relative to the project, where commands run) and the
 * exact versions of all packages. What one build keeps for the next holds only as long as it stays the same.
 */
export function programDigest(folders: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,astro,css}`));
  for (const file of ['package-lock.json', ...files.sort()])
    hash.update(`\0${file.replaceAll('\\', '/')}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 32);
}
