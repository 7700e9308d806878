/** What likeness is judged by: the pairs of neighbouring characters of a text, sorted, repeats kept. */
export type CharacterPairs = Uint32Array;

/** The pairs of neighbouring UTF-16 units of a text, white space left out; a single unit stands for itself. */
export function characterPairs(text: string): CharacterPairs {
  const bare = text.replace(/\s+/g, '');
  if (bare.length === 1) return Uint32Array.of(bare.charCodeAt(0));
  const pairs = new Uint32Array(Math.max(0, bare.length - 1));
  for (let at = 0; at < pairs.length; at++) pairs[at] = bare.charCodeAt(at) * 0x10000 + bare.charCodeAt(at + 1);
  return pairs.sort();
}

/** How many pairs two texts share, each counted as often as it stands in both. */
export function sharedPairs(a: CharacterPairs, b: CharacterPairs): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared;
}

/** Likeness of two texts from 0 (nothing shared) to 1 (same pairs): Dice's coefficient. */
export function likeness(a: CharacterPairs, b: CharacterPairs): number {
  return a.length + b.length === 0 ? 0 : (2 * sharedPairs(a, b)) / (a.length + b.length);
}
