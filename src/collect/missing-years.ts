import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsedReportId, reportFile } from '../archive/report-id.ts';
import type { CollectSource } from '../content-files/collect-register.ts';
import { coverageColumns, readCoverageFile } from '../content-files/coverage-file.ts';
import { registerCell } from '../content-files/csv.ts';
import { ExpectedFailure } from '../host/expected-failure.ts';
import { writeWhole } from '../host/whole-file.ts';
import type { JudgedCandidate } from './candidate-records.ts';
import type { CollectingResult } from './collecting.ts';
import type { Visit } from './journal.ts';
import { canonicalAddress } from './links/canonical-address.ts';
import { isReportName, isSameSite, plainWords } from './links/link-judgement.ts';
import { namedYears } from './links/named-years.ts';

/** A report that was looked for and not found: where, and on which day. */
export interface MissingReport {
  readonly region: string;
  readonly year: number;
  readonly where: string;
  readonly when: string;
}

/** A region's report of a year as it was looked for. */
export interface YearLookedFor {
  readonly region: string;
  readonly year: number;
  /** What is to be entered; empty where it was found, or where nobody can say that it is not there. */
  readonly missing: readonly MissingReport[];
  /** Why nothing is entered though nothing was found, in Chinese; empty where all is said. */
  readonly doubt: string;
}

/** Whether nobody knows what stands at an address that was asked for. */
function isOpen({ outcome, found }: Visit): boolean {
  if (outcome === 'moved') return found.length === 0;
  return outcome === 'failed' || outcome === 'refused' || outcome === 'forbidden' || outcome === 'unfit';
}

/** Whether a report's own address or words name it as one of this year. */
const isNamed = (words: string | null, year: number): boolean =>
  words !== null && isReportName(plainWords(words)) && namedYears(words).includes(year);

/** Why a column was not walked to its end, in Chinese; null where it was: nothing failed, was refused or left over. */
function openEnd(column: string, { visits, leftOver }: CollectingResult): string | null {
  const own = visits.filter(({ asked }) => asked.column === column);
  const itself = own.find(({ asked }) => asked.address === column);
  if (!itself || itself.outcome === 'gone') return `${column} 没有打开`;
  if (leftOver.some((one) => one.column === column)) return `${column} 到了上限，没有问完`;
  const unknown = own.find(isOpen);
  if (unknown) return `${unknown.asked.address} 没有看到`;
  const elsewhere = own.flatMap(({ found }) => found).find(({ address }) => !isSameSite(address, column));
  return elsewhere ? `${elsewhere.address} 在别的网站，没有去` : null;
}

/**
 * What became of looking for a region's own report of a year in all of its columns. It is missing only where every
 * column was walked to its end, at least one shows reports at all, and nothing that was seen may be the one.
 */
export function yearLookedFor(
  { region, columns }: CollectSource,
  year: number,
  { result, judged, today }: { result: CollectingResult; judged: readonly JudgedCandidate[]; today: string },
): YearLookedFor {
  const nothing = (doubt: string): YearLookedFor => ({ region, year, missing: [], doubt });
  const addresses = columns.map(({ address }) => canonicalAddress(address, address) ?? address);
  const visits = result.visits.filter(({ asked }) => addresses.includes(asked.column));
  const files = new Set(visits.map(({ file }) => file));
  const own = judged.filter(({ candidate }) => files.has(candidate.file));
  const reports = own.flatMap(({ outcome: { record } }) => (record.isReport === true ? [record] : []));
  const isFound = reports.some((record) => {
    const isGovernments = record.reportId === null || parsedReportId(record.reportId)?.slug === null;
    return record.year === year && isGovernments && (record.region === null || record.region.code === region);
  });
  if (isFound) return nothing('');
  for (const address of addresses) {
    const open = openEnd(address, result);
    if (open !== null) return nothing(open);
  }
  const read = new Set(own.flatMap(({ candidate, outcome }) => (outcome.record.isReport ? [candidate.file] : [])));
  const perhaps = visits.find(
    ({ asked, title, file }) =>
      !(file !== null && read.has(file)) && (isNamed(asked.text, year) || isNamed(title, year)),
  );
  if (perhaps) return nothing(`${perhaps.asked.address} 可能就是，没有读出来`);
  const showsReports = reports.length > 0 || visits.some(({ found }) => found.some(({ why }) => why === 'report'));
  if (!showsReports) return nothing('栏目里一份报告也没有看到，也许不是这些栏目');
  return { ...nothing(''), missing: columns.map(({ address }) => ({ region, year, where: address, when: today })) };
}

/**
 * Adds to `coverage.csv` what was looked for in vain, each region, year and place once, and none that the archive
 * holds; gives the number of lines that were added. What stands there stays as it is, letter for letter. Throws
 * `ExpectedFailure`, having written nothing, where the file cannot be read whole.
 */
export function addMissing(content: string, missing: readonly MissingReport[]): number {
  const file = join(content, 'coverage.csv');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : `${coverageColumns.join(',')}\n`;
  const { entries, issues } = readCoverageFile(text, 'coverage.csv');
  if (issues.length > 0) throw new ExpectedFailure('coverage.csv 里有错误，没有登记：先运行 npm run check 改正');
  const known = new Set(entries.map(({ record: { region, year, where } }) => `${region} ${year} ${where}`));
  const isHeld = ({ region, year }: MissingReport): boolean =>
    existsSync(join(content, 'reports', reportFile(`${region}/${year}`)));
  const added = missing.filter((one) => {
    const key = `${one.region} ${one.year} ${one.where}`;
    // A report of a year is published in the next.
    const isNew = Number(one.when.slice(0, 4)) > one.year && !known.has(key) && !isHeld(one);
    known.add(key);
    return isNew;
  });
  const end = text.endsWith('\r\n') ? '\r\n' : '\n';
  const lines = added.map(({ region, year, where, when }) =>
    [region, String(year), 'not-found', where, when, ''].map(registerCell).join(','),
  );
  if (lines.length > 0)
    writeWhole(file, `${text.endsWith('\n') ? text : `${text}${end}`}${lines.map((line) => line + end).join('')}`);
  return lines.length;
}
