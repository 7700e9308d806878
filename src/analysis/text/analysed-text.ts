import type { Role } from '../../archive/section.ts';

/** One paragraph of a report as the analysis sees it: a heading, a paragraph, a table cell, a footnote. */
export interface AnalysedParagraph {
  /** Where it stands on the report's page, without `#`. */
  readonly anchor: string;
  /** The characters as a reader sees them. */
  readonly text: string;
  /** The part the rules require to which it belongs; null outside all of them. */
  readonly role: Role | null;
  /** Text of the nearest section heading above it (or its own, for a heading); null before the first. */
  readonly heading: string | null;
}

/** A place in the text that an editor's note doubts. */
export interface DoubtedPlace {
  readonly code: string;
  /** The doubted words as they stand within one paragraph. */
  readonly quote: string;
  /** Which one is meant where the quote occurs more than once: 1 for the first. */
  readonly occurrence: number;
  /** What the text itself proves to have stood there; null where nothing is proved. */
  readonly reading: string | null;
}

/** What of a report is analysed: its own words, in order, and what is doubted in them. */
export interface AnalysedText {
  readonly paragraphs: readonly AnalysedParagraph[];
  readonly notes: readonly DoubtedPlace[];
}
