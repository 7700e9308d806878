import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What is kept of pages: one list and one seal speak of them all, so that they go together. */
const pages = ['dist', 'incremental-build.json', 'data-store.json', 'pages.seal'];

/** The pieces of a cache that a file belongs to: what a build makes again as a whole. Relative to the cache. */
function piecesOf(file: string): string[] {
  const [first = '', second = '', ...rest] = file.split('/');
  // Each part that is built apart has a cache of its own within.
  if (first.startsWith('shard-') && second !== '')
    return piecesOf([second, ...rest].join('/')).map((piece) => `${first}/${piece}`);
  if (pages.includes(first)) return pages;
  if (first.startsWith('exact-search')) return ['exact-search', 'exact-search-*.json'];
  if (first === 'ranked' && second !== '') return [`ranked/${second}`];
  return [first];
}

/**
 * Deletes from a cache whatever the named files belong to, so that nothing of them is used again; the next build makes
 * it anew. Gives what was deleted, relative to the cache, sorted.
 */
export function purgeCache(cache: string, files: readonly string[]): string[] {
  const pieces = new Set(files.flatMap(piecesOf));
  const gone = [...pieces]
    .flatMap((piece) => globSync(piece, { cwd: cache }))
    .map((path) => path.replaceAll('\\', '/'));
  for (const path of gone) rmSync(join(cache, path), { recursive: true, force: true });
  return gone.sort();
}
