import type { AnalysedReport } from '../analysis/report-analysis.ts';
import type { RegionTree } from '../archive/region-tree.ts';
import type { Report } from '../archive/report-schema.ts';
import { searchableReport } from './searchable-report.ts';

/** A report as it is analysed: its own words, paragraph by paragraph, the places that its notes doubt, and its facts. */
export function analysedReport(report: Report, body: string, tree: RegionTree): AnalysedReport {
  const { paragraphs, level } = searchableReport(report, body, tree);
  return { paragraphs, notes: report.notes, facts: { ...report, level } };
}
