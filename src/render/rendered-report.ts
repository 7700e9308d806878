import type { ReportBlock } from '../archive/report-block.ts';
import type { EditorNote, Report } from '../archive/report-schema.ts';
import type { Role } from '../archive/section.ts';
import { roleKeys } from '../i18n/report-words.ts';
import { vocabulary } from '../i18n/zh-hans/vocabulary.ts';
import { anchorHash } from '../text/anchor.ts';
import { type Annotation, annotatedText } from './annotated-text.ts';
import { reportBlocks } from './report-blocks.ts';

/** A heading in the contents list. `runIn` ones open a paragraph; their depth is 0. */
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

/** A block with its anchor: `p-` and eight hex digits of its folded text, `-2` for a repeat. */
export interface AnchoredBlock {
  readonly anchor: string;
  readonly block: ReportBlock;
}

const plainText = (block: ReportBlock): string =>
  block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n') : block.text;

/** Gives each block its anchor, in order. */
export function anchoredBlocks(blocks: readonly ReportBlock[]): AnchoredBlock[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const hash = `p-${anchorHash(plainText(block))}`;
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return { anchor: count === 1 ? hash : `${hash}-${count}`, block };
  });
}

/** Where each note's quote stands: by block index. A quote in a table cell is not linked, only listed. */
function placedNotes(
  blocks: readonly ReportBlock[],
  notes: readonly EditorNote[],
  notesPage: string,
): { placed: Map<number, Annotation[]>; unplaced: EditorNote[] } {
  const placed = new Map<number, Annotation[]>();
  const unplaced: EditorNote[] = [];
  for (const [index, note] of notes.entries()) {
    let wanted = note.occurrence;
    let found = false;
    for (const [at, block] of blocks.entries()) {
      const text = plainText(block);
      let from = text.indexOf(note.quote);
      for (; from >= 0 && --wanted > 0; ) from = text.indexOf(note.quote, from + 1);
      if (from < 0) continue;
      found = true;
      const annotation = { from, to: from + note.quote.length, note: index + 1, notesPage };
      if (block.kind !== 'table') placed.set(at, [...(placed.get(at) ?? []), annotation]);
      break;
    }
    if (!found) unplaced.push(note);
  }
  return { placed, unplaced };
}

/** The heading that a block is or opens with. */
function headingOf(block: ReportBlock): string | null {
  if (block.kind === 'heading') return block.text;
  return block.kind === 'paragraph' && block.runIn > 0 ? block.text.slice(0, block.runIn) : null;
}

function blockHtml(
  { anchor, block }: AnchoredBlock,
  annotations: readonly Annotation[],
  roles: ReadonlyMap<string | null, Role>,
): string {
  const role = roles.get(headingOf(block));
  const attributes = `id="${anchor}"${role === undefined ? '' : ` data-role="${vocabulary[roleKeys[role]]}"`}`;
  switch (block.kind) {
    case 'heading':
      return `<h${block.depth} ${attributes}>${annotatedText(block.text, 0, annotations, block.references)}</h${block.depth}>`;
    case 'paragraph':
      return `<p ${attributes}>${annotatedText(block.text, block.runIn, annotations, block.references)}</p>`;
    case 'footnote':
      return `<p class="fn" id="${anchor}"><span id="fn-${block.label}">${block.label}</span> ${annotatedText(block.text, 0, annotations, block.references)}</p>`;
    case 'table': {
      const row = (cells: (typeof block.rows)[number], tag: string): string =>
        `<tr>${cells.map((cell) => `<${tag}>${annotatedText(cell.text, 0, [], cell.references)}</${tag}>`).join('')}</tr>`;
      const [head = [], ...body] = block.rows;
      return `<div class="table" tabindex="0" id="${anchor}"><table><thead>${row(head, 'th')}</thead><tbody>${body.map((cells) => row(cells, 'td')).join('')}</tbody></table></div>`;
    }
  }
}

function outlineEntry({ anchor, block }: AnchoredBlock): OutlineEntry[] {
  if (block.kind === 'heading') return [{ depth: block.depth, text: block.text, anchor }];
  if (block.kind === 'paragraph' && block.runIn > 0)
    return [{ depth: 0, text: block.text.slice(0, block.runIn), anchor }];
  return [];
}

/**
 * Renders a report's body; every character of it, and no other, becomes text of the page. Headings that play a part
 * the rules require carry its Chinese name as `data-role`, which the style sheet draws above them.
 */
export function renderedReport(
  report: Pick<Report, 'notes'> & Partial<Pick<Report, 'sections'>>,
  body: string,
  notesPage = 'record/',
): RenderedReport {
  const roles = new Map(report.sections?.map(({ heading, role }) => [heading, role]));
  roles.delete(null);
  const blocks = anchoredBlocks(reportBlocks(body));
  const { placed, unplaced } = placedNotes(
    blocks.map(({ block }) => block),
    report.notes,
    notesPage,
  );
  return {
    html: blocks.map((anchored, at) => blockHtml(anchored, placed.get(at) ?? [], roles)).join('\n'),
    outline: blocks.flatMap(outlineEntry),
    blocks,
    unplaced,
  };
}
