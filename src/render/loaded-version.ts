import type { Report } from '../archive/report-schema.ts';
import { contentFolder } from '../content-files/report-store.ts';
import { type SupersededReport, supersededReport, supersededReports } from '../content-files/superseded-reports.ts';
import { type RenderedReport, renderedReport } from './rendered-report.ts';

/** Every superseded text, with what changes when its file does. */
export function versions(): (SupersededReport & { digest: string })[] {
  const folder = contentFolder();
  return supersededReports(folder).map((version) => ({ ...version, digest: supersededReport(folder, version).digest }));
}

/** A superseded text read from its file and rendered; its page holds its own notes. */
export function loadedVersion(version: SupersededReport): { report: Report; rendered: RenderedReport } {
  const { report, body } = supersededReport(contentFolder(), version);
  return { report, rendered: renderedReport(report, body, '') };
}
