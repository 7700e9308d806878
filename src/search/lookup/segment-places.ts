import { type ChainLink, patternChain } from '../pattern-chain.ts';
import type { Phrase, Reach } from '../query.ts';
import { type ListTile, listTiles } from './list-tiles.ts';
import { phraseCounts } from './phrase-counts.ts';
import type { WantedRoles } from './piece-reader.ts';
import type { Segment } from './segment.ts';

/** Room that a paragraph takes in the keys of places: more characters than any holds. */
export const paragraphRoom = 2 ** 24;

/**
 * Places of a phrase in a segment, in their order. A key is the paragraph's number times `paragraphRoom` and the
 * characters before the place in it; an end is such a key too.
 */
export interface SegmentPlaces {
  readonly keys: Float64Array;
  readonly ends: Float64Array;
}

const nowhere: SegmentPlaces = { keys: new Float64Array(), ends: new Float64Array() };

const characters = (text: string): number => [...text].length;

/** The keys of a list, moved back by so many characters; -1 where the paragraph has none there. */
async function listKeys(segment: Segment, { list, before }: ListTile): Promise<Float64Array> {
  const { paragraphs, offsets } = await segment.places.read(list);
  const keys = new Float64Array(paragraphs.length);
  for (let i = 0; i < keys.length; i++) {
    const offset = (offsets[i] ?? 0) - before;
    keys[i] = offset < 0 ? -1 : (paragraphs[i] ?? 0) * paragraphRoom + offset;
  }
  return keys;
}

/** The keys that both of two rising lists have. */
function common(a: Float64Array, b: Float64Array): Float64Array {
  const kept: number[] = [];
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const [own, other] = [a[i] ?? 0, b[k] ?? 0];
    if (own === other && own >= 0) kept.push(own);
    if (own <= other || own < 0) i++;
    if (other <= own || other < 0) k++;
  }
  return Float64Array.from(kept);
}

/** The places of a list, moved back to where a phrase of so many characters would begin. */
export async function tilePlaces(segment: Segment, tile: ListTile, length: number): Promise<SegmentPlaces> {
  const keys = (await listKeys(segment, tile)).filter((key) => key >= 0);
  return { keys, ends: keys.map((key) => key + length) };
}

/** Places of a literal phrase; null where only texts tell them. */
export async function listedPlaces(segment: Segment, phrase: string): Promise<SegmentPlaces | null> {
  const tiles = await listTiles(segment.places, phrase);
  if (tiles === 'nowhere') return nowhere;
  if (!tiles) return (await phraseCounts(segment, phrase, null)).size === 0 ? nowhere : null;
  const [first = new Float64Array(), ...others] = await Promise.all(tiles.map((tile) => listKeys(segment, tile)));
  const keys = others.reduce(common, first);
  const length = characters(phrase);
  return { keys, ends: keys.map((key) => key + length) };
}

/** Several lists as one: of those that begin at one place the shortest. */
function united(lists: readonly SegmentPlaces[]): SegmentPlaces {
  const [only = nowhere] = lists;
  if (lists.length < 2) return only;
  const ends = new Map<number, number>();
  for (const { keys, ends: own } of lists)
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? 0;
      ends.set(key, Math.min(ends.get(key) ?? Number.POSITIVE_INFINITY, own[i] ?? 0));
    }
  const keys = Float64Array.from(ends.keys()).sort();
  return { keys, ends: keys.map((key) => ends.get(key) ?? key) };
}

/** Of places those that are followed by others, so many characters behind, each up to the nearest end. */
function followed(
  { keys, ends }: SegmentPlaces,
  tails: SegmentPlaces,
  { least, most }: { readonly least: number; readonly most: number },
): SegmentPlaces {
  const kept: number[] = [];
  const keptEnds: number[] = [];
  let from = 0;
  for (let i = 0; i < keys.length; i++) {
    const end = ends[i] ?? 0;
    const limit = Math.floor(end / paragraphRoom) * paragraphRoom + paragraphRoom;
    // Places that begin later may end sooner, by less than the longest wording.
    while (from < tails.keys.length && (tails.keys[from] ?? 0) < (keys[i] ?? 0)) from++;
    let nearest = Number.POSITIVE_INFINITY;
    for (let at = from; at < tails.keys.length; at++) {
      const key = tails.keys[at] ?? 0;
      if (key > end + most || key >= limit) break;
      if (key >= end + least) nearest = Math.min(nearest, tails.ends[at] ?? 0);
    }
    if (nearest === Number.POSITIVE_INFINITY) continue;
    kept.push(keys[i] ?? 0);
    keptEnds.push(nearest);
  }
  return { keys: Float64Array.from(kept), ends: Float64Array.from(keptEnds) };
}

