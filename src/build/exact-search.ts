import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { redactionCount } from '../archive/redaction.ts';
import { type RegionTree, regionTree } from '../archive/region-tree.ts';
import { parsedReportId, reportFile } from '../archive/report-id.ts';
import { rootShard, shardOfRegion } from '../archive/shard.ts';
import { readRegionRegister } from '../content-files/region-register.ts';
import { fileDigest, idOfReportFile, reportFiles, soundReport } from '../content-files/report-store.ts';
import { ownShards } from '../content-files/shard-manifest.ts';
import { copyApart, type FileSeal, fileSeal } from '../host/file-seal.ts';
import { searchableReport } from '../render/searchable-report.ts';
import type { SearchBuildResult, SearchSource } from '../search/indexing/build-search-index.ts';
import { compareText } from '../text/order.ts';
import { indexProgram } from './index-program.ts';
import { writeSearchIndex } from './search-index.ts';
import { shardSearchSources } from './shard-documents.ts';
import { writeIndexManifest } from './site-manifest.ts';

const indexFolder = (cache: string): string => join(cache, 'exact-search');

/** The reports of a content folder as the exact index takes them: read one by one, when it needs their text. */
function searchSources(content: string, tree: RegionTree): SearchSource[] {
  return reportFiles(content).map((file) => {
    const id = idOfReportFile(file);
    const text = readFileSync(join(content, file)).toString('utf8');
    const parts = parsedReportId(id);
    // What the document takes from the register is part of its digest.
    const level = (parts && tree.region(parts.region, parts.year)?.level) ?? '';
    return {
      id,
      digest: fileDigest(`${level}\n${text}`),
      redactions: redactionCount(text),
      document: () => {
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
  shards: string | null = null,
): Promise<SearchBuildResult> {
  const tree = regionTree(readRegionRegister(content).regions);
  const program = indexProgram();
  const isOwn = shards === null ? () => true : ownShards(rootShard, shards);
  const held = searchSources(content, tree);
  const sources =
    shards === null
      ? held
      : [...held.filter(({ id }) => isOwn(shardOfRegion(id))), ...shardSearchSources(shards)].sort(asFiles);
  return writeSearchIndex(sources, {
    folder: indexFolder(cache),
    manifest: join(cache, `exact-search-${program}.json`),
  });
}

/** Puts the index into a site, and beside it the list of its files. The site shares no byte with the cache. */
export function publishExactSearch(cache: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, FileSeal>();
  for (const name of readdirSync(indexFolder(cache)).sort()) {
    copyApart(join(indexFolder(cache), name), join(folder, name));
    files.set(name, fileSeal(join(folder, name)));
  }
  writeIndexManifest(folder, files);
}
