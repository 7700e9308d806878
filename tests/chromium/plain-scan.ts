import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { parseHTML } from 'linkedom';
import { folded } from '../../src/text/fold.ts';

/** A report's paragraphs as a built page shows them, the report's own words only. */
export interface ScannedReport {
  readonly id: string;
  readonly paragraphs: readonly string[];
}

/** The report's own paragraphs in a page's HTML; `title` first where the text has one. */
export function scannedHtml(html: string, title: string | null): string[] {
  const { document } = parseHTML(`<!doctype html><body>${html}</body>`);
  for (const apart of document.querySelectorAll('sup, .fn > span:first-child')) apart.remove();
  const blocks = [...document.querySelectorAll('article.t :is(h2, h3, h4, h5, h6, p, td, th)')];
  return [...(title === null ? [] : [title]), ...blocks.map(({ textContent }) => textContent ?? '')];
}

/** Reads the rendered text of every report of a built site: title where it is the text's own, and each block. */
export function scannedReports(site: string): ScannedReport[] {
  return globSync('reports/*/*/index.html', { cwd: site })
    .sort()
    .map((file) => {
      const html = readFileSync(join(site, file), 'utf8');
      const heading = parseHTML(html).document.querySelector('h1');
      const title = heading && !heading.querySelector('.i') ? (heading.textContent ?? '') : null;
      const article = /<article.*<\/article>/s.exec(html)?.[0] ?? '';
      const id = file.replace(/^reports\//, '').replace(/\/index\.html$/, '');
      return { id, paragraphs: scannedHtml(article, title) };
    });
}

/** The folded paragraphs of every report, by id. */
export const foldedTexts = (reports: readonly ScannedReport[]): Map<string, readonly string[]> =>
  new Map(reports.map(({ id, paragraphs }) => [id, paragraphs.map(folded)]));

/** How often a phrase stands in each report that holds it, by a plain scan of folded texts, overlapping occurrences counted. */
export function plainScan(texts: ReadonlyMap<string, readonly string[]>): (phrase: string) => Map<string, number> {
  return (phrase) => {
    const sought = folded(phrase);
    const found = new Map<string, number>();
    for (const [id, paragraphs] of texts)
      for (const text of paragraphs)
        for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1))
          found.set(id, (found.get(id) ?? 0) + 1);
    return found;
  };
}
