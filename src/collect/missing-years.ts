import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageColumns, readCoverageFile } from '../content-files/coverage-file.ts';
import { writeWhole } from '../host/whole-file.ts';
import { csvCell } from './collected-reports.ts';

/** A report that was looked for and not found: where, and on which day. */
export interface MissingReport {
  readonly region: string;
  readonly year: number;
  readonly where: string;
  readonly when: string;
}

/**
 * Adds to `coverage.csv` what was looked for in vain, each region, year and place once; the number of lines that were
 * added. What stands there stays as it is, letter for letter.
 */
export function addMissing(content: string, missing: readonly MissingReport[]): number {
  const file = join(content, 'coverage.csv');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : `${coverageColumns.join(',')}\n`;
  const { entries } = readCoverageFile(text, 'coverage.csv');
  const known = new Set(entries.map(({ record: { region, year, where } }) => `${region} ${year} ${where}`));
  const lines = missing
    // A report of a year is published in the next.
    .filter(
      ({ region, year, where, when }) => Number(when.slice(0, 4)) > year && !known.has(`${region} ${year} ${where}`),
    )
    .map(({ region, year, where, when }) =>
      [region, String(year), 'not-found', where, when, ''].map(csvCell).join(','),
    );
  if (lines.length > 0) writeWhole(file, `${text.endsWith('\n') ? text : `${text}\n`}${lines.join('\n')}\n`);
  return lines.length;
}
