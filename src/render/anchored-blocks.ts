import { blockText, type ReportBlock } from '../archive/report-block.ts';
import { anchorHash } from '../text/anchor.ts';

/** A block with its anchor: `p-` and eight hex digits of its folded text, `-2` for a repeat. */
export interface AnchoredBlock {
  readonly anchor: string;
  readonly block: ReportBlock;
}

/** What was given already, for as long as anybody holds the blocks: pages, files and indexes ask for the same. */
const given = new WeakMap<readonly ReportBlock[], readonly AnchoredBlock[]>();

/** Gives each block its anchor, in order. */
export function anchoredBlocks(blocks: readonly ReportBlock[]): readonly AnchoredBlock[] {
  const before = given.get(blocks);
  if (before) return before;
  const seen = new Map<string, number>();
  const anchored = blocks.map((block) => {
    const hash = `p-${anchorHash(blockText(block))}`;
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return { anchor: count === 1 ? hash : `${hash}-${count}`, block };
  });
  given.set(blocks, anchored);
  return anchored;
}

/** The blocks themselves, of which `anchoredBlocks` gave these anchors before: they are not made out again. */
export function withKnownAnchors(blocks: readonly ReportBlock[], anchors: readonly string[]): readonly ReportBlock[] {
  const anchored = blocks.flatMap((block, at) => {
    const anchor = anchors[at];
    return anchor === undefined ? [] : [{ anchor, block }];
  });
  given.set(blocks, anchored);
  return blocks;
}
