import type { AnalysedReport } from '../analysis/report-analysis.ts';
import type { RegionTree } from '../archive/region-tree.ts';
import type { ReportBlock } from '../archive/report-block.ts';
import type { Report } from '../archive/report-schema.ts';
import { reportBlocks } from './report-blocks.ts';
import { searchableBlocks } from './searchable-report.ts';

/** A report as it is analysed: its own words, paragraph by paragraph, the places that its notes doubt, and its facts. */
export function analysedReport(report: Report, body: string, tree: RegionTree): AnalysedReport {
  return analysedBlocks(report, reportBlocks(body), tree);
}

/** The same of a report whose body was read already. */
export function analysedBlocks(report: Report, blocks: readonly ReportBlock[], tree: RegionTree): AnalysedReport {
  const { paragraphs, level } = searchableBlocks(report, blocks, tree);
  return { paragraphs, notes: report.notes, facts: { ...report, level } };
}
