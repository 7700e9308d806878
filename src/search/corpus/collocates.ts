import { logDice, logLikelihood } from './association.ts';
import { deviationOfProportions } from './dispersion.ts';
import { gramPositions, hanRuns, isWordlike, withoutPieces } from './han-grams.ts';
import type { PlacedParagraph, PlacedText } from './placed-text.ts';

/** Lengths of the strings that are counted as collocates, in characters. */
export const collocateLengths = [2, 3, 4] as const;
const longest = 4;

/** Of so many strings, the most frequent around the phrase, association is worked out. */
export const mostCollocates = 200;

/** A string that stands around a phrase. */
export interface Collocate {
  readonly text: string;
  /** Its places in a window before the phrase, behind it, and in either. */
  readonly left: number;
  readonly right: number;
  readonly together: number;
  /** Its places in all text that was read. */
  readonly all: number;
  /** In how many of the reports read it stands in a window. */
  readonly reports: number;
  /** Log-likelihood against the text outside the windows; above 0 where it is more frequent inside. */
  readonly logLikelihood: number;
  readonly logDice: number;
  /** Gries' DP over the reports read, by the phrase's own places in them. */
  readonly dispersion: number;
}

/** What was counted around a phrase. */
interface Seen {
  left: number;
  right: number;
  together: number;
  /** The number of the report and the count in it, in turn. */
  readonly reports: number[];
}

/** Places of a string by its first character in a paragraph, and on which sides of the phrase they lie. */
const sides = { left: 1, right: 2 } as const;

/** A paragraph by characters, with the phrase's places in characters. */
function byCharacters({ text, places }: PlacedParagraph): { characters: string[]; places: [number, number][] } {
  const characters = [...text];
  if (characters.length === text.length) return { characters, places: places.map(([from, to]) => [from, to]) };
  const at = (unit: number): number => [...text.slice(0, unit)].length;
  return { characters, places: places.map(([from, to]) => [at(from), at(to)]) };
}

/**
 * Counts what stands in a window of so many characters before and behind each place of a phrase, in its paragraph:
 * strings of two to four Chinese characters that lie wholly in a window and touch no place of the phrase. Each place of
 * a string counts once, however many windows it lies in. Texts are added one by one.
 */
export class CollocateCounts {
  readonly #window: number;
  readonly #seen = new Map<string, Seen>();
  /** Positions for strings of each length: in windows, and in all text. */
  readonly #inside = new Map<number, number>();
  readonly #all = new Map<number, number>();
  readonly #phrases = new Set<string>();
  readonly #places: number[] = [];

  constructor(window: number) {
    this.#window = window;
  }

  /** How many texts were added, and how many places of the phrase they hold. */
  get texts(): number {
    return this.#places.length;
  }
  get places(): number {
    return this.#places.reduce((sum, count) => sum + count, 0);
  }

  /** Places in windows for strings of a length, whatever they are. */
  positions(length: number): number {
    return this.#inside.get(length) ?? 0;
  }

  add({ paragraphs }: PlacedText): void {
    const report = this.#places.length;
    let places = 0;
    for (const paragraph of paragraphs) {
      places += paragraph.places.length;
      const { characters, runs } = hanRuns(paragraph.text);
      for (const length of collocateLengths) {
        const positions = gramPositions(runs, length);
        this.#all.set(length, (this.#all.get(length) ?? 0) + positions);
        if (paragraph.places.length > 0) this.#addWindows(paragraph, characters, runs, length, report);
      }
    }
    this.#places.push(places);
  }

  #addWindows(
    paragraph: PlacedParagraph,
    characters: readonly string[],
    runs: Uint32Array,
    length: number,
    report: number,
  ): void {
    const { places } = byCharacters(paragraph);
    const covered = new Uint8Array(characters.length);
    for (const [from, to] of places) {
      covered.fill(1, from, to);
      this.#phrases.add(characters.slice(from, to).join(''));
    }
    const found = new Map<number, number>();
    const look = (from: number, to: number, side: number): void => {
      for (let at = Math.max(0, from); at + length <= Math.min(to, characters.length); at++)
        if ((runs[at] ?? 0) >= length && !covered.subarray(at, at + length).includes(1))
          found.set(at, (found.get(at) ?? 0) | side);
    };
    for (const [from, to] of places) {
      look(from - this.#window, from, sides.left);
      look(to, to + this.#window, sides.right);
    }
    this.#inside.set(length, (this.#inside.get(length) ?? 0) + found.size);
    for (const [at, side] of found) {
      const gram = characters.slice(at, at + length).join('');
      const seen = this.#seen.get(gram) ?? { left: 0, right: 0, together: 0, reports: [] };
      this.#seen.set(gram, seen);
      seen.together++;
      if (side & sides.left) seen.left++;
      if (side & sides.right) seen.right++;
      if (seen.reports.at(-2) === report) seen.reports.push((seen.reports.pop() ?? 0) + 1);
      else seen.reports.push(report, 1);
    }
  }

  /**
   * The strings whose association is worth working out, most frequent first: such as a word may be, no part of the
   * phrase, no mere piece of one that is counted too, standing in windows twice at least.
   */
  candidates(most = mostCollocates): string[] {
    const counts = new Map(
      [...this.#seen].flatMap(([gram, { together }]) =>
        together >= 2 && isWordlike(gram) && ![...this.#phrases].some((phrase) => phrase.includes(gram))
          ? [[gram, together] as const]
          : [],
      ),
    );
    return [...withoutPieces(counts, longest)]
      .sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1))
      .slice(0, most);
  }

  /** How often a string stands in windows. */
  together(gram: string): number {
    return this.#seen.get(gram)?.together ?? 0;
  }

  /** A string that was seen, with its association; `all` is how often it stands in the texts added. */
  collocate(gram: string, all: number): Collocate {
    const { left, right, together, reports } = this.#seen.get(gram) ?? { left: 0, right: 0, together: 0, reports: [] };
    const length = [...gram].length;
    const insideAll = this.#inside.get(length) ?? 0;
    const outsideAll = (this.#all.get(length) ?? 0) - insideAll;
    const counts = new Map<number, number>();
    for (let i = 0; i < reports.length; i += 2) counts.set(reports[i] ?? 0, reports[i + 1] ?? 0);
    return {
      text: gram,
      left,
      right,
      together,
      all,
      reports: counts.size,
      logLikelihood: logLikelihood({ inside: together, insideAll, outside: all - together, outsideAll }),
      logDice: logDice(together, this.places, all) ?? 0,
      dispersion: deviationOfProportions(this.#places.map((size, at) => ({ size, count: counts.get(at) ?? 0 }))) ?? 0,
    };
  }
}

/** How often a string stands in texts, overlapping places included. */
export function countInTexts(texts: Iterable<PlacedText>, gram: string): number {
  let count = 0;
  for (const { paragraphs } of texts)
    for (const { text } of paragraphs)
      for (let at = text.indexOf(gram); at >= 0; at = text.indexOf(gram, at + 1)) count++;
  return count;
}
