import { parentPort, workerData } from 'node:worker_threads';
import { Alphabet } from '../search/format/alphabet.ts';
import type { Partition } from '../search/indexing/partition.ts';
import { partitionSorter } from '../search/indexing/sorted-partition.ts';
import { deflate } from './search-compression.ts';
import type { SortingThreadData } from './search-platform.ts';

const { corpus, unitTotals, units, shape }: SortingThreadData = workerData;
const sort = partitionSorter(corpus, unitTotals, new Alphabet(units), shape, deflate);

parentPort?.on('message', (partition: Partition) => {
  const sorted = sort(partition);
  const { blocks, heads, lists } = sorted;
  const buffers = [blocks, heads, lists].flatMap(({ bytes, lengths }) => [bytes.buffer, lengths.buffer]);
  parentPort?.postMessage(sorted, buffers);
});
