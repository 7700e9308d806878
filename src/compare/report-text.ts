import { runInDepth } from '../archive/report-block.ts';
import type { Role } from '../archive/section.ts';

/** One block of a report as comparison sees it: a heading, a paragraph, a row of a table, a footnote. */
export interface TextBlock {
  /** Where it stands on the report's page, without `#`. */
  readonly anchor: string;
  /** The characters as a reader sees them, without footnote marks. */
  readonly text: string;
  /** 2 to 6 for a heading, `runInDepth` for a paragraph that opens with a heading; null for all else. */
  readonly depth: number | null;
  /** The part the rules require that this heading, or run-in heading, opens; null where it opens none. */
  readonly role: Role | null;
}

/** Whether a block is set as a heading. */
export function isHeading({ depth }: Pick<TextBlock, 'depth'>): boolean {
  return depth !== null && depth < runInDepth;
}
