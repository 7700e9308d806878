import { getCollection } from 'astro:content';
import { type ArchiveIndex, archiveIndex } from './archive/archive-index.ts';
import { regionTree } from './archive/region-tree.ts';

let memo: Promise<ArchiveIndex> | undefined;

async function loadedIndex(): Promise<ArchiveIndex> {
  const [reports, regions] = await Promise.all([getCollection('reports'), getCollection('regions')]);
  const tree = regionTree(regions.map(({ data }) => data));
  return archiveIndex(
    reports.map(({ data }) => data),
    tree,
  );
}

/** The whole archive by place and year: the one place where Astro is asked for content. */
export function catalogue(): Promise<ArchiveIndex> {
  // The dev server reloads content without reloading modules.
  if (import.meta.env.DEV) return loadedIndex();
  memo ??= loadedIndex();
  return memo;
}
