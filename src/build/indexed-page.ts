import { provinceOfCode } from '../archive/region-code.ts';
import type { Report } from '../archive/report-schema.ts';
import type { AnchoredBlock } from '../render/anchored-blocks.ts';
import { escapedHtml } from '../render/annotated-text.ts';

/** One block as plain HTML for the indexer: its text and, for headings, the anchor to which results lead. */
function indexedHtml({ anchor, block }: AnchoredBlock): string {
  if (block.kind === 'heading') return `<h${block.depth} id="${anchor}">${escapedHtml(block.text)}</h${block.depth}>`;
  if (block.kind !== 'table') return `<p>${escapedHtml(block.text)}</p>`;
  return block.rows.map((row) => row.map(({ text }) => `<p>${escapedHtml(text)}</p>`).join('')).join('');
}

const attribute = (name: string, value: string): string => ` data-pagefind-${name}="${escapedHtml(value)}"`;
const tag = (kind: 'filter' | 'meta', name: string, value: string): string =>
  `<span${attribute(kind, name)}>${escapedHtml(value)}</span>`;

/** The page that Pagefind sees: the report's own text and what filters need, none of the site around it. */
export function indexedPage(report: Report, blocks: readonly AnchoredBlock[], level: string): string {
  const title = report.titleBasis === 'text' ? `<p>${escapedHtml(report.title)}</p>` : '';
  const summary = tag('meta', 'title', report.title) + tag('meta', 'path', report.regionPath.join(' '));
  const filters =
    tag('filter', 'year', String(report.year)) +
    tag('filter', 'province', provinceOfCode(report.region)) +
    tag('filter', 'level', level) +
    tag('filter', 'issuer', report.issuerKind);
  return `<html lang="zh"><body><div data-pagefind-ignore="index">${summary}${filters}</div><main data-pagefind-body>${title}${blocks.map(indexedHtml).join('')}</main></body></html>`;
}
