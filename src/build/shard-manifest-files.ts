import type { RegionTree } from '../archive/region-tree.ts';
import type { ReportSummary } from '../archive/report-summary.ts';
import { type Shard, shardOfRegion } from '../archive/shard.ts';
import { checkedReports } from '../content-check/check-memory.ts';
import { idOfReportFile, reportFiles, reportSummary, soundReport } from '../content-files/report-store.ts';
import { documentsFile, extractsFile, summariesFile } from '../content-files/shard-manifest.ts';
import { writeWhole } from '../host/whole-file.ts';
import { searchableReport } from '../render/searchable-report.ts';

/** Where a shard's reports are read from, and where its manifest goes. */
export interface ShardManifestOrder {
  readonly content: string;
  readonly tree: RegionTree;
  readonly shard: Shard;
  readonly folder: string;
  /** Has what the check took out of the reports. */
  readonly cache: string;
}

/** Writes what a province leaves for the root: its reports' summaries, what was taken out of them, their searched texts. */
export function writeShardManifest({ content, tree, shard, folder, cache }: ShardManifestOrder): number {
  const summaries: ReportSummary[] = [];
  function* lines(): Generator<string> {
    for (const file of reportFiles(content)) {
      if (shardOfRegion(idOfReportFile(file)) !== shard) continue;
      const { report, body, digest } = soundReport(content, file);
      summaries.push(reportSummary(report, body, digest));
      yield `${JSON.stringify(searchableReport(report, body, tree))}\n`;
    }
  }
  writeWhole(documentsFile(folder, shard), lines());
  const ids = new Set(summaries.map(({ id }) => id));
  const extracts = checkedReports(cache).flatMap(({ summary: { id }, extract }) =>
    ids.has(id) ? [[id, extract] as const] : [],
  );
  writeWhole(extractsFile(folder, shard), JSON.stringify(Object.fromEntries(extracts)));
  writeWhole(summariesFile(folder, shard), JSON.stringify(summaries));
  return summaries.length;
}
