import type { Issue } from '../archive/issue.ts';
import type { LetterAccount } from '../archive/letter-account.ts';
import { regionTree } from '../archive/region-tree.ts';
import { issuerRegister } from '../content-files/issuer-register.ts';
import { readRegionRegister } from '../content-files/region-register.ts';
import { type ReportFileReading, reportFileReading } from '../content-files/report-file.ts';
import { reportFindings, type TextSurroundings } from './report-findings.ts';

/** A report file's text read, with all issues of it, and what it has of its capture. */
export async function reportTextFindings(
  text: string,
  file: string,
  surroundings: TextSurroundings,
): Promise<{ reading: ReportFileReading; issues: Issue[]; account: LetterAccount | null }> {
  const reading = reportFileReading(text, file);
  const { findings, account } = await reportFindings(reading, { text, file, surroundings });
  const issues = findings.map(({ code, severity, message, hint, ...place }): Issue => {
    const line = 'at' in place ? reading.lineOf(place.at) : place.line;
    return { code, severity, file, line, message, hint };
  });
  return { reading, issues: [...reading.issues, ...issues], account };
}

/** A report's file that stands nowhere yet. `captures`: where the captures are that it may rest on, by name. */
export interface ProposedReport {
  readonly text: string;
  /** Where it is to stand, below the content folder. */
  readonly file: string;
  readonly captures: ReadonlyMap<string, string>;
}

/**
 * The check of report files for texts that are proposed for an archive. Regions are read once, the departments, which
 * grow with the archive, each time; what is taken out of texts for lists is not tried.
 */
export function proposedReportCheck(
  content: string,
  regions: string,
  issuers: () => string,
): (proposed: ProposedReport) => Promise<Issue[]> {
  const tree = regionTree(readRegionRegister(regions).regions);
  return async ({ text, file, captures }) => {
    const departments = issuerRegister(issuers());
    const surroundings: TextSurroundings = {
      ...{ tree, captures: new Set(captures.keys()), waiting: captures, folder: content },
      files: new Set([file]),
      slugs:
        departments.isThere && departments.issues.length === 0 ? departments.entries.map(({ slug }) => slug) : null,
      today: new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10),
    };
    return (await reportTextFindings(text, file, surroundings)).issues;
  };
}
