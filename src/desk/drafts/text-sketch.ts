import { folded } from '../../text/fold.ts';

/** Letters of a piece of text, as `textLikeness` has them. */
const pieceLength = 12;
/** Numbers that a sketch keeps at most. */
const sketchLength = 32;
/** From this share of common numbers on, two texts are looked at side by side. */
const isAlike = 0.5;
/** A number that more texts have is a set phrase's, and tells nothing. */
const mostHolders = 40;

/**
 * A text in a few numbers: the smallest hashes of its pieces, ascending. Two texts have about as many of them in common
 * as they have pieces; white space, forms of letters and Markdown's signs count for nothing. Empty for a short text.
 */
export function textSketch(text: string): number[] {
  const plain = folded(text.replace(/[#*|\\]/g, ''));
  const least = new Set<number>();
  let bound = 2 ** 32;
  for (let at = 0; at + pieceLength <= plain.length; at++) {
    let number = 2166136261;
    for (let next = at; next < at + pieceLength; next++) number = Math.imul(number ^ plain.charCodeAt(next), 16777619);
    // The hash's upper bits know too little of the last letters.
    number = Math.imul(number ^ (number >>> 15), 2246822519);
    number = (number ^ (number >>> 13)) >>> 0;
    if (number >= bound) continue;
    least.add(number);
    if (least.size > 4 * sketchLength) {
      const kept = [...least].sort((a, b) => a - b).slice(0, sketchLength);
      least.clear();
      for (const one of kept) least.add(one);
      bound = kept.at(-1) ?? bound;
    }
  }
  return [...least].sort((a, b) => a - b).slice(0, sketchLength);
}

/** About how much of two texts is the same, by their sketches: 0 nothing, 1 everything. */
export function sketchLikeness(one: readonly number[], other: readonly number[]): number {
  const smallest = [...new Set([...one, ...other])].sort((a, b) => a - b).slice(0, sketchLength);
  if (one.length === 0 || other.length === 0) return 0;
  const [own, others] = [new Set(one), new Set(other)];
  return smallest.filter((number) => own.has(number) && others.has(number)).length / smallest.length;
}

/** For each text the others that are like it, the likest first; texts that nothing is like are not in the map. */
export function alikeTexts<Name>(sketches: ReadonlyMap<Name, readonly number[]>): Map<Name, Name[]> {
  const holders = new Map<number, Name[]>();
  for (const [name, sketch] of sketches)
    for (const number of sketch) {
      const others = holders.get(number);
      if (others) others.push(name);
      else holders.set(number, [name]);
    }
  const alike = new Map<Name, Name[]>();
  for (const [name, sketch] of sketches) {
    const common = new Map<Name, number>();
    const rare = sketch.filter((number) => (holders.get(number)?.length ?? 0) <= mostHolders);
    for (const number of rare)
      for (const other of holders.get(number) ?? [])
        if (other !== name) common.set(other, (common.get(other) ?? 0) + 1);
    const found = [...common]
      .filter(([, count]) => count >= isAlike * 0.5 * rare.length)
      .map(([other]) => ({ other, likeness: sketchLikeness(sketch, sketches.get(other) ?? []) }))
      .filter(({ likeness }) => likeness >= isAlike)
      .sort((a, b) => b.likeness - a.likeness);
    if (found.length > 0)
      alike.set(
        name,
        found.map(({ other }) => other),
      );
  }
  return alike;
}
