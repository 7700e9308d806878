import type { Alphabet } from '../format/alphabet.ts';
import type { Deflate } from './compression.ts';
import type { FoldedCorpus } from './folded-corpus.ts';
import { Heads } from './heads.ts';
import { type IndexShape, LeafBlocks } from './leaf-blocks.ts';
import type { Partition } from './partition.ts';
import type { Piece } from './piece.ts';
import { PieceStreams, PlaceCounts } from './place-counts.ts';
import { PlaceLists } from './place-lists.ts';
import { placesOf } from './places.ts';
import { sortSuffixes } from './suffix-sort.ts';

/** Pieces in one run of bytes, so that a thread can hand them over without copying. */
export interface PieceRun {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Two lengths a piece: what every query reads, and its roles. */
  readonly lengths: Uint32Array<ArrayBuffer>;
}

/** Lists of places in one run of bytes, in the order of their paths; two lengths a list: its paragraphs, its offsets. */
export interface ListRun extends PieceRun {
  readonly paths: readonly string[];
  readonly shortest: readonly number[];
  readonly counts: readonly number[];
}

/** A partition's share of the index. */
export interface SortedPartition {
  /** One for each block, in order. */
  readonly separators: readonly string[];
  readonly blocks: PieceRun;
  /** One for each head, by block. */
  readonly spans: readonly { readonly block: number; readonly shortest: number; readonly depth: number }[];
  readonly heads: PieceRun;
  readonly lists: ListRun;
}

function pieceRun(pieces: readonly Piece[]): PieceRun {
  const lengths = Uint32Array.from(pieces.flatMap(({ main, roles }) => [main.length, roles.length]));
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const { main, roles } of pieces) {
    bytes.set(main, at);
    bytes.set(roles, at + main.length);
    at += main.length + roles.length;
  }
  return { bytes, lengths };
}

/** Sorts partitions of one corpus, whose `unitCounts` are given. The function it gives does one; partitions do not depend on each other. */
export function partitionSorter(
  corpus: FoldedCorpus,
  unitTotals: Uint32Array,
  alphabet: Alphabet,
  shape: IndexShape,
  deflate: Deflate,
): (partition: Partition) => SortedPartition {
  const counts = new PlaceCounts(corpus);
  const streams = new PieceStreams();
  return (partition) => {
    const found = placesOf(corpus, unitTotals, partition);
    const { places } = found;
    const leaves = new LeafBlocks({ units: corpus.units, places, counts, streams, alphabet }, shape, deflate);
    const heads = new Heads(shape);
    const placeLists = new PlaceLists(corpus, shape, deflate);
    sortSuffixes(corpus.units, found, partition.from, shape, {
      leaf: (left, right, depth, kind, first, common) => leaves.leaf(left, right, depth, kind, first, common),
      node: (left, right, shortest, depth) => {
        heads.node(left, right, shortest, depth);
        placeLists.node(places, left, right, shortest, depth);
      },
    });
    leaves.end();
    const begins = leaves.blocks.map(({ begin }) => begin);
    const written = heads.heads(begins, places, counts, streams, deflate);
    return {
      separators: leaves.blocks.map(({ separator }) => separator),
      blocks: pieceRun(leaves.blocks),
      spans: written.map(({ block, shortest, depth }) => ({ block, shortest, depth })),
      heads: pieceRun(written),
      lists: {
        ...pieceRun(placeLists.lists.map(({ paragraphs, offsets }) => ({ main: paragraphs, roles: offsets }))),
        paths: placeLists.lists.map(({ path }) => path),
        shortest: placeLists.lists.map(({ shortest }) => shortest),
        counts: placeLists.lists.map(({ count }) => count),
      },
    };
  };
}
