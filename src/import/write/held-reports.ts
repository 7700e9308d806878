import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../../archive/issue.ts';
import type { Report } from '../../archive/report-schema.ts';
import { readReportFile } from '../../content-files/report-file.ts';
import { textFile } from '../../content-files/text-file.ts';
import { captureFormats } from '../lines/reading.ts';

/** A report that the archive holds: its file below the content folder, the file's text, and what it says. */
export interface HeldReport {
  readonly file: string;
  readonly text: string;
  readonly report: Report;
  readonly body: string;
}

/** A file that stands where a report belongs but cannot be read. */
export class UnreadableReport extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super('held report cannot be read');
    this.issues = issues;
  }
}

/** The report in a file below the content folder; null where there is none. Throws `UnreadableReport`. */
export function heldReport(content: string, file: string): HeldReport | null {
  // Read with signs in place of bytes, it would be written back so.
  const { text, issues } = textFile(content, file, 'report');
  if (issues.length > 0) throw new UnreadableReport(issues);
  if (text === null) return null;
  const read = readReportFile(text, file);
  if (!read.report) throw new UnreadableReport(read.issues);
  return { file, text, report: read.report, body: read.body };
}

/**
 * The report that has a capture among its sources; null where none has. `likely` is the file where it most probably
 * is; all others are read only when it is not there.
 */
export function holderOfCapture(content: string, sha256: string, likely: string | null): HeldReport | null {
  // No pattern is sought here: that would list the folder of all captures for every input.
  if (!captureFormats.some((format) => existsSync(join(content, 'sources', `${sha256}.${format}`)))) return null;
  const has = (file: string): boolean => readFileSync(join(content, file), 'utf8').includes(sha256);
  if (likely !== null && existsSync(join(content, likely)) && has(likely)) return heldReport(content, likely);
  for (const file of globSync('reports/*/*/*.md', { cwd: content }).sort()) {
    if (!/\.v\d+\.md$/.test(file) && has(file)) return heldReport(content, file.replaceAll('\\', '/'));
  }
  return null;
}

/** The reports of one region and year, whoever issued them. */
export function heldOf(content: string, region: string, year: number): HeldReport[] {
  const folder = `reports/${region.slice(0, 2)}/${region}`;
  const files = existsSync(join(content, folder)) ? readdirSync(join(content, folder)) : [];
  return files
    .filter((file) => file.startsWith(String(year)) && file.endsWith('.md') && !/\.v\d+\.md$/.test(file))
    .sort()
    .flatMap((file) => heldReport(content, `${folder}/${file}`) ?? []);
}