async function chainPlaces(segment: Segment, links: readonly ChainLink[]): Promise<SegmentPlaces | null> {
  const all = await Promise.all(
    links.map(({ wordings }) => Promise.all(wordings.map((wording) => listedPlaces(segment, wording)))),
  );
  let places: SegmentPlaces | null = null;
  for (const [at, { wordings, gap }] of [...links.entries()].reverse()) {
    const lists: SegmentPlaces[] = [];
    for (const list of all[at] ?? []) {
      if (!list) return null;
      lists.push(list);
    }
    if (!gap || !places) places = united(lists);
    else {
      const tails: SegmentPlaces = places;
      // Each wording by itself: one that is longer may be followed where a shorter one is not.
      places = united(wordings.flatMap((_, own) => (lists[own] ? [followed(lists[own], tails, gap)] : [])));
    }
  }
  return places;
}

/** All places of a phrase in a segment; null where only texts tell them. `withEnds` asks for the marked ends too. */
async function allPlaces(
  segment: Segment,
  { folded, pattern }: Phrase,
  withEnds: boolean,
): Promise<SegmentPlaces | null> {
  if (!pattern) return listedPlaces(segment, folded);
  // What an expression itself prefers may be longer than the shortest.
  if (withEnds && pattern.prefers === 'own') return null;
  const links = patternChain(pattern);
  return links && chainPlaces(segment, links);
}

/** Numbers of what paragraphs belong to, by their own numbers: reports, or sections. */
type Owner = (paragraph: number) => number;

/** Places of the reports that count, and in the wanted roles; and what they come to. */
export class PlaceSearch {
  readonly #segment: Segment;
  readonly #wanted: WantedRoles | null;
  readonly #firsts: Uint32Array;
  readonly #roles: Uint8Array | null;
  readonly #sections: Uint32Array | null;

  private constructor(
    segment: Segment,
    wanted: WantedRoles | null,
    firsts: Uint32Array,
    runs: { readonly roles: Uint8Array; readonly sections: Uint32Array } | null,
  ) {
    this.#segment = segment;
    this.#wanted = wanted;
    this.#firsts = firsts;
    this.#roles = wanted && (runs?.roles ?? null);
    this.#sections = runs?.sections ?? null;
  }

  /** `withSections` reads what nearness in a section takes. */
  static async open(segment: Segment, wanted: WantedRoles | null, withSections: boolean): Promise<PlaceSearch> {
    const [firsts, runs] = await Promise.all([
      segment.places.firstParagraphs(),
      wanted !== null || withSections ? segment.places.paragraphRuns() : null,
      // Asked for next.
      segment.places.packs(),
    ]);
    return new PlaceSearch(segment, wanted, firsts, runs);
  }

