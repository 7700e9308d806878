import type { Alphabet } from '../format/alphabet.ts';
import { mostEach } from '../format/layout.ts';
import { type LeafKind, leafKinds } from '../format/leaf-kinds.ts';
import type { Deflate } from './compression.ts';
import { type Piece, pieceOf } from './piece.ts';
import type { PieceStreams, PlaceCounts } from './place-counts.ts';
import { type Places, placeWidth } from './places.ts';

/** How an index is cut: part of what it is, written into its start file. */
export interface IndexShape {
  /** A leaf holds at most so many places, so a phrase verifies at most so many texts. */
  readonly leafSize: number;
  /** Units of a path that are all written down; deeper ones only where paths part. */
  readonly explicitDepth: number;
  /** How many places a leaf holds at that depth and below: few phrases are so long. */
  readonly deepLeafSize: number;
  /** Blocks that a phrase may span without a head of its own. */
  readonly headSpan: number;
  /** Compressed size that blocks aim at, in bytes. */
  readonly blockBytes: number;
  /** Places of a phrase, at least, for it to have a list of them. */
  readonly fewestListed: number;
  /** Places of a phrase of one unit, at most, for that: those of the most frequent take too much room. */
  readonly mostListedOfOne: number;
  /** Places that are sorted at a time, at least: what bounds the memory of a thread. */
  readonly partitionPlaces: number;
}

/** Estimated compressed bytes: of a leaf, of a unit of a path, of a place. */
const leafBytes = 1.5;
const unitBytes = 1.3;
const placeBytes = 1.2;
/** A block's size lies between these shares of the size aimed at. */
const least = 0.75;
const most = 1.25;

/** No phrase with fewer places than this spans more blocks than `headSpan`. */
export function fewestPlacesOfHead({ blockBytes, explicitDepth, headSpan }: IndexShape): number {
  const bytesOfPlace = leafBytes + unitBytes * (explicitDepth + 1) + placeBytes;
  return Math.floor(((headSpan - 1) * least * blockBytes) / bytesOfPlace);
}

/** A block, the sorted place with which it begins, and its separator: no phrase before it stands in the block. */
export interface LeafBlock extends Piece {
  readonly begin: number;
  readonly separator: string;
}

/** What blocks are made from: the text, its units' codes, its sorted places and in which reports they stand. */
export interface LeafSource {
  readonly units: Uint16Array;
  readonly places: Places;
  readonly counts: PlaceCounts;
  readonly streams: PieceStreams;
  readonly alphabet: Alphabet;
}

interface Leaf {
  readonly left: number;
  readonly right: number;
  readonly depth: number;
  readonly kind: LeafKind;
  readonly first: number;
  /** Units that its path shares with the path of the leaf before. */
  readonly common: number;
  /** Estimated bytes of the leaves before it in this block. */
  readonly before: number;
}

/** Joins leaves to blocks of even size, parted where neighbours share little; `format/README.md` says how they read. */
export class LeafBlocks {
  readonly blocks: LeafBlock[] = [];
  readonly #source: LeafSource;
  readonly #shape: IndexShape;
  readonly #deflate: Deflate;
  #leaves: Leaf[] = [];
  #size = 0;

  constructor(source: LeafSource, shape: IndexShape, deflate: Deflate) {
    this.#source = source;
    this.#shape = shape;
    this.#deflate = deflate;
  }

  /** The next leaf, as `SuffixReceiver` describes it. */
  leaf(left: number, right: number, depth: number, kind: LeafKind, first: number, common: number): void {
    const { explicitDepth } = this.#shape;
    this.#leaves.push({ left, right, depth, kind, first, common, before: this.#size });
    const units = Math.max(0, Math.min(depth, explicitDepth) - common) + (kind === leafKinds.merged ? 1 : 0);
    this.#size += leafBytes + unitBytes * units + placeBytes * (right - left);
    if (this.#isFull) this.#cut();
  }

  /** Writes what is left. */
  end(): void {
    while (this.#leaves.length > 0) {
      if (this.#isFull) this.#cut();
      else this.#write(this.#leaves.length);
    }
  }

  get #isFull(): boolean {
    return this.#size >= this.#shape.blockBytes * most;
  }

  /** Cuts before the leaf, among those near the wanted size, that shares least with the one before it. */
  #cut(): void {
    const { blockBytes } = this.#shape;
    let best = this.#leaves.length;
    let bestCost = Number.POSITIVE_INFINITY;
    for (let i = this.#leaves.length - 1; i > 0; i--) {
      const leaf = this.#leaves[i];
      if (!leaf || leaf.before < blockBytes * least) break;
      const cost = leaf.common + (Math.abs(leaf.before - blockBytes) / blockBytes) * 2;
      if (cost >= bestCost) continue;
      bestCost = cost;
      best = i;
    }
    this.#write(best);
  }

  #unit({ left, depth, first }: Leaf, at: number): number {
    const { units, places } = this.#source;
    return at < depth ? (units[(places[left * placeWidth] ?? 0) + at] ?? 0) : first;
  }

  #write(count: number): void {
    const leaves = this.#leaves.slice(0, count);
    const [begin] = leaves;
    if (!begin) return;
    let separator = '';
    for (let at = 0; at <= begin.common; at++) separator += String.fromCharCode(this.#unit(begin, at));
    const { numbers } = this.#source.streams;
    numbers.number(leaves.length);
    const partings = this.#partings(leaves);
    for (const [i, leaf] of leaves.entries()) this.#writeLeaf(leaf, i === 0 ? 0 : leaf.common, partings[i] ?? []);
    this.blocks.push({ ...pieceOf(this.#source.streams, this.#deflate), begin: begin.left, separator });
    const rest = this.#leaves.slice(count);
    const shift = rest[0]?.before ?? this.#size;
    this.#leaves = rest.map((leaf) => ({ ...leaf, before: leaf.before - shift }));
    this.#size -= shift;
  }

  /** For each leaf the depths, from `explicitDepth` on, at which paths of these leaves part and its unit is needed. */
  #partings(leaves: readonly Leaf[]): number[][] {
    const { explicitDepth } = this.#shape;
    const partings: number[][] = [];
    const later: number[] = [];
    for (let i = leaves.length - 1; i >= 0; i--) {
      const leaf = leaves[i];
      if (!leaf) break;
      const common = i === 0 ? 0 : leaf.common;
      const deeper = later.filter((depth) => depth > common);
      const needed = i === 0 ? deeper : [common, ...deeper];
      partings.push(needed.filter((depth) => depth >= explicitDepth && depth < leaf.depth));
      while ((later.at(-1) ?? -1) >= common) later.pop();
      later.push(common);
    }
    return partings.reverse();
  }

  #writeLeaf(leaf: Leaf, common: number, partings: readonly number[]): void {
    const { places, counts, streams, alphabet } = this.#source;
    const { explicitDepth } = this.#shape;
    const { numbers, units } = streams;
    const { left, right, depth, kind, first } = leaf;
    numbers.number(common);
    numbers.number((depth - common) * 4 + kind);
    numbers.number(right - left);
    for (let at = common; at < Math.min(depth, explicitDepth); at++) alphabet.write(this.#unit(leaf, at), units);
    if (depth > explicitDepth) {
      numbers.number(partings.length);
      let before = explicitDepth;
      for (const at of partings) {
        numbers.number(at - before);
        alphabet.write(this.#unit(leaf, at), units);
        before = at;
      }
    }
    if (kind === leafKinds.merged) alphabet.write(first, units);
    if (right - left <= mostEach) counts.writeEach(places, left, right, streams);
    else counts.writeCounted(places, left, right, streams);
  }
}
