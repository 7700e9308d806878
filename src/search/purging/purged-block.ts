import type { Alphabet } from '../format/alphabet.ts';
import type { Deflate } from '../indexing/compression.ts';
import type { Piece } from '../indexing/piece.ts';
import {
  type BlockLeaf,
  blockLeaves,
  commonUnits,
  countOf,
  headPlaces,
  type Inflate,
  leavesPiece,
  placesPiece,
} from './piece-content.ts';

/** What pieces are read and written with. */
export interface PieceWork {
  readonly alphabet: Alphabet;
  readonly explicitDepth: number;
  readonly inflate: Inflate;
  readonly deflate: Deflate;
}

/** A block without the places of some reports. */
export interface PurgedBlock {
  readonly piece: Piece;
  /** See `LeafBlock`: that of the first leaf that is left. */
  readonly separator: string;
  /** Places that were taken out. */
  readonly taken: number;
}

/** The separator of a block that has lost its first leaf, whose separator was `separator`: `next` then is the first. */
function laterSeparator(separator: string, first: BlockLeaf, next: BlockLeaf): string {
  const common = commonUnits(first.path, next.path);
  // What they share is longer than the separator, which then is this one's too.
  if (common >= separator.length) return separator;
  return separator.slice(0, common) + String.fromCharCode(next.path[common] ?? next.first);
}

/** Takes the places of reports out of a block; null where none is left. Throws where the block is damaged. */
export function purgedBlock(
  piece: Piece,
  separator: string,
  gone: ReadonlySet<number>,
  { alphabet, explicitDepth, inflate, deflate }: PieceWork,
): PurgedBlock | null {
  const left: BlockLeaf[] = [];
  let taken = 0;
  let begin = separator;
  let before: BlockLeaf | null = null;
  for (const leaf of blockLeaves(piece, alphabet, explicitDepth, inflate)) {
    if (left.length === 0 && before !== null) begin = laterSeparator(begin, before, leaf);
    before = leaf;
    const places = leaf.places.filter(({ report }) => !gone.has(report));
    if (places.length < leaf.places.length) taken += countOf(leaf.places) - countOf(places);
    if (places.length > 0) left.push({ ...leaf, places });
  }
  if (left.length === 0) return null;
  return { piece: leavesPiece(left, alphabet, explicitDepth, deflate), separator: begin, taken };
}

/** Takes the places of reports out of a head. Throws where the head is damaged. */
export const purgedHead = (piece: Piece, gone: ReadonlySet<number>, { alphabet, inflate, deflate }: PieceWork): Piece =>
  placesPiece(
    headPlaces(piece, alphabet, inflate).filter(({ report }) => !gone.has(report)),
    deflate,
  );
