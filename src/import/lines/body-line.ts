import type { FootnoteReference } from '../../archive/report-block.ts';
import type { HeadingMarker } from './heading-marker.ts';

/** A cleaned line of the text: `raw` is as long as `text`, but with the punctuation of the capture. */
export interface BodyLine {
  readonly number: number;
  readonly text: string;
  readonly raw: string;
  readonly isMarkedHeading: boolean;
  /** Marks that point to notes of the report, in order of their offsets in `text`. */
  readonly references?: readonly FootnoteReference[];
  /** A note at the foot of the text that stays text, mark and all; never a heading, never a signature. */
  readonly isNote?: boolean;
}

/** A heading of the outline. `text` is as it stands in the input, `end` its length; the line's index in the body. */
export interface OutlineHeading {
  readonly index: number;
  readonly line: number;
  readonly depth: number;
  readonly text: string;
  /** The same with punctuation restored. */
  readonly restored: string;
  readonly end: number;
  readonly runsIn: boolean;
  readonly marker: HeadingMarker | null;
}
