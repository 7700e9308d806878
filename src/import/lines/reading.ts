import type { Issue } from '../../archive/issue.ts';
import type { FootnoteReference } from '../../archive/report-block.ts';
import type { RuleTally } from './rule-tally.ts';

/** One line of a text, or one block of another format, as it was read. `number` counts from 1. */
export interface TextLine {
  readonly kind: 'text';
  readonly number: number;
  readonly text: string;
  /** The format itself says that this is a heading (an HTML `h2`, a Word heading style). */
  readonly isMarkedHeading?: boolean;
  /** Number of the last of several lines that were joined into this one. */
  readonly lastNumber?: number;
  /** A row of the page's own table: its cells, which `text` sets apart by bars that the input has not. */
  readonly cells?: readonly string[];
  /** Lies wholly in a page's list of links, or beside the article: other pages' titles and days. */
  readonly isListed?: boolean;
  /** Numbers of the page's element that the line stands in, and of the one around that; only lines of pages have them. */
  readonly element?: number;
  readonly around?: number;
  /**
   * The line is the whole text of a note of the report (a footnote, an endnote) that marks in other lines point to.
   * Labels are lower-case letters, figures and hyphens, each given to one note only. Where the note stands among the
   * lines it stands in the report.
   */
  readonly footnote?: { readonly label: string };
  /**
   * Marks that point to notes, by offset. They are no letters of `text`: what the input writes for one (`[1]`, `①`)
   * is a piece left out by the rule `note/mark`.
   */
  readonly references?: readonly FootnoteReference[];
}

/** A mark in a cell that points to a note; `row` and `column` count from 0. */
export interface CellReference extends FootnoteReference {
  readonly row: number;
  readonly column: number;
}

/** A table of plain cells; the first row is the head. */
export interface TableLine {
  readonly kind: 'table';
  readonly number: number;
  readonly rows: readonly (readonly string[])[];
  /** Marks in the cells that point to notes; see `TextLine`. */
  readonly references?: readonly CellReference[];
}

export type ReadLine = TextLine | TableLine;

/** A label and its value, verbatim: of a meta tag, or of the page's table. `line` is null for meta tags. */
export interface PageField {
  readonly label: string;
  readonly value: string;
  readonly line: number | null;
  /** A day without a label, which any label's day beats. */
  readonly isBare?: boolean;
  /** A day on which the newspaper came out whose page it is. */
  readonly isPaper?: boolean;
}

/** The formats that are read; the capture is kept under this ending. */
export const captureFormats = ['txt', 'html', 'docx', 'pdf', 'mht', 'warc'] as const;
export type CaptureFormat = (typeof captureFormats)[number];

/** A piece of the input that stands in no line, and by which rule: a button's words, a page number, text struck out. */
export interface LeftPiece {
  readonly text: string;
  readonly rule: string;
  /** Number of the line that it stands before or in. */
  readonly line: number;
}

/** What a reader gives of an input: all its lines, what its meta tags say, and what it doubted or changed. */
export interface Reading {
  readonly format: CaptureFormat;
  /** Letters of the whole input, counted before it was made into lines; those of `lines` and `left` make them up. */
  readonly letters: number;
  readonly lines: readonly ReadLine[];
  /** What the reader itself kept out of all lines. */
  readonly left: readonly LeftPiece[];
  readonly meta: readonly PageField[];
  readonly issues: readonly Issue[];
  readonly tally: RuleTally;
  /** Titles that a page gives itself beside its meta tags: its first heading, the window's title; the surest first. */
  readonly titles?: readonly string[];
  /** The address at which the page says that it stands, or under which it was saved. */
  readonly address?: string;
  /** The day on which the capture says that it was made, as ISO text. */
  readonly captured?: string;
  /** What the page says of the site outside of all lines read: its name, who runs it. Evidence only. */
  readonly site?: readonly string[];
  /** Number of the first line that can be the report's own, where the format tells; lines above are the page's. */
  readonly bodyFrom?: number;
  /** Number of the last line that can be the report's own, where the format tells. */
  readonly bodyTo?: number;
  /** Number of the line that holds nothing but the address. */
  readonly addressLine?: number;
}

/** An input that cannot be read at all; the message says what to do instead. */
export class UnreadableInput extends Error {
  readonly code: `${string}/${string}`;
  readonly hint: string;

  constructor(code: `${string}/${string}`, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
