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
