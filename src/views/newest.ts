import { type ArchiveIndex, dayOf } from '../archive/archive-index.ts';
import type { ReportSummary } from '../archive/report-summary.ts';

/** A month with the reports published, or where that is unknown signed, in it. */
export interface MonthCount {
  /** `2025-01`. */
  readonly month: string;
  readonly count: number;
}

/** What the page of the newest reports shows. */
export interface NewestView {
  readonly months: readonly (MonthCount & { readonly reports: readonly ReportSummary[]; readonly hasPage: boolean })[];
  /** Reports without any date; they stand under their regions and years. */
  readonly undated: number;
}

/** What the page of one month shows; `reports` are at most a page full, `count` is all. */
export interface MonthView extends MonthCount {
  readonly reports: readonly ReportSummary[];
  readonly before: string | null;
  readonly after: string | null;
}

/** A month of the first quarter brings thousands: what a page shows of it, and on the page of all months. */
const pageFull = 100;
const glance = 5;
const lastMonths = 12;

const monthOf = (report: ReportSummary): string => dayOf(report).slice(0, 7);

/** The latest months of which the archive has reports, newest first, with all their reports. */
function monthGroups({ reports, newest }: ArchiveIndex): { month: string; reports: ReportSummary[] }[] {
  const groups = Map.groupBy(newest(reports.length), monthOf);
  groups.delete('');
  return [...groups].slice(0, lastMonths).map(([month, some]) => ({ month, reports: some }));
}

/** The page of the newest: the last months, the first reports of each. */
export function newestView(index: ArchiveIndex): NewestView {
  return {
    months: monthGroups(index).map(({ month, reports }) => ({
      month,
      count: reports.length,
      reports: reports.slice(0, glance),
      hasPage: reports.length > glance,
    })),
    undated: index.reports.filter((report) => dayOf(report) === '').length,
  };
}

/** The pages of those months that have more reports than the page of all shows. */
export function monthViews(index: ArchiveIndex): MonthView[] {
  const paged = monthGroups(index).filter(({ reports }) => reports.length > glance);
  return paged.map(({ month, reports }, at) => ({
    month,
    count: reports.length,
    reports: reports.slice(0, pageFull),
    before: paged[at + 1]?.month ?? null,
    after: paged[at - 1]?.month ?? null,
  }));
}
