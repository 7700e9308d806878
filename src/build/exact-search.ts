import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type RegionTree, regionTree } from '../archive/region-tree.ts';
import { parsedReportId, reportFile } from '../archive/report-id.ts';
import { rootShard, shardOfRegion } from '../archive/shard.ts';
import type { CheckedText } from '../content-check/content-issues.ts';
import { keptReadings } from '../content-check/kept-readings.ts';
import { readRegionRegister } from '../content-files/region-register.ts';
import { fileDigest, fileDigestLength, idOfReportFile, isInForce, soundReport } from '../content-files/report-store.ts';
import { ownShards } from '../content-files/shard-manifest.ts';
import { sealOf } from '../host/file-seal.ts';
import { knownSeals } from '../host/known-seals.ts';
import { searchableBlocks, searchableReport } from '../render/searchable-report.ts';
import type { SearchBuildResult, SearchSource } from '../search/indexing/build-search-index.ts';
import { compareText } from '../text/order.ts';
import { indexProgram } from './index-program.ts';
import type { FileToPublish } from './published-files.ts';
import { writeSearchIndex } from './search-index.ts';
import { shardSearchSources } from './shard-documents.ts';
import { indexManifestText, manifestName } from './site-manifest.ts';

const indexFolder = (cache: string): string => join(cache, 'exact-search');
const indexSealsFile = (cache: string): string => join(cache, 'exact-search-seals.json');

/** The reports in force of a content folder as the exact index takes them: read one by one, when it needs their text. */
function searchSources(
  content: string,
  cache: string,
  texts: ReadonlyMap<string, CheckedText>,
  tree: RegionTree,
): SearchSource[] {
  const { reading: kept } = keptReadings(cache);
  const inForce = [...texts].filter(([file]) => isInForce(file)).sort(([one], [other]) => compareText(one, other));
  return inForce.map(([file, { digest, redactions }]) => {
    const id = idOfReportFile(file);
    const parts = parsedReportId(id);
    // What the document takes from the register is part of its digest.
    const level = (parts && tree.region(parts.region, parts.year)?.level) ?? '';
    return {
      id,
      digest: fileDigest(`${level}\n${digest}`),
      redactions,
      document: () => {
        const reading = kept(digest.slice(0, fileDigestLength));
        if (reading) return searchableBlocks(reading.report, reading.blocks, tree);
        const { report, body } = soundReport(content, file);
        return searchableReport(report, body, tree);
      },
    };
  });
}

/** In the order in which a build of the whole reads the files: the same reports then give the same index. */
const asFiles = (a: SearchSource, b: SearchSource): number => compareText(reportFile(a.id), reportFile(b.id));

/**
 * Brings the exact index in the cache up to date: what an earlier build of the same program holds already is not made
 * again. With a folder of shards' manifests the texts of the provinces built apart come from there, the others' from
 * the content.
 */
export function exactSearchInCache(
  content: string,
  cache: string,
  texts: ReadonlyMap<string, CheckedText>,
  shards: string | null = null,
): Promise<SearchBuildResult> {
  const tree = regionTree(readRegionRegister(content).regions);
  const program = indexProgram();
  const isOwn = shards === null ? () => true : ownShards(rootShard, shards);
  const held = searchSources(content, cache, texts, tree);
  const sources =
    shards === null
      ? held
      : [...held.filter(({ id }) => isOwn(shardOfRegion(id))), ...shardSearchSources(shards)].sort(asFiles);
  return writeSearchIndex(sources, {
    folder: indexFolder(cache),
    manifest: join(cache, `exact-search-${program}.json`),
    seals: knownSeals(indexSealsFile(cache)),
  });
}

/** The files of the index, and the list of them, as they are to be published in a folder that is served as `/search-index/`. */
export function exactFiles(cache: string): FileToPublish[] {
  const folder = indexFolder(cache);
  const seals = knownSeals(indexSealsFile(cache));
  const files = readdirSync(folder)
    .sort()
    .map((path) => ({ path, from: join(folder, path), ...seals.of(join(folder, path)) }));
  seals.save();
  const from = Buffer.from(indexManifestText(files.map((file) => [file.path, file])));
  return [...files, { path: manifestName, from, ...sealOf(from) }];
}
