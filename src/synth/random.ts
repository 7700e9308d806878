/** A source of chance that gives the same sequence for the same seed, on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** One of the list, which must not be empty. */
  pick<T>(list: readonly T[]): T;
}

/** 32 bits of a text, by FNV-1a over its UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Numbers of at least 0 and less than 1, by Mulberry32: the same for the same seed, a whole number. */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Chance that begins with a word. */
export function random(seed: string): Random {
  const next = randomNumbers(hash(seed));
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (p) => next() < p,
    pick(list) {
      const found = list.at(Math.floor(next() * list.length));
      if (found === undefined) throw new RangeError('nothing to pick from: the list is empty');
      return found;
    },
  };
}

/** The list in an order of chance. */
export function shuffled<T>(list: readonly T[], chance: Random): T[] {
  const keyed = list.map((entry) => ({ entry, key: chance.next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ entry }) => entry);
}
