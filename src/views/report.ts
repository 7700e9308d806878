import type { ArchiveIndex, Neighbours } from '../archive/archive-index.ts';
import type { Region } from '../archive/region.ts';
import type { ReportSummary } from '../archive/report-summary.ts';

/**
 * All that a page shows beyond its own report's file, as plain data. Pages render nothing else, so a build may keep
 * a page for as long as its view stays the same.
 */
export interface ReportView {
  readonly summary: ReportSummary;
  readonly neighbours: Neighbours;
  readonly path: readonly Region[];
}

/** What a report's page shows around the report. */
export function reportView(index: ArchiveIndex, summary: ReportSummary): ReportView {
  return {
    summary,
    neighbours: index.neighbours(summary),
    path: index.tree.path(summary.region, summary.year),
  };
}
