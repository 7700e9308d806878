import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { cacheDamage } from '../host/cache-damage.ts';
import { type KnownSeals, readSeals } from '../host/known-seals.ts';
import { readSealed, writeSealed } from '../host/sealed-file.ts';
import { buildSearchIndex, type SearchBuildResult, type SearchSource } from '../search/indexing/build-search-index.ts';
import type { Manifest } from '../search/indexing/manifest.ts';
import { searchPlatform } from './search-platform.ts';

export interface SearchIndexOptions {
  /** Folder of the index in the built site, `dist/search-index`; made if missing, all else in it is deleted. */
  readonly folder: string;
  /** Where the builder keeps its memory between builds, outside the site: without it everything is built anew. */
  readonly manifest: string;
  /** How files of the index are known to be what was written; by their bytes where it is missing. */
  readonly seals?: KnownSeals;
  /** True makes everything anew, so that no file holds anything of an earlier text. */
  readonly isCompacting?: boolean;
  /** Threads to sort on; all cores by default. */
  readonly threads?: number;
}

const count = z.int().min(0);

const segmentSchema = z.object({
  description: z.object({
    documents: count,
    leafSize: count,
    explicitDepth: count,
    headSpan: count,
    reports: z.string(),
    directory: z.string(),
    shelf: z.string(),
    characters: z.string(),
    roles: z.string(),
    lists: z.string(),
    paragraphs: z.string(),
    sections: z.string(),
    removed: z.array(count),
  }),
  files: z.array(z.string()),
  reports: z.array(z.object({ id: z.string(), digest: z.string(), redactions: count, characters: count })),
});

const manifestSchema = z.object({
  format: z.number(),
  maker: z.string(),
  base: segmentSchema,
  delta: segmentSchema.nullable(),
});

const memoryKind = 'archive-exact-search';

/** Whether files of the index are what was written: each name ends in the first digits of its file's digest. */
const areWhole = (folder: string, names: readonly string[], seals: KnownSeals): boolean =>
  names.every((name) => {
    const file = join(folder, name);
    return existsSync(file) && seals.of(file).sha256.startsWith(name.slice(-20, -4));
  });

/**
 * The builder's memory; null where it is missing, or it or a file that it speaks of is missing or damaged: then all is
 * built anew. Damage is told.
 */
function readManifest(file: string, folder: string, seals: KnownSeals): Manifest | null {
  const reading = readSealed(file, memoryKind);
  if ('fault' in reading && reading.fault === 'missing') return null;
  const manifest = 'text' in reading ? manifestSchema.safeParse(JSON.parse(reading.text)).data : undefined;
  if (manifest && [manifest.base, manifest.delta].every((part) => areWhole(folder, part?.files ?? [], seals)))
    return manifest;
  cacheDamage('逐字检索的索引');
  return null;
}

/** Writes the exact index of the reports into the site, as far as an earlier build does not hold it already. */
export async function writeSearchIndex(
  sources: readonly SearchSource[],
  { folder, manifest, seals = readSeals, isCompacting = false, threads }: SearchIndexOptions,
): Promise<SearchBuildResult> {
  await mkdir(folder, { recursive: true });
  const previous = readManifest(manifest, folder, seals);
  const result = await buildSearchIndex({ sources, previous, platform: searchPlatform(folder, threads), isCompacting });
  const live = new Set(result.files);
  for (const name of await readdir(folder)) if (!live.has(name)) await rm(join(folder, name), { recursive: true });
  writeSealed(manifest, memoryKind, JSON.stringify(result.manifest));
  return result;
}
