import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { redactionCount } from '../../src/archive/redaction.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import {
  buildSearchIndex,
  type SearchBuildResult,
  type SearchSource,
} from '../../src/search/indexing/build-search-index.ts';
import type { IndexShape } from '../../src/search/indexing/leaf-blocks.ts';
import type { Manifest } from '../../src/search/indexing/manifest.ts';
import type { BuildPlatform } from '../../src/search/indexing/platform.ts';
import { partitionSorter } from '../../src/search/indexing/sorted-partition.ts';
import type { Fetcher } from '../../src/search/lookup/fetcher.ts';
import { SearchFailure } from '../../src/search/lookup/search-failure.ts';
import { SearchIndex } from '../../src/search/lookup/search-index.ts';
import { wholeFileFetcher } from './whole-file-fetcher.ts';

/** So small that a few pages of text fill many blocks, pages of the directory and partitions, and have heads. */
export const smallShape: IndexShape = {
  leafSize: 2,
  explicitDepth: 4,
  deepLeafSize: 4,
  headSpan: 2,
  blockBytes: 120,
  fewestListed: 3,
  mostListedOfOne: 60,
  partitionPlaces: 2000,
};

export type Files = Map<string, Uint8Array>;

/** Raw deflate with the least memory to set up: what is deflated here are thousands of small pieces. */
const smallDeflate = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes, { level: 1, windowBits: 9, memLevel: 1 });

export function memoryPlatform(files: Files, deflate: BuildPlatform['deflate'] = smallDeflate): BuildPlatform {
  return {
    deflate,
    hash: (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16),
    write: async (name, bytes) => void files.set(name, bytes),
    allocate: (bytes) => new ArrayBuffer(bytes),
    sort: async function* ({ corpus, unitTotals, alphabet, shape, partitions }) {
      const sort = partitionSorter(corpus, unitTotals, alphabet, shape, deflate);
      for (const partition of partitions) yield sort(partition);
    },
  };
}

export const memoryFetcher = (files: Files): Fetcher =>
  wholeFileFetcher(async (file) => {
    const bytes = files.get(file);
    if (!bytes) throw new SearchFailure('missing', file);
    return bytes;
  });

export function sourcesOf(documents: readonly SearchDocument[]): SearchSource[] {
  return documents.map((document) => ({
    id: document.id,
    digest: createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 16),
    redactions: redactionCount(JSON.stringify(document)),
    document: () => document,
  }));
}

export interface MemoryBuild {
  readonly files: Files;
  readonly result: SearchBuildResult;
}

/** Builds, on top of an earlier build where one is given, and drops the files that no longer belong. */
export async function memoryBuild(
  documents: readonly SearchDocument[],
  {
    before = null,
    shape = smallShape,
    isCompacting = false,
    deflate,
  }: {
    before?: MemoryBuild | null;
    shape?: IndexShape;
    isCompacting?: boolean;
    deflate?: BuildPlatform['deflate'];
  } = {},
): Promise<MemoryBuild> {
  const files: Files = new Map(before?.files);
  // As it is read back from a file.
  const previous: Manifest | null = before && JSON.parse(JSON.stringify(before.result.manifest));
  const result = await buildSearchIndex({
    sources: sourcesOf(documents),
    previous,
    platform: memoryPlatform(files, deflate),
    isCompacting,
    baseShape: shape,
    deltaShape: shape,
  });
  const live = new Set(result.files);
  for (const name of files.keys()) if (!live.has(name)) files.delete(name);
  return { files, result };
}

export const openMemory = ({ files }: MemoryBuild): Promise<SearchIndex> => SearchIndex.open(memoryFetcher(files));
