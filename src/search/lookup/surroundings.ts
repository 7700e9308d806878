import { longestListed } from '../format/list-catalogue.ts';
import { phraseStarts } from '../phrase-stretches.ts';
import { firstFrom } from './first-from.ts';
import { type ListTile, listTiles } from './list-tiles.ts';
import { phraseCounts } from './phrase-counts.ts';
import type { WantedRoles } from './piece-reader.ts';
import type { Segment } from './segment.ts';
import { listedPlaces, PlaceSearch, paragraphRoom, type SegmentPlaces, tilePlaces } from './segment-places.ts';

/** How a string stands in a report that holds the phrase: in windows before it, behind it, in either; and in all. */
export interface SurroundingCounts {
  left: number;
  right: number;
  together: number;
  all: number;
}

/** Texts of a segment that are read where lists do not tell of a string, at most. */
const mostTexts = 24;

/** A piece's list is read instead of all that cover a phrase where it has at most so many times its places. */
const likelySame = 1.5;

const total = (counts: ReadonlyMap<number, number>): number => {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
};

const characters = (text: string): number => [...text].length;

/**
 * Places of a phrase by the list of that piece of it which stands least often, where this stands nowhere else in the
 * reports that count; null where it does. `counts` says how often the phrase stands in each of them.
 */
async function onePiecePlaces(
  segment: Segment,
  phrase: string,
  counts: ReadonlyMap<number, number>,
  search: PlaceSearch,
): Promise<SegmentPlaces | null> {
  const tiles = await Promise.all(
    Array.from({ length: Math.max(0, phrase.length - longestListed + 1) }, async (_, at): Promise<ListTile[]> => {
      const isHalf = (phrase.charCodeAt(at) & 0xfc00) === 0xdc00;
      const list = isHalf ? null : await segment.places.list(phrase.slice(at, at + longestListed));
      return list ? [{ list, before: characters(phrase.slice(0, at)) }] : [];
    }),
  );
  const [rarest] = tiles.flat().sort((a, b) => a.list.count - b.list.count);
  if (rarest === undefined || rarest.list.count > likelySame * total(counts)) return null;
  const places = search.live(await tilePlaces(segment, rarest, characters(phrase)));
  const found = search.counts(places);
  const isSame = found.size === counts.size && [...found].every(([report, count]) => counts.get(report) === count);
  return isSame ? places : null;
}

/** Places of a phrase in reports, by their texts. */
async function textPlaces(segment: Segment, phrase: string, reports: readonly number[]): Promise<SegmentPlaces> {
  const rising = reports.toSorted((a, b) => a - b);
  const [firsts] = await Promise.all([segment.places.firstParagraphs(), segment.expectTexts(rising)]);
  const sought = { text: phrase, folded: phrase, pattern: null };
  const keys: number[] = [];
  for (const report of rising) {
    let paragraph = firsts[report] ?? 0;
    for (const { text } of await segment.foldedText(report)) {
      if (text === '') continue;
      for (const start of phraseStarts(text, sought))
        keys.push(paragraph * paragraphRoom + characters(text.slice(0, start)));
      paragraph++;
    }
  }
  const length = characters(phrase);
  return { keys: Float64Array.from(keys), ends: Float64Array.from(keys, (key) => key + length) };
}

/** What stands around the places of a phrase in a segment. */
class SegmentSurroundings {
  readonly #segment: Segment;
  readonly #search: PlaceSearch;
  readonly #places: SegmentPlaces;
  /** The reports that hold the phrase. */
  readonly #reports: ReadonlySet<number>;
  readonly #read = new Set<number>();

  private constructor(segment: Segment, search: PlaceSearch, places: SegmentPlaces) {
    this.#segment = segment;
    this.#search = search;
    this.#places = places;
    this.#reports = new Set(search.counts(places).keys());
  }

  /** Null where the phrase is too rare for lists and in too many reports for reading them. */
  static async open(segment: Segment, phrase: string, wanted: WantedRoles | null): Promise<SegmentSurroundings | null> {
    const [search, counts] = await Promise.all([
      PlaceSearch.open(segment, wanted, false),
      phraseCounts(segment, phrase, null),
    ]);
    const places =
      (await onePiecePlaces(segment, phrase, counts, search)) ??
      (await listedPlaces(segment, phrase)) ??
      (counts.size <= mostTexts ? await textPlaces(segment, phrase, [...counts.keys()]) : null);
    return places && new SegmentSurroundings(segment, search, search.counted(places));
  }

