/** Lengths of the strings of characters that are taken for words. */
export type GramLength = 2 | 3 | 4 | 5 | 6;

const han = /\p{Script=Han}/u;
/** With these no word of this genre begins, or ends; 行为, 平等, 关于 end with what none begins with. */
const beginnings: ReadonlySet<string> = new Set('的了着和与及或等在于以对由从向将把被其之而并也是为');
const endings: ReadonlySet<string> = new Set('的了着和与及或在将把被其之而并也是从向由');

/** A text by characters (code points), each with how many Chinese characters stand from there on without a break. */
export interface HanRuns {
  readonly characters: readonly string[];
  readonly runs: Uint32Array;
}

/** The runs of Chinese characters in a text. */
export function hanRuns(text: string): HanRuns {
  const characters = [...text];
  const runs = new Uint32Array(characters.length);
  for (let i = characters.length - 1; i >= 0; i--) runs[i] = han.test(characters[i] ?? '') ? (runs[i + 1] ?? 0) + 1 : 0;
  return { characters, runs };
}

/** How many strings of so many Chinese characters a text holds, overlapping ones included. */
export function gramPositions(runs: Uint32Array, length: number): number {
  let count = 0;
  for (const run of runs) if (run >= length) count++;
  return count;
}

/** Whether a string begins and ends as a word may. */
export function isWordlike(gram: string): boolean {
  const characters = [...gram];
  return !beginnings.has(characters[0] ?? '') && !endings.has(characters.at(-1) ?? '');
}

/** Of how much of a string's places another must hold to stand for it. */
const heldShare = 0.75;

/**
 * Strings without those that another stands for: a piece goes that a string longer by one character holds in three
 * places of four (政复议, where 行政复议 stands); of strings of the greatest length that run on from each other as
 * often, only the first stays. `counts` holds all lengths together, `longest` is the greatest.
 */
export function withoutPieces(counts: ReadonlyMap<string, number>, longest: number): Set<string> {
  const kept = new Set(counts.keys());
  const byEnd = new Map<string, number>();
  const isLongest = (characters: readonly string[]): boolean => characters.length === longest;
  const split = [...counts].map(([gram, count]) => ({ gram, count, characters: [...gram] }));
  for (const { count, characters } of split) {
    const end = characters.slice(1).join('');
    const start = characters.slice(0, -1).join('');
    for (const piece of [end, start]) {
      const own = counts.get(piece);
      if (own !== undefined && count >= heldShare * own) kept.delete(piece);
    }
    if (isLongest(characters)) byEnd.set(end, Math.max(byEnd.get(end) ?? 0, count));
  }
  for (const { gram, count, characters } of split) {
    const before = isLongest(characters) ? (byEnd.get(characters.slice(0, -1).join('')) ?? 0) : 0;
    if (before >= heldShare * count && new Set(characters).size > 1) kept.delete(gram);
  }
  return kept;
}
