import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { regionTree } from '../archive/region-tree.ts';
import type { Report } from '../archive/report-schema.ts';
import { readRegionRegister } from '../content-files/region-register.ts';
import { contentFolder, reportFiles, reportSummary, soundReport } from '../content-files/report-store.ts';
import { escapedHtml } from '../render/annotated-text.ts';
import { type AnchoredBlock, renderedReport } from '../render/rendered-report.ts';

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
function indexedPage(report: Report, blocks: readonly AnchoredBlock[], level: string, province: string): string {
  const title = report.titleBasis === 'text' ? `<p>${escapedHtml(report.title)}</p>` : '';
  const summary = tag('meta', 'title', report.title) + tag('meta', 'path', report.regionPath.join(' '));
  const filters =
    tag('filter', 'year', String(report.year)) +
    tag('filter', 'province', province) +
    tag('filter', 'level', level) +
    tag('filter', 'issuer', report.issuerKind);
  return `<html lang="zh"><body><div data-pagefind-ignore="index">${summary}${filters}</div><main data-pagefind-body>${title}${blocks.map(indexedHtml).join('')}</main></body></html>`;
}

/** Builds Pagefind's index of all reports below `/pagefind/`: ranked full-text search. */
export function rankedSearch(): AstroIntegration {
  return {
    name: 'ranked-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = contentFolder();
        const tree = regionTree(readRegionRegister(folder).regions);
        const { index, errors } = await createIndex({ forceLanguage: 'zh', writePlayground: false });
        if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
        const files = reportFiles(folder);
        for (const file of files) {
          const { report, body, digest } = soundReport(folder, file);
          const { id } = reportSummary(report, body, digest);
          const level = tree.region(report.region, report.year)?.level ?? 'county';
          const province = `${report.region.slice(0, 2)}0000`;
          const content = indexedPage(report, renderedReport(report, body).blocks, level, province);
          const added = await index.addHTMLFile({ url: `reports/${id}/`, content });
          if (added.errors.length > 0) throw new Error(`Pagefind refuses ${file}: ${added.errors.join('; ')}`);
        }
        const written = await index.writeFiles({ outputPath: fileURLToPath(new URL('./pagefind/', dir)) });
        if (written.errors.length > 0) throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
        await close();
        logger.info(`${files.length} reports indexed for ranked search`);
      },
    },
  };
}
