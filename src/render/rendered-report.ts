import { blockHeading, type ReportBlock } from '../archive/report-block.ts';
import type { EditorNote, Report } from '../archive/report-schema.ts';
import { type AnchoredBlock, anchoredBlocks } from './anchored-blocks.ts';
import { placedNotes } from './placed-notes.ts';
import { reportBlocks } from './report-blocks.ts';
import { reportHtml } from './report-html.ts';

/** A heading in the contents list. Run-in ones open a paragraph; their depth is `runInDepth`. */
export interface OutlineEntry {
  readonly depth: number;
  readonly text: string;
  readonly anchor: string;
}

/** A report's text as a page shows it. */
export interface RenderedReport {
  readonly html: string;
  readonly outline: readonly OutlineEntry[];
  readonly blocks: readonly AnchoredBlock[];
  /** Notes whose quote does not stand in the text; the check calls each an error. */
  readonly unplaced: readonly EditorNote[];
}

function outlineEntry({ anchor, block }: AnchoredBlock): OutlineEntry[] {
  const heading = blockHeading(block);
  return heading ? [{ ...heading, anchor }] : [];
}

/** What of a report's record its text is set by. */
type TextRecord = Pick<Report, 'notes'> & Partial<Pick<Report, 'sections' | 'issuers' | 'regionPath'>>;

/** Renders a report's body; every character of it, and no other, becomes text of the page. */
export function renderedReport(report: TextRecord, body: string, notesPage = 'record/'): RenderedReport {
  return renderedBlocks(report, reportBlocks(body), notesPage);
}

/** The same of a body that was read already. */
export function renderedBlocks(
  report: TextRecord,
  read: readonly ReportBlock[],
  notesPage = 'record/',
): RenderedReport {
  const roles = new Map(
    report.sections?.flatMap(({ heading, role }) => (heading === null ? [] : [[heading, role] as const])),
  );
  const blocks = anchoredBlocks(read);
  const { placed, unplaced } = placedNotes(
    blocks.map(({ block }) => block),
    report.notes,
    notesPage,
  );
  return {
    html: reportHtml(blocks, {
      annotations: placed,
      roles,
      issuers: report.issuers?.map(({ name }) => name) ?? [],
      regionPath: report.regionPath ?? [],
    }),
    outline: blocks.flatMap(outlineEntry),
    blocks,
    unplaced,
  };
}
