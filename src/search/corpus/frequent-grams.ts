import { type GramLength, hanRuns, isWordlike, withoutPieces } from './han-grams.ts';
import type { PlacedText } from './placed-text.ts';

/** Lengths of strings in a list of frequent ones. */
export const gramLengths: readonly GramLength[] = [2, 3, 4, 5, 6];

/** A string must stand so often in the texts read to be listed. */
const fewest = 3;

/**
 * The most frequent strings of Chinese characters in texts, with how often each stands in them: of one length, or, with
 * null, of two to six without mere pieces of longer ones. Such as no word begins or ends with are left out.
 */
export function frequentGrams(
  texts: readonly PlacedText[],
  length: GramLength | null,
  most: number,
): Map<string, number> {
  const wanted = length === null ? gramLengths : [length];
  const paragraphs = texts.flatMap((text) => text.paragraphs.map((paragraph) => hanRuns(paragraph.text)));
  const counts = new Map<string, number>();
  let shorter: ReadonlyMap<string, number> | null = null;
  for (const own of wanted) {
    const found = new Map<string, number>();
    for (const { characters, runs } of paragraphs)
      for (let at = 0; at + own <= characters.length; at++) {
        if ((runs[at] ?? 0) < own) continue;
        const gram = characters.slice(at, at + own).join('');
        // What holds a rare string is rare.
        if (shorter && !shorter.has(characters.slice(at, at + own - 1).join(''))) continue;
        found.set(gram, (found.get(gram) ?? 0) + 1);
      }
    for (const [gram, count] of found) if (count < fewest) found.delete(gram);
    for (const [gram, count] of found) if (isWordlike(gram)) counts.set(gram, count);
    shorter = found;
  }
  const kept = length === null ? withoutPieces(counts, gramLengths.at(-1) ?? 0) : new Set(counts.keys());
  const sorted = [...kept].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  return new Map(sorted.slice(0, most).map((gram) => [gram, counts.get(gram) ?? 0]));
}
