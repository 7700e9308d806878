import { BitWriter } from '../format/bits.ts';
import { ByteWriter } from '../format/byte-writer.ts';
import { writeGap } from '../format/gaps.ts';
import { longestListed, longestPath } from '../format/list-catalogue.ts';
import { sealed } from '../format/sealed.ts';
import type { Deflate } from './compression.ts';
import type { FoldedCorpus } from './folded-corpus.ts';
import type { IndexShape } from './leaf-blocks.ts';
import { type Places, placeWidth } from './places.ts';

/** The places of a frequent phrase as they stand in a pack. */
export interface PlaceList {
  readonly path: string;
  readonly shortest: number;
  readonly count: number;
  readonly paragraphs: Uint8Array;
  readonly offsets: Uint8Array;
}

/** How many units one step of the coarse index spans, as a power of two. */
const coarseness = 5;

/** Writes lists of the places of frequent phrases while suffixes are sorted: which paragraph, and where in it. */
export class PlaceLists {
  readonly lists: PlaceList[] = [];
  readonly #corpus: FoldedCorpus;
  readonly #fewest: number;
  readonly #mostOfOne: number;
  readonly #deflate: Deflate;
  /** The paragraph that holds each so-and-so-many-th unit of the text. */
  readonly #coarse: Uint32Array;
  readonly #widths = new ByteWriter();
  readonly #bits = new BitWriter();
  readonly #offsetWidths = new ByteWriter();
  readonly #offsetBits = new BitWriter();

  constructor(corpus: FoldedCorpus, { fewestListed, mostListedOfOne }: IndexShape, deflate: Deflate) {
    this.#corpus = corpus;
    this.#fewest = fewestListed;
    this.#mostOfOne = mostListedOfOne;
    this.#deflate = deflate;
    const { units, paragraphs } = corpus;
    this.#coarse = new Uint32Array((units.length >> coarseness) + 1);
    let paragraph = 0;
    for (let i = 0; i < this.#coarse.length; i++) {
      while ((paragraphs[paragraph + 1] ?? Number.POSITIVE_INFINITY) <= i << coarseness) paragraph++;
      this.#coarse[i] = paragraph;
    }
  }

  /** Units before a place in its paragraph that are second halves of characters. */
  #halvesBefore(begin: number, place: number): number {
    const { lowUnits } = this.#corpus;
    const below = (limit: number): number => {
      let low = 0;
      let high = lowUnits.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((lowUnits[middle] ?? 0) < limit) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    return lowUnits.length === 0 ? 0 : below(place) - below(begin);
  }

  /** The next node, as `SuffixReceiver` describes it, its places still in the order of the text. */
  node(places: Places, left: number, right: number, shortest: number, depth: number): void {
    const isOfOne = shortest === 1 && depth === 1;
    if (shortest > longestListed || right - left < this.#fewest || (isOfOne && right - left > this.#mostOfOne)) return;
    const { units, paragraphs } = this.#corpus;
    let paragraph = 0;
    let paragraphBefore = 0;
    let offsetBefore = 0;
    for (let i = left; i < right; i++) {
      const place = places[placeWidth * i] ?? 0;
      const least = this.#coarse[place >> coarseness] ?? 0;
      if (least > paragraph) paragraph = least;
      while ((paragraphs[paragraph + 1] ?? Number.POSITIVE_INFINITY) <= place) paragraph++;
      const begin = paragraphs[paragraph] ?? 0;
      const offset = place - begin - this.#halvesBefore(begin, place);
      const gap = paragraph - paragraphBefore;
      writeGap(gap, this.#widths, this.#bits);
      writeGap(gap === 0 ? offset - offsetBefore : offset, this.#offsetWidths, this.#offsetBits);
      paragraphBefore = paragraph;
      offsetBefore = offset;
    }
    const first = places[placeWidth * left] ?? 0;
    this.lists.push({
      path: String.fromCharCode(...units.subarray(first, first + Math.min(depth, longestPath))),
      shortest,
      count: right - left,
      paragraphs: sealed([this.#deflate(this.#widths.view(), false), this.#bits.take()]),
      offsets: sealed([this.#deflate(this.#offsetWidths.view(), false), this.#offsetBits.take()]),
    });
    this.#widths.clear();
    this.#offsetWidths.clear();
  }
}
