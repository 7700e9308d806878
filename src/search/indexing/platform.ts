import type { Alphabet } from '../format/alphabet.ts';
import type { Deflate } from './compression.ts';
import type { FoldedCorpus } from './folded-corpus.ts';
import type { IndexShape } from './leaf-blocks.ts';
import type { Partition } from './partition.ts';
import type { SortedPartition } from './sorted-partition.ts';

/** What sorting partitions takes. */
export interface SortingTask {
  readonly corpus: FoldedCorpus;
  /** `unitCounts` of the corpus. */
  readonly unitTotals: Uint32Array;
  readonly alphabet: Alphabet;
  readonly shape: IndexShape;
  readonly partitions: readonly Partition[];
}

/** What the index builder needs from where it runs. */
export interface BuildPlatform {
  readonly deflate: Deflate;
  /** Sixteen hex digits of a cryptographic hash, for names. */
  hash(bytes: Uint8Array): string;
  /** Keeps a file of the index; names hold no folders. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Zeroed memory, shared where threads are to read it. */
  allocate(bytes: number): ArrayBufferLike;
  /** Sorts all partitions and gives them in order, on as many threads as there are. */
  sort(task: SortingTask): AsyncIterable<SortedPartition>;
}
