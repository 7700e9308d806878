import type { Surroundings } from '../lookup/surroundings.ts';
import { logDice, logLikelihood } from './association.ts';
import type { Collocate } from './collocates.ts';
import { corpusLimits } from './corpus-limits.ts';
import { deviationOfProportions } from './dispersion.ts';

/** The reports whose places are counted: by id, how often the phrase stands in each, and its characters searched. */
export interface CountedScope {
  readonly found: ReadonlyMap<string, number>;
  readonly characters: ReadonlyMap<string, number>;
}

/** How many strings are counted, of so many. */
export interface Counting {
  readonly read: number;
  readonly candidates: number;
}

/**
 * Counts strings around all places of a phrase, by lists of places: those given, first the first, as many as
 * `corpusLimits` allows. A window counts as so many positions on each side of each place, wherever paragraphs end, and
 * the reference is all other characters of the reports that hold the phrase.
 */
export class ListedCollocates {
  readonly #surroundings: Surroundings;
  readonly #scope: CountedScope;
  readonly #window: number;
  readonly #wanted: readonly string[];
  /** Begun at once, for the lists are what takes long; anew after a failure. */
  #work: readonly Promise<Collocate | null>[] | null = null;
  #counted: readonly (Collocate | null)[] = [];
  readonly #left: number;

  private constructor(
    surroundings: Surroundings,
    scope: CountedScope,
    window: number,
    wanted: readonly string[],
    left: number,
  ) {
    this.#surroundings = surroundings;
    this.#scope = scope;
    this.#window = window;
    this.#wanted = wanted;
    this.#left = left;
  }

  /** Chooses from folded strings that so many texts named, best first, those whose lists may be read. */
  static async chosen(
    surroundings: Surroundings,
    scope: CountedScope,
    window: number,
    grams: readonly string[],
    texts: number,
  ): Promise<ListedCollocates> {
    const lists = await Promise.all(
      grams.slice(0, texts).map(async (gram) => [gram, await surroundings.lists(gram)] as const),
    );
    const read = new Set<string>();
    let bytes = 0;
    const wanted: string[] = [];
    for (const [gram, own] of lists) {
      const more = [...own].filter(([name]) => !read.has(name));
      const size = more.reduce((sum, [, length]) => sum + length, 0);
      if (bytes + size > texts * corpusLimits.listBytesOfText) continue;
      bytes += size;
      for (const [name] of more) read.add(name);
      wanted.push(gram);
    }
    return new ListedCollocates(surroundings, scope, window, wanted, grams.length - wanted.length);
  }

  /** Counts at most so many further strings; null once all are counted. */
  async next(most: number): Promise<Counting | null> {
    const candidates = this.#wanted.length;
    const before = this.#counted.length;
    if (before === candidates) return null;
    this.#work ??= this.#wanted.map((gram) => this.#collocate(gram));
    for (const one of this.#work) one.catch(() => (this.#work = null));
    const counted = await Promise.all(this.#work.slice(0, before + most));
    if (counted.length > this.#counted.length) this.#counted = counted;
    return { read: this.#counted.length, candidates };
  }

  async #collocate(gram: string): Promise<Collocate | null> {
    const counts = await this.#surroundings.counts(gram, this.#window);
    if (!counts) return null;
    const { found, characters } = this.#scope;
    const sum = { left: 0, right: 0, together: 0, all: 0, reports: 0, places: 0, characters: 0 };
    const parts: { size: number; count: number }[] = [];
    for (const [id, size] of found) {
      const own = counts.get(id);
      sum.left += own?.left ?? 0;
      sum.right += own?.right ?? 0;
      sum.together += own?.together ?? 0;
      sum.all += own?.all ?? 0;
      sum.reports += (own?.together ?? 0) > 0 ? 1 : 0;
      sum.places += size;
      sum.characters += characters.get(id) ?? 0;
      parts.push({ size, count: own?.together ?? 0 });
    }
    const insideAll = 2 * this.#window * sum.places;
    return {
      text: gram,
      left: sum.left,
      right: sum.right,
      together: sum.together,
      all: sum.all,
      reports: sum.reports,
      logLikelihood: logLikelihood({
        inside: sum.together,
        insideAll,
        outside: sum.all - sum.together,
        outsideAll: sum.characters - insideAll,
      }),
      logDice: logDice(sum.together, sum.places, sum.all) ?? 0,
      dispersion: deviationOfProportions(parts) ?? 0,
    };
  }

  /** The strings counted, and how many of those given were not. */
  collocates(): { readonly rows: readonly Collocate[]; readonly uncounted: number } {
    const rows = this.#counted.filter((row) => row !== null);
    return { rows, uncounted: this.#left + this.#counted.length - rows.length };
  }
}
