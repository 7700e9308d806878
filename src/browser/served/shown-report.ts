import type { ReportId } from '../../archive/report-id.ts';
import { saying } from '../../i18n/saying.ts';
import { type FetchedReport, fetchedPage, idInAddress, ReportUnavailable, reportOnPage } from './fetched-report.ts';

/** The report, or superseded version of one, whose page is open. */
export interface ShownReport {
  readonly id: ReportId;
  /** The site's base path. */
  readonly base: string;
  /** Where the page was fetched from, with host, without what follows a `?` or `#`. */
  readonly url: string;
}

/** The report whose page is open; null on other pages. */
export function shownReport(): ShownReport | null {
  const { origin, pathname } = location;
  const id = idInAddress(pathname);
  if (id === null) return null;
  return { id, base: pathname.slice(0, pathname.indexOf('reports/')), url: origin + pathname };
}

/** The lasting address of the page that is open, or of one of its paragraphs by anchor. */
export function lastingAddress(anchor: string | null = null): string {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const page = canonical ?? location.origin + location.pathname;
  return anchor === null ? page : `${page}#${anchor}`;
}

/** A report's page as it was served, and what it says. */
export interface ServedReport {
  readonly page: Document;
  readonly report: FetchedReport;
}

let served: Promise<ServedReport> | null = null;

async function fetchedAgain(): Promise<ServedReport> {
  const shown = shownReport();
  if (!shown) throw new ReportUnavailable(saying('noReportHere'));
  const { page } = await fetchedPage(shown.url);
  const report = reportOnPage(page, shown.id, shown.url);
  if (!report) throw new ReportUnavailable(saying('reportNotLoadedAgain'));
  return { page, report };
}

/**
 * The report of the page that is open in its own letters: the page shown may be set in traditional characters, marked
 * or annotated. Rejects with `ReportUnavailable`; asked again, it tries again.
 */
export function servedReport(): Promise<ServedReport> {
  served ??= fetchedAgain();
  served.catch(() => {
    served = null;
  });
  return served;
}