  /** The number of the report of rising paragraphs. */
  #reports(): Owner {
    let report = 0;
    return (paragraph) => {
      while ((this.#firsts[report + 1] ?? Number.POSITIVE_INFINITY) <= paragraph) report++;
      return report;
    };
  }

  /** The places of a phrase that count; null where only texts tell them. */
  async places(phrase: Phrase, withEnds: boolean): Promise<SegmentPlaces | null> {
    const all = await allPlaces(this.#segment, phrase, withEnds);
    return all && this.counted(all);
  }

  /** Of places those that count: in reports of the archive and in the wanted roles. */
  counted(all: SegmentPlaces): SegmentPlaces {
    return this.#kept(all, this.#roles);
  }

  /** Of places those in reports of the archive, whatever their roles. */
  live(all: SegmentPlaces): SegmentPlaces {
    return this.#kept(all, null);
  }

  #kept(all: SegmentPlaces, roles: Uint8Array | null): SegmentPlaces {
    const { removed } = this.#segment;
    const wanted = this.#wanted;
    if (removed.size === 0 && !roles) return all;
    const reportOf = this.#reports();
    const { length } = all.keys;
    const keys = new Float64Array(length);
    const ends = new Float64Array(length);
    let kept = 0;
    // Places of one paragraph are kept or left together.
    let next = 0;
    let isKept = false;
    for (let i = 0; i < length; i++) {
      const key = all.keys[i] ?? 0;
      if (key >= next) {
        const paragraph = Math.floor(key / paragraphRoom);
        next = (paragraph + 1) * paragraphRoom;
        isKept = !removed.has(reportOf(paragraph)) && (!roles || (wanted?.has(roles[paragraph] ?? 0) ?? true));
      }
      if (!isKept) continue;
      keys[kept] = key;
      ends[kept++] = all.ends[i] ?? 0;
    }
    return { keys: keys.subarray(0, kept), ends: ends.subarray(0, kept) };
  }

  /** How many places stand in each report; only those of a mask where one is given. */
  counts({ keys }: SegmentPlaces, mask: Uint8Array | null = null): Map<number, number> {
    const counts = new Map<number, number>();
    let report = 0;
    let next = (this.#firsts[1] ?? Number.POSITIVE_INFINITY) * paragraphRoom;
    let count = 0;
    for (let i = 0; i < keys.length; i++) {
      if (mask && mask[i] === 0) continue;
      const key = keys[i] ?? 0;
      if (key >= next) {
        if (count > 0) counts.set(report, count);
        count = 0;
        while (key >= next) next = (this.#firsts[++report + 1] ?? Number.POSITIVE_INFINITY) * paragraphRoom;
      }
      count++;
    }
    if (count > 0) counts.set(report, count);
    return counts;
  }

  /** Masks of the places of two phrases that are within reach of each other; `isSame` where the two are one. */
  near(left: SegmentPlaces, right: SegmentPlaces, within: Reach, isSame: boolean): readonly [Uint8Array, Uint8Array] {
    const masks = [new Uint8Array(left.keys.length), new Uint8Array(right.keys.length)] as const;
    const sections = within === 'section' ? this.#sections : null;
    const owners = ({ keys }: SegmentPlaces): Uint32Array => {
      const own = new Uint32Array(keys.length);
      for (let i = 0; i < own.length; i++) {
        const paragraph = Math.floor((keys[i] ?? 0) / paragraphRoom);
        own[i] = sections ? (sections[paragraph] ?? 0) : paragraph;
      }
      return own;
    };
    const [ownersA, ownersB] = [owners(left), owners(right)];
    const longest = typeof within === 'number' ? longestPlace(right) : 0;
    const runEnd = (own: Uint32Array, from: number): number => {
      let to = from + 1;
      while (to < own.length && own[to] === own[from]) to++;
      return to;
    };
    let a = 0;
    let b = 0;
    while (a < ownersA.length && b < ownersB.length) {
      const [ownA, ownB] = [ownersA[a] ?? 0, ownersB[b] ?? 0];
      if (ownA < ownB) a++;
      else if (ownB < ownA) b++;
      else {
        const [endA, endB] = [runEnd(ownersA, a), runEnd(ownersB, b)];
        if (typeof within === 'number') markNear(left, right, [a, endA], [b, endB], { within, longest }, isSame, masks);
        else if (!isSame || endA - a > 1) {
          masks[0].fill(1, a, endA);
          masks[1].fill(1, b, endB);
        }
        [a, b] = [endA, endB];
      }
    }
    return masks;
  }
}

/** Characters of the longest place. */
function longestPlace({ keys, ends }: SegmentPlaces): number {
  let longest = 0;
  for (let i = 0; i < keys.length; i++) longest = Math.max(longest, (ends[i] ?? 0) - (keys[i] ?? 0));
  return longest;
}

/**
 * Marks, among places of one paragraph, those that have so many characters between them at most; `longest` is the
 * longest of the right ones.
 */
function markNear(
  left: SegmentPlaces,
  right: SegmentPlaces,
  [fromA, toA]: readonly [number, number],
  [fromB, toB]: readonly [number, number],
  { within, longest }: { readonly within: number; readonly longest: number },
  isSame: boolean,
  masks: readonly [Uint8Array, Uint8Array],
): void {
  let first = fromB;
  for (let a = fromA; a < toA; a++) {
    const [startA, endA] = [left.keys[a] ?? 0, left.ends[a] ?? 0];
    while (first < toB && (right.keys[first] ?? 0) + longest + within < startA) first++;
    for (let b = first; b < toB; b++) {
      const startB = right.keys[b] ?? 0;
      if (startB > endA + within) break;
      const between = startA < startB ? startB - endA : startA - (right.ends[b] ?? 0);
      if (between > within || (isSame && startA === startB)) continue;
      masks[0][a] = 1;
      masks[1][b] = 1;
    }
  }
}
