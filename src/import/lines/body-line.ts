import type { HeadingMarker } from './heading-marker.ts';
import type { LineReference } from './reading.ts';

/** A cleaned line of the text: `raw` is as long as `text`, but with the punctuation of the capture. */
export interface BodyLine {
  readonly number: number;
  readonly text: string;
  readonly raw: string;
  readonly isMarkedHeading: boolean;
  /** Footnotes to which the line refers; the line is one itself; or it is a note at the foot that stays text. */
  readonly references?: readonly LineReference[];
  readonly footnote?: string;
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
