import { blockHeading, rowTexts } from '../../archive/report-block.ts';
import { parsedReportId, type ReportId } from '../../archive/report-id.ts';
import { siteRoutes } from '../../archive/routes.ts';
import type { TextBlock } from '../../compare/report-text.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { type ServedBlock, servedBlocks } from './served-blocks.ts';

/** A report's page, read back: what it says and what its head says of it. */
export interface FetchedReport {
  readonly id: ReportId;
  readonly title: string;
  /** Whose report it is, in short: the region, and of a department or party committee its own name. */
  readonly place: string;
  readonly authors: readonly string[];
  /** `2025-01-20`, `2025-01`, or null. */
  readonly issued: string | null;
  /** Permanent address, with host. */
  readonly address: string;
  /** The report's blocks as its page holds them, and as comparison sees them. */
  readonly served: readonly ServedBlock[];
  readonly blocks: readonly TextBlock[];
  /** Reports that the page itself names as related, with what each is to this one, as the page says it. */
  readonly related: readonly { readonly id: ReportId; readonly title: string; readonly relation: Saying }[];
}

/** Why a report could not be had; `said` is a message of `served`, `page` the address of a page that tells more. */
export class ReportUnavailable extends Error {
  readonly said: Saying;
  readonly page: string | null;

  constructor(said: Saying, page: string | null = null) {
    super(said.key);
    this.said = said;
    this.page = page;
  }
}

/** The id in a report's address, or in the id itself: `…/reports/140404/2024/#p-1`, `140404/2024`; null where none. */
export function idInAddress(text: string): ReportId | null {
  const found = /(?:^|\/reports\/)(\d{6}(?:x\d{2})?\/\d{4}[a-z0-9-]*)(?:[/?#]|$)/.exec(text.trim())?.[1] ?? '';
  return parsedReportId(found) ? found : null;
}

/** A block as comparison sees it; a table is a block a row. */
function textBlocks({ anchor, role, block }: ServedBlock): TextBlock[] {
  if (block.kind === 'table') return rowTexts(block).map((text) => ({ anchor, text, depth: null, role: null }));
  return [{ anchor, text: block.text, depth: blockHeading(block)?.depth ?? null, role }];
}

/** What a linked report is to another: `words` as the other's page has them, `上一年度（长治县）`, `上党区2024年度`. */
function relation(words: string, link: Element, id: ReportId, own: ReportId): Saying {
  const [year = '', ownYear = ''] = [id, own].map((known) => known.slice(known.indexOf('/') + 1).slice(0, 4));
  const isNext = Math.abs(Number(year) - Number(ownYear)) === 1;
  const place = /（(.*)）$/.exec(words)?.[1];
  if (link.matches('[rel="prev"]')) {
    if (place === undefined) return isNext ? saying('previousYear') : saying('earlierYear', { year });
    return isNext ? saying('previousYearNamed', { place }) : saying('earlierYearNamed', { year, place });
  }
  if (link.matches('[rel="next"]')) {
    if (place === undefined) return isNext ? saying('nextYear') : saying('laterYear', { year });
    return isNext ? saying('nextYearNamed', { place }) : saying('laterYearNamed', { year, place });
  }
  return saying('placeYear', { place: words.slice(0, words.lastIndexOf(year)), year });
}

function relatedOf(page: Document, own: ReportId): FetchedReport['related'] {
  return [...page.querySelectorAll('article + nav a[href*="/reports/"]')].flatMap((link) => {
    const id = idInAddress(link.getAttribute('href') ?? '');
    // A row begins with what its links are to this report, and a colon.
    const words = link.closest('li')?.firstChild;
    if (id === null || !(words instanceof Text)) return [];
    return [{ id, title: link.textContent ?? '', relation: relation(words.data.trim().slice(0, -1), link, id, own) }];
  });
}

/** The region that a report's page stands below, by its breadcrumb. */
const regionName = (page: Document): string | null =>
  [...page.querySelectorAll('.crumb a[href*="/regions/"]')].at(-1)?.textContent ?? null;

const contents = (page: Document, name: string): string[] =>
  [...page.querySelectorAll(`meta[name="${name}"]`)].map((meta) => meta.getAttribute('content') ?? '');

/** Fetches a page of this site as it was served, whatever has been done to the one shown. Rejects with `ReportUnavailable`. */
export async function fetchedPage(url: string): Promise<{ readonly page: Document; readonly isFound: boolean }> {
  const response = await fetch(url).catch(() => null);
  if (response === null) throw new ReportUnavailable(saying('reportNotLoaded'));
  return { page: new DOMParser().parseFromString(await response.text(), 'text/html'), isFound: response.ok };
}

/** What a report's page says; `url` is its address where it names none itself. Null where the page holds no report. */
export function reportOnPage(page: Document, id: ReportId, url: string): FetchedReport | null {
  const article = page.querySelector('article.t');
  if (!article) return null;
  const served = servedBlocks(article);
  const authors = contents(page, 'citation_author');
  const isOwn = parsedReportId(id)?.slug === null;
  return {
    id,
    title: contents(page, 'citation_title')[0] ?? page.title,
    place: (isOwn ? regionName(page) : null) ?? authors.join('、'),
    authors,
    issued: contents(page, 'citation_publication_date')[0]?.replaceAll('/', '-') ?? null,
    address: page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? url,
    served,
    blocks: served.flatMap(textBlocks),
    related: relatedOf(page, id),
  };
}

/** Fetches a report's page and reads it; `base` is the site's base path. Rejects with `ReportUnavailable`. */
export async function fetchedReport(id: ReportId, base: string): Promise<FetchedReport> {
  const url = new URL(siteRoutes(base).report(id), location.href).href;
  const { page, isFound } = await fetchedPage(url);
  const report = isFound ? reportOnPage(page, id, url) : null;
  if (report !== null) return report;
  const isWithdrawn = isFound && page.querySelector('[data-withdrawn]') !== null;
  throw new ReportUnavailable(
    saying(isWithdrawn ? 'reportWithdrawn' : 'noSuchReport', { code: id }),
    isWithdrawn ? url : null,
  );
}