  /** Bytes of the lists that tell of a string, by where they stand. */
  async lists(gram: string): Promise<Map<string, number>> {
    const tiles = await listTiles(this.#segment.places, gram);
    return new Map(
      tiles === null || tiles === 'nowhere'
        ? []
        : tiles.map(({ list }) => [`${list.file} ${list.from}`, list.paragraphs + list.offsets]),
    );
  }

  /** How a string stands in each report that holds the phrase; null where only many texts would tell. */
  async counts(gram: string, window: number): Promise<Map<number, SurroundingCounts> | null> {
    if (this.#reports.size === 0) return new Map();
    const all = (await listedPlaces(this.#segment, gram)) ?? (await this.#fewPlaces(gram));
    return all && this.#around(this.#search.counted(all), window);
  }

  /** Places of a string that has no list, by the texts of the reports that hold the phrase too, where they are few. */
  async #fewPlaces(gram: string): Promise<SegmentPlaces | null> {
    const holding = [...(await phraseCounts(this.#segment, gram, null)).keys()].filter((one) => this.#reports.has(one));
    if (new Set([...this.#read, ...holding]).size > mostTexts) return null;
    for (const report of holding) this.#read.add(report);
    return textPlaces(this.#segment, gram, holding);
  }

  #around({ keys, ends }: SegmentPlaces, window: number): Map<number, SurroundingCounts> {
    const { keys: own, ends: ownEnds } = this.#places;
    const length = (ownEnds[0] ?? 0) - (own[0] ?? 0);
    const masks = { left: new Uint8Array(keys.length), right: new Uint8Array(keys.length) };
    const together = new Uint8Array(keys.length);
    for (let i = 0; i < keys.length; i++) {
      const from = keys[i] ?? 0;
      const to = ends[i] ?? 0;
      const isWithin = (least: number, most: number): boolean => (own[firstFrom(own, least)] ?? most + 1) <= most;
      if (isWithin(from - length + 1, to - 1)) continue;
      // No paragraph is so long that a window could reach from one into the next.
      if (isWithin(to, from + window)) masks.left[i] = 1;
      if (isWithin(to - window - length, from - length)) masks.right[i] = 1;
      together[i] = (masks.left[i] ?? 0) | (masks.right[i] ?? 0);
    }
    const found = new Map<number, SurroundingCounts>();
    const put = (name: keyof SurroundingCounts, mask: Uint8Array | null): void => {
      for (const [report, count] of this.#search.counts({ keys, ends }, mask)) {
        if (!this.#reports.has(report)) continue;
        const counts = found.get(report) ?? { left: 0, right: 0, together: 0, all: 0 };
        counts[name] = count;
        found.set(report, counts);
      }
    };
    put('all', null);
    put('left', masks.left);
    put('right', masks.right);
    put('together', together);
    return found;
  }
}

/** What stands around all places of a phrase, by lists of places. */
export class Surroundings {
  readonly #parts: readonly { readonly segment: Segment; readonly around: SegmentSurroundings }[];

  private constructor(parts: readonly { readonly segment: Segment; readonly around: SegmentSurroundings }[]) {
    this.#parts = parts;
  }

  /**
   * Finds the places of a folded phrase, those in the wanted roles. Null where lists do not tell of all of them, the
   * phrase being too rare, or a piece of it.
   */
  static async open(
    segments: readonly Segment[],
    phrase: string,
    wanted: WantedRoles | null,
  ): Promise<Surroundings | null> {
    const parts = await Promise.all(
      segments.map(async (segment) => ({ segment, around: await SegmentSurroundings.open(segment, phrase, wanted) })),
    );
    const known = parts.flatMap(({ segment, around }) => (around ? [{ segment, around }] : []));
    return known.length === parts.length ? new Surroundings(known) : null;
  }

  /** Bytes of the lists that tell of a folded string, by where they stand; of one that has none, nothing. */
  async lists(gram: string): Promise<Map<string, number>> {
    const lists = await Promise.all(this.#parts.map(({ around }) => around.lists(gram)));
    return new Map(lists.flatMap((own) => [...own]));
  }

  /**
   * How a folded string stands in each report that holds the phrase, by id: its places that lie wholly in a window of
   * so many characters before a place of the phrase or behind one and touch none, each once, and all its places. Null
   * where only many texts would tell.
   */
  async counts(gram: string, window: number): Promise<Map<string, SurroundingCounts> | null> {
    const parts = await Promise.all(this.#parts.map(({ around }) => around.counts(gram, window)));
    const counts = new Map<string, SurroundingCounts>();
    for (const [at, { segment }] of this.#parts.entries()) {
      const own = parts[at];
      if (!own) return null;
      for (const [report, count] of own) counts.set(segment.opening.reports.ids[report] ?? '', count);
    }
    return counts;
  }
}
