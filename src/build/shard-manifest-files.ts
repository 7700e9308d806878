import { closeSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import type { RegionTree } from '../archive/region-tree.ts';
import type { ReportSummary } from '../archive/report-summary.ts';
import { type Shard, shardOfRegion } from '../archive/shard.ts';
import { idOfReportFile, reportFiles, reportSummary, soundReport } from '../content-files/report-store.ts';
import { documentsFile, summariesFile } from '../content-files/shard-manifest.ts';
import { searchableReport } from '../render/searchable-report.ts';

/** Writes what a province leaves for the root: its reports' summaries and their searched texts. */
export function writeShardManifest(content: string, tree: RegionTree, shard: Shard, folder: string): number {
  mkdirSync(folder, { recursive: true });
  const documents = documentsFile(folder, shard);
  const lines = openSync(`${documents}.building`, 'w');
  const summaries: ReportSummary[] = [];
  for (const file of reportFiles(content)) {
    if (shardOfRegion(idOfReportFile(file)) !== shard) continue;
    const { report, body, digest } = soundReport(content, file);
    summaries.push(reportSummary(report, body, digest));
    writeSync(lines, `${JSON.stringify(searchableReport(report, body, tree))}\n`);
  }
  closeSync(lines);
  renameSync(`${documents}.building`, documents);
  writeFileSync(summariesFile(folder, shard), JSON.stringify(summaries));
  return summaries.length;
}
