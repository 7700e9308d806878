import type { ReportId } from '../archive/report-id.ts';
import type { ReportSummary } from '../archive/report-summary.ts';

/** What a citation says of a report, or of one paragraph of it; the same whatever form it is written in. */
export interface Citation {
  readonly id: ReportId;
  readonly title: string;
  /** Who speaks, in the order of the signature. */
  readonly authors: readonly string[];
  /** Day or month it was published, else signed: `2025-01-20`, `2025-01`; null where neither is known. */
  readonly issued: string | null;
  /** Anchor of the paragraph cited, without `#`; null for the whole report. */
  readonly anchor: string | null;
  /** Permanent address of the report or paragraph, with host and anchor. */
  readonly address: string;
  /** Day the reader saw it: `2026-11-22`. */
  readonly accessed: string;
}

/** The day by which a report is cited: published, else signed; a month where the day is lost; null where unknown. */
export function citedDay({ published, signed }: Pick<ReportSummary, 'published' | 'signed'>): string | null {
  return published?.value ?? signed?.value ?? null;
}

/** Year, month and day of `2025-01-20` or `2025-01`, as numbers: as many as are known. */
export function dayParts(day: string): number[] {
  return day.split('-').map(Number);
}

/** A name for a citation that BibTeX, RIS and CSL readers accept: `140404-2024`, `140404-2024-p-1a2b3c4d`. */
export function citationKey({ id, anchor }: Pick<Citation, 'id' | 'anchor'>): string {
  return `${id.replace('/', '-')}${anchor === null ? '' : `-${anchor}`}`;
}
