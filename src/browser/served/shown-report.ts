import type { ReportId } from '../../archive/report-id.ts';
import { saying } from '../../i18n/saying.ts';
import { type FetchedReport, fetchedPage, idInAddress, ReportUnavailable, reportOnPage } from './fetched-report.ts';
import { pagePath } from './page-path.ts';

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
  const path = pagePath();
  const id = idInAddress(path);
  if (id === null) return null;
  return { id, base: path.slice(0, path.lastIndexOf('reports/')), url: new URL(path, location.href).href };
}

/** The lasting address of the page that is open, or of one of its paragraphs by anchor. */
export function lastingAddress(anchor: string | null = null): string {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  const page = canonical ?? new URL(pagePath(), location.href).href;
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
