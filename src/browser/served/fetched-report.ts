import { runInDepth } from '../../archive/report-block.ts';
import { parsedReportId, type ReportId } from '../../archive/report-id.ts';
import { siteRoutes } from '../../archive/routes.ts';
import { type Role, roles } from '../../archive/section.ts';
import type { TextBlock } from '../../compare/report-text.ts';
import { roleNames } from '../../i18n/report-words.ts';

/** A report's page, read back: what it says and what its head says of it. */
export interface FetchedReport {
  readonly id: ReportId;
  readonly title: string;
  readonly authors: readonly string[];
  /** `2025-01-20`, `2025-01`, or null. */
  readonly issued: string | null;
  /** Permanent address, with host. */
  readonly address: string;
  readonly blocks: readonly TextBlock[];
  /** Reports that the page itself names as related, with what it calls the relation. */
  readonly related: readonly { readonly id: ReportId; readonly title: string; readonly relation: string }[];
}

/** Why a report could not be had, as a sentence for readers. */
export class ReportUnavailable extends Error {}

/** The id in a report's address, or in the id itself: `…/reports/140404/2024/#p-1`, `140404/2024`; null where none. */
export function idInAddress(text: string): ReportId | null {
  const found = /(?:^|\/reports\/)(\d{6}(?:x\d{2})?\/\d{4}[a-z0-9-]*)(?:[/?#]|$)/.exec(text.trim())?.[1] ?? '';
  return parsedReportId(found) ? found : null;
}

/** Not the report's own words: footnote marks and labels. */
const apart = 'sup, .fn > span:first-child';

function ownText(element: Element): string {
  const copy = document.importNode(element, true);
  for (const mark of copy.querySelectorAll('sup')) mark.remove();
  if (copy.matches('.fn')) copy.querySelector(apart)?.remove();
  for (const line of copy.querySelectorAll('br')) line.replaceWith('\n');
  return (copy.textContent ?? '').trim();
}

const roleOf = (element: Element): Role | null =>
  roles.find((role) => roleNames[role] === element.getAttribute('data-role')) ?? null;

function depthOf(element: Element): number | null {
  const depth = /^h([2-6])$/.exec(element.localName)?.[1];
  if (depth !== undefined) return Number(depth);
  return element.localName === 'p' && element.firstChild?.nodeName === 'B' ? runInDepth : null;
}

function blocksOf(article: Element): TextBlock[] {
  return [...article.querySelectorAll(':is(h2, h3, h4, h5, h6, p)[id], .table[id] tr')].map((element) => {
    const anchor = element.closest('[id]')?.id ?? '';
    const cells = [...element.querySelectorAll('th, td')];
    const text = cells.length > 0 ? cells.map(ownText).join('\t') : ownText(element);
    return { anchor, text, depth: depthOf(element), role: roleOf(element) };
  });
}

function relatedOf(page: Document): FetchedReport['related'] {
  return [...page.querySelectorAll('nav.pager a[href*="/reports/"]')].flatMap((link) => {
    const id = idInAddress(link.getAttribute('href') ?? '');
    const relation = /^\s*([^：]*)：/.exec(link.closest('li')?.textContent ?? '')?.[1] ?? '';
    return id === null ? [] : [{ id, title: link.textContent ?? '', relation }];
  });
}

const contents = (page: Document, name: string): string[] =>
  [...page.querySelectorAll(`meta[name="${name}"]`)].map((meta) => meta.getAttribute('content') ?? '');

/** Fetches a page of this site as it was served, whatever has been done to the one shown. Rejects with `ReportUnavailable`. */
export async function fetchedPage(url: string): Promise<{ readonly page: Document; readonly isFound: boolean }> {
  const response = await fetch(url).catch(() => null);
  if (response === null) throw new ReportUnavailable('报告未能载入，请检查网络后重试。');
  return { page: new DOMParser().parseFromString(await response.text(), 'text/html'), isFound: response.ok };
}

/** What a report's page says; `url` is its address where it names none itself. Null where the page holds no report. */
export function reportOnPage(page: Document, id: ReportId, url: string): FetchedReport | null {
  const article = page.querySelector('article');
  if (!article) return null;
  return {
    id,
    title: contents(page, 'citation_title')[0] ?? page.title,
    authors: contents(page, 'citation_author'),
    issued: contents(page, 'citation_publication_date')[0]?.replaceAll('/', '-') ?? null,
    address: page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? url,
    blocks: blocksOf(article),
    related: relatedOf(page),
  };
}

/** Fetches a report's page and reads it; `base` is the site's base path. Rejects with `ReportUnavailable`. */
export async function fetchedReport(id: ReportId, base: string): Promise<FetchedReport> {
  const url = new URL(siteRoutes(base).report(id), location.href).href;
  const { page, isFound } = await fetchedPage(url);
  const report = isFound ? reportOnPage(page, id, url) : null;
  if (report === null) throw new ReportUnavailable(`本库没有编号为 ${id} 的报告。`);
  return report;
}
