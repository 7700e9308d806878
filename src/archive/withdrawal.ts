import type { CoverageRecord } from './coverage.ts';
import { parsedReportId, type ReportId, reportId } from './report-id.ts';

/** A report that the archive held and took out: all that is kept of it. */
export interface Withdrawal {
  readonly id: ReportId;
  /** Who made the report; empty where nobody entered it. */
  readonly issuers: string;
  /** ISO text. */
  readonly day: string;
  /** Who took it out; empty where nobody entered it. */
  readonly by: string;
  /** Why, in Chinese, for readers; empty where nobody entered it. */
  readonly reason: string;
  /** Numbers of the superseded texts that had pages of their own, ascending; empty where nobody entered them. */
  readonly versions: readonly number[];
}

/** Withdrawals as they were entered, then those that the records of coverage alone tell of. */
export function allWithdrawals(entered: readonly Withdrawal[], records: readonly CoverageRecord[]): Withdrawal[] {
  const all = new Map(entered.map((withdrawal) => [withdrawal.id, withdrawal]));
  for (const { region, year, state, when, note } of records) {
    const id = reportId({ region, year, slug: null });
    if (state === 'withdrawn' && !all.has(id))
      all.set(id, { id, issuers: '', day: when, by: '', reason: note, versions: [] });
  }
  return [...all.values()];
}

/** Records of coverage with those that withdrawals add: of reports of governments, as far as none is there yet. */
export function recordsWithWithdrawals(
  records: readonly CoverageRecord[],
  entered: readonly Withdrawal[],
): CoverageRecord[] {
  const told = new Set(
    records.flatMap(({ region, year, state }) => (state === 'withdrawn' ? [`${region}/${year}`] : [])),
  );
  const added = entered.flatMap(({ id, day, by, reason }): CoverageRecord[] => {
    const parts = parsedReportId(id);
    if (parts?.slug !== null || told.has(id)) return [];
    const { region, year } = parts;
    return [{ region, year, state: 'withdrawn', where: by, when: day, note: reason }];
  });
  return [...records, ...added];
}
