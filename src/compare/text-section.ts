import type { Role } from '../archive/section.ts';
import { isHeading, type TextBlock } from './report-text.ts';

/** A part of a report under a heading of its highest level; what stands before the first has no heading. */
export interface TextSection {
  readonly heading: string | null;
  readonly role: Role | null;
  /** Places of its blocks, the heading among them. */
  readonly from: number;
  readonly to: number;
}

/** A report's sections, in order; together they hold every block once. */
export function textSections(blocks: readonly TextBlock[]): TextSection[] {
  const depths = blocks.filter(isHeading).map(({ depth }) => depth ?? 0);
  const top = Math.min(...depths);
  const starts = blocks.flatMap(({ depth }, at) => (depth === top ? [at] : []));
  if (starts[0] !== 0 && blocks.length > 0) starts.unshift(0);
  return starts.map((from, index) => {
    const first = blocks[from];
    const isOpened = first?.depth === top;
    return {
      heading: isOpened ? (first?.text ?? null) : null,
      role: isOpened ? (first?.role ?? null) : null,
      from,
      to: starts[index + 1] ?? blocks.length,
    };
  });
}
