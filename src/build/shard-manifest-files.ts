import type { RegionTree } from '../archive/region-tree.ts';
import type { ReportSummary } from '../archive/report-summary.ts';
import { type Shard, shardOfRegion } from '../archive/shard.ts';
import { idOfReportFile, reportFiles, reportSummary, soundReport } from '../content-files/report-store.ts';
import { documentsFile, summariesFile } from '../content-files/shard-manifest.ts';
import { writeWhole } from '../host/whole-file.ts';
import { searchableReport } from '../render/searchable-report.ts';

/** Writes what a province leaves for the root: its reports' summaries and their searched texts. */
export function writeShardManifest(content: string, tree: RegionTree, shard: Shard, folder: string): number {
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
  writeWhole(summariesFile(folder, shard), JSON.stringify(summaries));
  return summaries.length;
}
