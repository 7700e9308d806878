import type { Deflate } from './compression.ts';
import { fewestPlacesOfHead, type IndexShape } from './leaf-blocks.ts';
import { type Piece, pieceOf } from './piece.ts';
import type { PieceStreams, PlaceCounts } from './place-counts.ts';
import type { Places } from './places.ts';

/** The answer for phrases of `shortest` to `depth` units whose places begin in block `block` and span many blocks. */
export interface Head extends Piece {
  readonly block: number;
  readonly shortest: number;
  readonly depth: number;
}

const blockOf = (begins: readonly number[], place: number): number => {
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((begins[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** Remembers nodes while suffixes are sorted, and writes heads for those that span more blocks than `headSpan`. */
export class Heads {
  readonly #nodes: { left: number; right: number; shortest: number; depth: number }[] = [];
  readonly #shape: IndexShape;
  readonly #fewest: number;

  constructor(shape: IndexShape) {
    this.#shape = shape;
    this.#fewest = fewestPlacesOfHead(shape);
  }

  /** The next node, as `SuffixReceiver` describes it. */
  node(left: number, right: number, shortest: number, depth: number): void {
    if (right - left >= this.#fewest) this.#nodes.push({ left, right, shortest, depth });
  }

  /** The heads, by block, then shortest first. `begins` are the sorted places with which the blocks begin. */
  heads(
    begins: readonly number[],
    places: Places,
    counts: PlaceCounts,
    streams: PieceStreams,
    deflate: Deflate,
  ): Head[] {
    const heads: Head[] = [];
    for (const { left, right, shortest, depth } of this.#nodes) {
      const block = blockOf(begins, left);
      if (blockOf(begins, right - 1) - block < this.#shape.headSpan) continue;
      counts.writeCounted(places, left, right, streams);
      heads.push({ ...pieceOf(streams, deflate), block, shortest, depth });
    }
    return heads.sort((a, b) => a.block - b.block || a.shortest - b.shortest);
  }
}
