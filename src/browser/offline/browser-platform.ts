import { deflateSync } from 'fflate';
import { sha256 } from '../../sample/sha256.ts';
import { checksum } from '../../search/format/checksum.ts';
import type { BuildPlatform, SortingTask } from '../../search/indexing/platform.ts';
import { partitionSorter } from '../../search/indexing/sorted-partition.ts';

const deflate: BuildPlatform['deflate'] = (bytes, matches) => deflateSync(bytes, { level: matches ? 4 : 1 });

async function* sortedHere({ corpus, unitTotals, alphabet, shape, partitions }: SortingTask) {
  const sort = partitionSorter(corpus, unitTotals, alphabet, shape, deflate);
  for (const partition of partitions) yield sort(partition);
}

/** Builds an index in a browser, on one thread; `write` keeps its files. */
export function browserPlatform(write: BuildPlatform['write']): BuildPlatform {
  let named = 0;
  return {
    deflate,
    // Names tell the files of one index apart, and no two indexes share a folder.
    hash: (bytes) => sha256(`${named++} ${checksum(bytes)}`).slice(0, 16),
    write,
    allocate: (bytes) => new ArrayBuffer(bytes),
    sort: sortedHere,
  };
}
