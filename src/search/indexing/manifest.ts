import type { SegmentDescription } from '../format/start-file.ts';

/** A report as a segment holds it: `digest` tells whether its text or fields changed since. */
export interface RememberedReport {
  readonly id: string;
  readonly digest: string;
  /** Names taken out of its text: see `SearchSource`. */
  readonly redactions: number;
  /** Folded characters. */
  readonly characters: number;
}

/** A segment as the builder remembers it. */
export interface RememberedSegment {
  readonly description: SegmentDescription;
  readonly files: readonly string[];
  readonly reports: readonly RememberedReport[];
}

/** What an earlier build left: the builder's memory, never read by readers. */
export interface Manifest {
  readonly format: number;
  /** What the index is made by: another folding or shape makes another index. */
  readonly maker: string;
  readonly base: RememberedSegment;
  readonly delta: RememberedSegment | null;
}
