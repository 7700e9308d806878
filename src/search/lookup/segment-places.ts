import { longestListed } from '../format/list-catalogue.ts';
import { sharedLength } from '../format/shared-length.ts';
import { type ChainLink, patternChain } from '../pattern-chain.ts';
import type { Phrase, Reach } from '../query.ts';
import { phraseCounts } from './phrase-counts.ts';
import type { WantedRoles } from './piece-reader.ts';
import type { ListPlace } from './place-list.ts';
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

/** A list that tells where a piece of a phrase stands, and how many characters of the phrase come before it. */
export interface ListTile {
  readonly list: ListPlace;
  readonly before: number;
}

/**
 * Lists that together tell every character of a phrase; `nowhere` where one tells that it stands nowhere, null where a
 * piece has none.
 */
export async function listTiles(segment: Segment, phrase: string): Promise<ListTile[] | 'nowhere' | null> {
  const tiles: ListTile[] = [];
  for (let at = 0; at < phrase.length; ) {
    // The last piece may overlap the one before it, and none begins within a character.
    const last = Math.max(0, Math.min(at, phrase.length - longestListed));
    const whole = (phrase.charCodeAt(last) & 0xfc00) === 0xdc00 ? last - 1 : last;
    const from = whole + longestListed > at ? whole : at;
    const list = await segment.list(phrase.slice(from, from + longestListed));
    if (!list) return null;
    const shared = sharedLength(list.path, phrase.slice(from));
    if (shared < list.path.length && from + shared < phrase.length) return 'nowhere';
    tiles.push({ list, before: characters(phrase.slice(0, from)) });
    at = from + shared;
  }
  return tiles;
}

/** The keys of a list, moved back by so many characters; -1 where the paragraph has none there. */
async function listKeys(segment: Segment, { list, before }: ListTile): Promise<Float64Array> {
  const { paragraphs, offsets } = await segment.places(list);
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
  const tiles = await listTiles(segment, phrase);
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
      segment.firstParagraphs(),
      wanted !== null || withSections ? segment.paragraphRuns() : null,
      // Asked for next.
      segment.listPacks(),
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
    const isKept = (key: number): boolean => {
      const paragraph = Math.floor(key / paragraphRoom);
      return !removed.has(reportOf(paragraph)) && (!roles || (wanted?.has(roles[paragraph] ?? 0) ?? true));
    };
    const kept = Array.from(all.keys, (key, at) => (isKept(key) ? at : -1)).filter((at) => at >= 0);
    return {
      keys: Float64Array.from(kept, (at) => all.keys[at] ?? 0),
      ends: Float64Array.from(kept, (at) => all.ends[at] ?? 0),
    };
  }

  /** How many places stand in each report; only those of a mask where one is given. */
  counts({ keys }: SegmentPlaces, mask: Uint8Array | null = null): Map<number, number> {
    const counts = new Map<number, number>();
    const reportOf = this.#reports();
    for (let i = 0; i < keys.length; i++) {
      if (mask && mask[i] === 0) continue;
      const report = reportOf(Math.floor((keys[i] ?? 0) / paragraphRoom));
      counts.set(report, (counts.get(report) ?? 0) + 1);
    }
    return counts;
  }

  /** Masks of the places of two phrases that are within reach of each other; `isSame` where the two are one. */
  near(left: SegmentPlaces, right: SegmentPlaces, within: Reach, isSame: boolean): readonly [Uint8Array, Uint8Array] {
    const masks = [new Uint8Array(left.keys.length), new Uint8Array(right.keys.length)] as const;
    const owner = (key: number): number => {
      const paragraph = Math.floor(key / paragraphRoom);
      return within === 'section' ? (this.#sections?.[paragraph] ?? 0) : paragraph;
    };
    const runEnd = ({ keys }: SegmentPlaces, from: number, own: number): number => {
      let to = from;
      while (to < keys.length && owner(keys[to] ?? 0) === own) to++;
      return to;
    };
    let a = 0;
    let b = 0;
    while (a < left.keys.length && b < right.keys.length) {
      const [ownA, ownB] = [owner(left.keys[a] ?? 0), owner(right.keys[b] ?? 0)];
      if (ownA < ownB) a = runEnd(left, a, ownA);
      else if (ownB < ownA) b = runEnd(right, b, ownB);
      else {
        const [endA, endB] = [runEnd(left, a, ownA), runEnd(right, b, ownB)];
        if (typeof within === 'number') markNear(left, right, [a, endA], [b, endB], within, isSame, masks);
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

/** Marks, among places of one paragraph, those that have so many characters between them at most. */
function markNear(
  left: SegmentPlaces,
  right: SegmentPlaces,
  [fromA, toA]: readonly [number, number],
  [fromB, toB]: readonly [number, number],
  within: number,
  isSame: boolean,
  masks: readonly [Uint8Array, Uint8Array],
): void {
  for (let a = fromA; a < toA; a++) {
    const [startA, endA] = [left.keys[a] ?? 0, left.ends[a] ?? 0];
    for (let b = fromB; b < toB; b++) {
      const startB = right.keys[b] ?? 0;
      const between = startA < startB ? startB - endA : startA - (right.ends[b] ?? 0);
      if (between > within || (isSame && startA === startB)) continue;
      masks[0][a] = 1;
      masks[1][b] = 1;
    }
  }
}
