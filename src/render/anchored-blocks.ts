import { blockText, type ReportBlock } from '../archive/report-block.ts';
import { anchorHash } from '../text/anchor.ts';

/** A block with its anchor: `p-` and eight hex digits of its folded text, `-2` for a repeat. */
export interface AnchoredBlock {
  readonly anchor: string;
  readonly block: ReportBlock;
}

/** Gives each block its anchor, in order. */
export function anchoredBlocks(blocks: readonly ReportBlock[]): AnchoredBlock[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const hash = `p-${anchorHash(blockText(block))}`;
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return { anchor: count === 1 ? hash : `${hash}-${count}`, block };
  });
}
