import { globSync } from 'node:fs';
import type { ReportId } from '../archive/report-id.ts';
import type { Report } from '../archive/report-schema.ts';
import { soundReport } from './report-store.ts';

/** A text that a newer version replaced; it keeps an address of its own. */
export interface SupersededReport {
  readonly id: ReportId;
  readonly version: number;
  /** Relative to the content folder: `reports/14/140404/2024.v1.md`. */
  readonly file: string;
}

/** All superseded texts of a content folder, by file. */
export function supersededReports(folder: string): SupersededReport[] {
  return globSync('reports/*/*/*.v*.md', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) => {
      const found = /^reports\/\d{2}\/(.+)\.v(\d+)\.md$/.exec(file);
      return found ? [{ id: found[1] ?? '', version: Number(found[2]), file }] : [];
    });
}

/** Reads one superseded text; throws with all issues when its file is not sound. */
export function supersededReport(
  folder: string,
  { file }: SupersededReport,
): { report: Report; body: string; digest: string } {
  return soundReport(folder, file);
}
