import { hash } from 'node:crypto';
import { parsedReportId, type ReportId } from '../archive/report-id.ts';

/** The report in force that a published file is the page of, by its path in the site; null for every other file. */
export function reportOfPage(path: string): ReportId | null {
  const id = /^reports\/([^/]+\/[^/]+)\/index\.html$/.exec(path)?.[1];
  return id !== undefined && parsedReportId(id) ? id : null;
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The characters of a report as its page shows them, headings and tables included; null where the page has no text. */
export function publishedText(html: string): string | null {
  const article = /<article class="t"[^>]*>([\s\S]*)<\/article>/.exec(html)?.[1];
  if (article === undefined) return null;
  return article.replace(/<[^>]*>/g, '').replace(/&([a-z]+|#39);/g, (sign, name: string) => signs[name] ?? sign);
}

/** SHA-256 of what `publishedText` gives, in hexadecimal; empty where the page has no text. */
export function publishedTextDigest(html: Uint8Array): string {
  const text = publishedText(Buffer.from(html).toString('utf8'));
  return text === null ? '' : hash('sha256', text, 'hex');
}
