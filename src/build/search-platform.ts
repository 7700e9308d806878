import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { writeWhole } from '../host/whole-file.ts';
import type { FoldedCorpus } from '../search/indexing/folded-corpus.ts';
import type { IndexShape } from '../search/indexing/leaf-blocks.ts';
import type { BuildPlatform, SortingTask } from '../search/indexing/platform.ts';
import { partitionSorter, type SortedPartition } from '../search/indexing/sorted-partition.ts';
import { deflate } from './search-compression.ts';

/** What a sorting thread is started with; the corpus lies in shared memory. */
export interface SortingThreadData {
  readonly corpus: FoldedCorpus;
  readonly unitTotals: Uint32Array;
  readonly units: readonly number[];
  readonly shape: IndexShape;
}

async function* sortedHere({ corpus, unitTotals, alphabet, shape, partitions }: SortingTask) {
  const sort = partitionSorter(corpus, unitTotals, alphabet, shape, deflate);
  for (const partition of partitions) yield sort(partition);
}

/** Sorts partitions on threads, each taking the next that is left, and gives them in order. */
async function* sortedOnThreads(task: SortingTask, threads: number): AsyncGenerator<SortedPartition> {
  const { corpus, unitTotals, alphabet, shape, partitions } = task;
  const workerData: SortingThreadData = { corpus, unitTotals, units: alphabet.units, shape };
  const slots = new Map(partitions.map((_, i) => [i, Promise.withResolvers<SortedPartition>()]));
  // A thread's failure is met where its result is awaited; those behind it are not awaited any more.
  for (const { promise } of slots.values()) promise.catch(() => {});
  let next = 0;
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(new URL('./search-sorting-thread.ts', import.meta.url), { workerData });
    let current = -1;
    const take = (): void => {
      current = next++;
      const partition = partitions[current];
      if (partition) worker.postMessage(partition);
    };
    const fail = (reason: unknown): void => {
      for (const slot of slots.values()) slot.reject(reason);
    };
    worker.on('message', (sorted: SortedPartition) => {
      slots.get(current)?.resolve(sorted);
      take();
    });
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('a sorting thread ended before its work was done')));
    take();
    return worker;
  });
  try {
    for (const [i, { promise }] of slots) {
      yield await promise;
      // What was taken over is not kept until the last is done.
      slots.delete(i);
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Builds an index into a folder with Node, on `threads` threads. A file stands there wholly or not at all. */
export function searchPlatform(folder: string, threads = availableParallelism()): BuildPlatform {
  return {
    deflate,
    hash: (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    // Later builds take over what stands there by its name alone, so that it must be on the disk.
    write: async (name, bytes) => writeWhole(join(folder, name), bytes),
    allocate: (bytes) => (threads > 1 ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes)),
    sort: (task) => {
      const useful = Math.min(threads, task.partitions.length);
      return useful > 1 ? sortedOnThreads(task, useful) : sortedHere(task);
    },
  };
}
