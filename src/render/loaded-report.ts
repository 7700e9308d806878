import type { ReportId } from '../archive/report-id.ts';
import type { Report } from '../archive/report-schema.ts';
import { contentFolder, reportById } from '../content-files/report-store.ts';
import { type RenderedReport, renderedReport } from './rendered-report.ts';

/** A report read from its file and rendered. */
export function loadedReport(id: ReportId): { report: Report; rendered: RenderedReport } {
  const { report, body } = reportById(contentFolder(), id);
  return { report, rendered: renderedReport(report, body) };
}
