import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ReportSummary, reportSummarySchema } from '../archive/report-summary.ts';
import { rootShard, type Shard } from '../archive/shard.ts';

/**
 * What a province's shard leaves for the root, beside its pages, in one folder:
 *
 * - `34.reports.json`: the summaries of its reports, by id, from which the root makes the lists that all share;
 * - `34.extracts.json`: what a program took out of each, by id, from which the root makes lists over all provinces;
 * - `34.documents.jsonl`: a line a report, its `SearchDocument`, from which the root builds the exact index;
 * - `34.files.json`: what it publishes, for the manifest of the site that the root writes, and the digests of the others;
 *   sealed.
 */
export function summariesFile(folder: string, shard: Shard): string {
  return join(folder, `${shard}.reports.json`);
}

/** What was taken out of a shard's reports, an object of JSON texts by id. */
export function extractsFile(folder: string, shard: Shard): string {
  return join(folder, `${shard}.extracts.json`);
}

/** A shard's texts for the exact index: a `SearchDocument` a line, by id. */
export function documentsFile(folder: string, shard: Shard): string {
  return join(folder, `${shard}.documents.jsonl`);
}

/** What a shard publishes, sealed: see `build/site-inventory.ts`. */
export function inventoryFile(folder: string, shard: Shard): string {
  return join(folder, `${shard}.files.json`);
}

/** The shards that were built apart, sorted: those that left a manifest. */
export function shardsApart(folder: string): Shard[] {
  return globSync('*.reports.json', { cwd: folder })
    .map((file) => file.replace('.reports.json', ''))
    .sort();
}

/** Which shards' pages, captures and bundles a build makes. */
export type OwnShards = (shard: Shard) => boolean;

/**
 * What a build makes: everything when it is for the whole, its own province when it is for one. The root makes what is
 * shared, and every province that nobody has built apart: of which the folder holds no manifest.
 */
export function ownShards(build: Shard | null, folder: string): OwnShards {
  if (build === null) return () => true;
  if (build !== rootShard) return (shard) => shard === build;
  const apart = new Set(shardsApart(folder));
  return (shard) => !apart.has(shard);
}

/** The reports of all provinces that were built apart, by shard and id. */
export function shardManifests(folder: string): ReportSummary[] {
  return shardsApart(folder).flatMap((shard) =>
    z.array(reportSummarySchema).parse(JSON.parse(readFileSync(summariesFile(folder, shard), 'utf8'))),
  );
}

/** What was taken out of the reports of all provinces that were built apart: JSON texts by id, null where it failed. */
export function extractsApart(folder: string): (readonly [id: string, extract: string | null])[] {
  return shardsApart(folder).flatMap((shard) =>
    Object.entries(
      z.record(z.string(), z.string().nullable()).parse(JSON.parse(readFileSync(extractsFile(folder, shard), 'utf8'))),
    ),
  );
}
