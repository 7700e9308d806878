import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../host/whole-file.ts';
import { buildSearchIndex, type SearchBuildResult, type SearchSource } from '../search/indexing/build-search-index.ts';
import type { Manifest } from '../search/indexing/manifest.ts';
import { searchPlatform } from './search-platform.ts';

export interface SearchIndexOptions {
  /** Folder of the index in the built site, `dist/search-index`; made if missing, all else in it is deleted. */
  readonly folder: string;
  /** Where the builder keeps its memory between builds, outside the site: without it everything is built anew. */
  readonly manifest: string;
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

/** The builder's memory; null where it is missing, damaged, or speaks of files that are gone: then all is built anew. */
async function readManifest(file: string, folder: string): Promise<Manifest | null> {
  let manifest: Manifest | undefined;
  try {
    manifest = manifestSchema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
  } catch {
    return null;
  }
  if (!manifest) return null;
  const present = new Set(await readdir(folder).catch(() => []));
  const isWhole = [manifest.base, manifest.delta].every(
    (part) => part?.files.every((name) => present.has(name)) ?? true,
  );
  return isWhole ? manifest : null;
}

/** Writes the exact index of the reports into the site, as far as an earlier build does not hold it already. */
export async function writeSearchIndex(
  sources: readonly SearchSource[],
  { folder, manifest, isCompacting = false, threads }: SearchIndexOptions,
): Promise<SearchBuildResult> {
  await mkdir(folder, { recursive: true });
  const previous = await readManifest(manifest, folder);
  const result = await buildSearchIndex({ sources, previous, platform: searchPlatform(folder, threads), isCompacting });
  const live = new Set(result.files);
  for (const name of await readdir(folder)) if (!live.has(name)) await rm(join(folder, name), { recursive: true });
  writeWhole(manifest, JSON.stringify(result.manifest));
  return result;
}
