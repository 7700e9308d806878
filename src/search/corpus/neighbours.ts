import type { PlacedText } from './placed-text.ts';

/** Which strings of a phrase's surroundings are counted: what follows, what precedes, or the phrase with both. */
export const neighbourSides = ['after', 'before', 'around'] as const;
export type NeighbourSide = (typeof neighbourSides)[number];

/** A string that stands next to a phrase; around it, with the phrase in it. */
export interface Neighbour {
  readonly text: string;
  /** Whether the paragraph ends (before it: begins) there, so that the string is shorter than was asked for. */
  readonly isCut: boolean;
  /** How often in each report, by id. */
  readonly counts: ReadonlyMap<string, number>;
}

/** At most so many UTF-16 units are needed for as many characters. */
const widest = 2;

const first = (text: string, length: number): string => [...text.slice(0, widest * length)].slice(0, length).join('');
const last = (text: string, length: number): string =>
  length === 0 ? '' : [...text.slice(-widest * length)].slice(-length).join('');

/**
 * Counts the strings of `length` characters next to the places of a phrase, in their paragraph. `around` counts the
 * phrase with `length` characters more, however they are shared between before and behind it. Texts are added one by
 * one.
 */
export class NeighbourCounts {
  readonly #side: NeighbourSide;
  readonly #length: number;
  readonly #counts = new Map<string, { text: string; isCut: boolean; counts: Map<string, number> }>();
  #texts = 0;
  #places = 0;

  constructor(side: NeighbourSide, length: number) {
    this.#side = side;
    this.#length = length;
  }

  /** How many texts were added, and how many places of the phrase they hold. */
  get texts(): number {
    return this.#texts;
  }
  get places(): number {
    return this.#places;
  }

  add({ id, paragraphs }: PlacedText): void {
    this.#texts++;
    for (const { text, places } of paragraphs) {
      this.#places += places.length;
      // A string with the phrase in it counts once where the phrase stands in it twice.
      const clusters = new Set<string>();
      for (const [from, to] of places) {
        const before = last(text.slice(0, from), this.#length);
        const after = first(text.slice(to), this.#length);
        if (this.#side === 'after') this.#count(id, after);
        else if (this.#side === 'before') this.#count(id, before);
        else
          for (let ahead = 0; ahead <= this.#length; ahead++) {
            const head = last(before, ahead);
            const tail = first(after, this.#length - ahead);
            const isWhole = [...head].length === ahead && [...tail].length === this.#length - ahead;
            const cluster = head + text.slice(from, to) + tail;
            const key = `${from - head.length} ${cluster}`;
            if (!isWhole || clusters.has(key)) continue;
            clusters.add(key);
            this.#put(id, cluster, false);
          }
      }
    }
  }

  #count(id: string, text: string): void {
    this.#put(id, text, [...text].length < this.#length);
  }

  #put(id: string, text: string, isCut: boolean): void {
    const key = `${text}${isCut ? '\n' : ''}`;
    const seen = this.#counts.get(key) ?? { text, isCut, counts: new Map<string, number>() };
    this.#counts.set(key, seen);
    seen.counts.set(id, (seen.counts.get(id) ?? 0) + 1);
  }

  /** The strings seen, most frequent first. */
  neighbours(most: number): Neighbour[] {
    const total = ({ counts }: Neighbour): number => [...counts.values()].reduce((sum, count) => sum + count, 0);
    return [...this.#counts.values()]
      .map((one) => ({ one, count: total(one) }))
      .sort((a, b) => b.count - a.count || (a.one.text < b.one.text ? -1 : 1))
      .slice(0, most)
      .map(({ one }) => one);
  }
}
