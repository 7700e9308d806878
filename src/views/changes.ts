import type { ArchiveIndex } from '../archive/archive-index.ts';
import { parsedReportId, type ReportId } from '../archive/report-id.ts';
import type { ReportSummary } from '../archive/report-summary.ts';
import type { Withdrawal } from '../archive/withdrawal.ts';
import { compareText } from '../text/order.ts';

/** A change to a report that the archive had published, as far as its files tell. */
export interface ArchiveChange {
  readonly day: string;
  /** A text replaced by a newer one; a private name taken out; a report withdrawn. */
  readonly kind: 'replaced' | 'redacted' | 'withdrawn';
  /** Its address tells of a report that was withdrawn too. */
  readonly id: ReportId;
  /** Where the report belongs, from the province down: 山西省 长治市 上党区. */
  readonly place: string;
  readonly year: number;
  /** Who made it; empty where nobody entered it of one that was withdrawn. */
  readonly issuers: string;
  readonly reason: string;
  /** The superseded version, which keeps an address of its own. */
  readonly version: number | null;
}

/** What the page of changes shows. */
export interface ChangesView {
  /** The latest, newest first. */
  readonly changes: readonly ArchiveChange[];
  readonly years: readonly { readonly year: string; readonly count: number }[];
  /** Reports by the month in which their capture was fetched, newest first. */
  readonly captured: readonly { readonly month: string; readonly count: number }[];
  /** Reports of which no one noted when they were fetched. */
  readonly uncaptured: number;
}

/** What the page of one year's changes shows; `count` is all, `changes` at most what a person can use. */
export interface ChangesOfYear {
  readonly year: string;
  readonly count: number;
  readonly changes: readonly ArchiveChange[];
}

const atAGlance = 50;
const pageFull = 300;
const lastMonths = 60;

const placeOf = (path: readonly string[]): string => path.join(' ') || '国家';

function changesOf(report: ReportSummary): ArchiveChange[] {
  const { id, regionPath, year, issuerNames } = report;
  const shared = { id, place: placeOf(regionPath), year, issuers: issuerNames.join('、') };
  return [
    ...report.replaced.map(({ version, until, reason }) => {
      return { ...shared, kind: 'replaced' as const, day: until, reason, version };
    }),
    ...report.redacted.map(({ day, reason }) => ({ ...shared, kind: 'redacted' as const, day, reason, version: null })),
  ];
}

/** Every change that the files tell of, newest first; one sort. */
function allChanges({ reports, tree }: ArchiveIndex, withdrawals: readonly Withdrawal[]): ArchiveChange[] {
  const withdrawn = withdrawals.map(({ id, issuers, day, reason }): ArchiveChange => {
    const { region, year } = parsedReportId(id) ?? { region: '', year: 0 };
    const place = placeOf(tree.pathNames(region, year));
    return { id, place, year, issuers, day, kind: 'withdrawn', reason, version: null };
  });
  return [...reports.flatMap(changesOf), ...withdrawn].sort((a, b) => compareText(b.day, a.day));
}

/** The page of all changes. */
export function changesView(index: ArchiveIndex, withdrawals: readonly Withdrawal[]): ChangesView {
  const changes = allChanges(index, withdrawals);
  const months = Map.groupBy(index.reports, ({ captured }) => captured?.slice(0, 7) ?? '');
  const years = Map.groupBy(changes, ({ day }) => day.slice(0, 4));
  const uncaptured = months.get('')?.length ?? 0;
  months.delete('');
  return {
    changes: changes.slice(0, atAGlance),
    years: changes.length > atAGlance ? [...years].map(([year, { length }]) => ({ year, count: length })) : [],
    captured: [...months]
      .map(([month, { length }]) => ({ month, count: length }))
      .sort((a, b) => compareText(b.month, a.month))
      .slice(0, lastMonths),
    uncaptured,
  };
}

/** The pages of years, where the page of all does not hold every change. */
export function changesOfYears(index: ArchiveIndex, withdrawals: readonly Withdrawal[]): ChangesOfYear[] {
  const changes = allChanges(index, withdrawals);
  if (changes.length <= atAGlance) return [];
  const years = Map.groupBy(changes, ({ day }) => day.slice(0, 4));
  return [...years].map(([year, some]) => ({ year, count: some.length, changes: some.slice(0, pageFull) }));
}
