import { hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issueText } from '../archive/issue.ts';
import { reportCharacters } from '../archive/report-characters.ts';
import { type ReportId, reportFile, reportId } from '../archive/report-id.ts';
import type { Report } from '../archive/report-schema.ts';
import type { ReportSummary } from '../archive/report-summary.ts';
import { readReportFile } from './report-file.ts';

/** Whether a report file is of a report in force, and not of a superseded version. */
export const isInForce = (file: string): boolean => !/\.v\d+\.md$/.test(file);

/** Files of all reports in force (superseded versions `….v1.md` apart), relative to the content folder, sorted. */
export function reportFiles(folder: string): string[] {
  return globSync('reports/*/*/*.md', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(isInForce)
    .sort();
}

/** The id of the report that stands in a file such as `reports/14/140404/2024.md`. */
export function idOfReportFile(file: string): ReportId {
  return file.replace(/^reports\/[^/]+\//, '').replace(/\.md$/, '');
}

/** So much of the SHA-256 of a file's text, in hexadecimal, is its digest. */
export const fileDigestLength = 16;

/** Changes whenever a file's text does. */
export function fileDigest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, fileDigestLength);
}

/** The front matter of a file that must be sound, and its body; throws with all issues when it is not. */
export function soundReport(folder: string, file: string): { report: Report; body: string; digest: string } {
  // Node decodes what it has read four times as fast as while it reads.
  const text = readFileSync(join(folder, file)).toString('utf8');
  const read = readReportFile(text, file);
  if (!read.report) throw new Error(read.issues.map(issueText).join('\n'));
  return { report: read.report, body: read.body, digest: fileDigest(text) };
}

/** A report by its id. */
export function reportById(folder: string, id: ReportId): { report: Report; body: string; digest: string } {
  return soundReport(folder, join('reports', reportFile(id)));
}

/** What lists need of a report. */
export function reportSummary(report: Report, body: string, digest: string): ReportSummary {
  const { title, titleBasis, region, regionPath, year, slug, issuerKind, signed, published } = report;
  const [first] = report.sources;
  return {
    id: reportId(report),
    title,
    titleBasis,
    region,
    regionPath,
    year,
    slug,
    issuerKind,
    signed,
    published,
    issuerNames: report.issuers.map(({ name }) => name),
    characters: reportCharacters(body),
    captured: first?.captured ?? null,
    source: first ? { sha256: first.sha256, format: first.format, url: first.url } : null,
    replaced: report.versions,
    redacted: report.redactions,
    digest,
  };
}
