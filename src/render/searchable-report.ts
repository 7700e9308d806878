import type { RegionTree } from '../archive/region-tree.ts';
import { blockHeading, blockTexts, type ReportBlock, runInDepth } from '../archive/report-block.ts';
import { reportId } from '../archive/report-id.ts';
import type { Report } from '../archive/report-schema.ts';
import type { Role } from '../archive/section.ts';
import type { SearchDocument, SearchParagraph } from '../search/document.ts';
import { type AnchoredBlock, anchoredBlocks } from './anchored-blocks.ts';
import { reportBlocks } from './report-blocks.ts';

/** A heading that is still open: what stands below it belongs to it. */
interface OpenHeading {
  readonly depth: number;
  readonly text: string;
  readonly role: Role | null;
}

/**
 * A report's paragraphs for search. A paragraph has the role of the nearest heading around it that plays one, and
 * the nearest heading that is set as one as its heading.
 */
function searchParagraphs(sections: Report['sections'], blocks: readonly AnchoredBlock[]): SearchParagraph[] {
  const roles = new Map(sections.flatMap(({ heading, role }) => (heading === null ? [] : [[heading, role] as const])));
  let open: OpenHeading[] = [];
  return blocks.flatMap((anchored) => {
    const heading = blockHeading(anchored.block);
    if (heading)
      open = [
        ...open.filter(({ depth }) => depth < heading.depth),
        { ...heading, role: roles.get(heading.text) ?? null },
      ];
    const role = open.findLast((above) => above.role !== null)?.role ?? null;
    const set = open.findLast(({ depth }) => depth < runInDepth)?.text ?? null;
    return blockTexts(anchored.block)
      .filter((text) => text.trim() !== '')
      .map((text) => ({ anchor: anchored.anchor, text, role, heading: set }));
  });
}

/** A report as the search sees it: its own words and what filters need. */
export function searchableReport(report: Report, body: string, tree: RegionTree): SearchDocument {
  return searchableBlocks(report, reportBlocks(body), tree);
}

/** The same of a report whose body was read already. */
export function searchableBlocks(report: Report, blocks: readonly ReportBlock[], tree: RegionTree): SearchDocument {
  return {
    id: reportId(report),
    region: report.region,
    year: report.year,
    level: tree.region(report.region, report.year)?.level ?? 'county',
    issuerKind: report.issuerKind,
    slug: report.slug,
    title: report.titleBasis === 'text' ? report.title : null,
    path: report.regionPath,
    paragraphs: searchParagraphs(report.sections, anchoredBlocks(blocks)),
  };
}
