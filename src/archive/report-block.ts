/**
 * What a report says, block by block: the form that pages, search and exports share. `text` is the plain text as a
 * reader sees it, without footnote marks; `references` says where those stand in it.
 */
export interface FootnoteReference {
  /** UTF-16 offset in the block's text before which the mark stands. */
  readonly offset: number;
  readonly label: string;
}

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly depth: number;
  readonly text: string;
  readonly references: readonly FootnoteReference[];
}

/** `runIn` is the length in UTF-16 units of the run-in heading at its head; 0 where it has none. */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly runIn: number;
  readonly references: readonly FootnoteReference[];
}

export interface TableCell {
  readonly text: string;
  readonly references: readonly FootnoteReference[];
}

/** The first row is the head. */
export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly (readonly TableCell[])[];
}

export interface FootnoteBlock {
  readonly kind: 'footnote';
  readonly label: string;
  readonly text: string;
  readonly references: readonly FootnoteReference[];
}

export type ReportBlock = HeadingBlock | ParagraphBlock | TableBlock | FootnoteBlock;

/** Run-in headings count as deeper than any that is set as one (2 to 6). */
export const runInDepth = 7;

/** The heading that a block is or opens with, and how deep it is (`runInDepth` for a run-in one); null where neither. */
export function blockHeading(block: ReportBlock): { readonly text: string; readonly depth: number } | null {
  if (block.kind === 'heading') return { text: block.text, depth: block.depth };
  if (block.kind !== 'paragraph' || block.runIn === 0) return null;
  return { text: block.text.slice(0, block.runIn), depth: runInDepth };
}

/** Words as they stand on a page that shows no footnote marks. */
const withoutMarks = ({ text }: TableCell): string => text;

/** The rows of a table as plain text, a tab between cells. `written` says how a cell's words and marks are put. */
export function rowTexts({ rows }: TableBlock, written = withoutMarks): string[] {
  return rows.map((row) => row.map(written).join('\t'));
}

/** The plain texts of a block: each cell's of a table, else its own. */
export function blockTexts(block: ReportBlock): string[] {
  return block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [block.text];
}

/** A block as plain text, a table a line a row. `written` says how words and footnote marks are put: without the marks. */
export function blockText(block: ReportBlock, written = withoutMarks): string {
  return block.kind === 'table' ? rowTexts(block, written).join('\n') : written(block);
}
