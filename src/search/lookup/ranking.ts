import { folded } from '../../text/fold.ts';

/** Terms by which a text of words is ranked. */
export const mostRankingTerms = 24;

/** The usual constants of BM25: how soon repeating a term stops to count, and how much a report's length does. */
const saturation = 1.2;
const lengthWeight = 0.75;

const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);

/**
 * The terms of what a reader typed, folded: each run of letters or figures whole, and all windows of two characters of
 * a Chinese run. Words are not cut apart by a dictionary: 行政复议 would become 行政, 复 and 议.
 */
export function rankingTerms(text: string): string[] {
  const terms = new Set<string>();
  for (const word of text.split(/\s+/)) {
    for (const [run] of folded(word).matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
      terms.add(run);
      const characters = [...run];
      if (!isHan(run)) continue;
      for (let i = 0; i + 1 < characters.length; i++) terms.add(characters.slice(i, i + 2).join(''));
    }
  }
  return [...terms].slice(0, mostRankingTerms);
}

/** How often a term stands in each report that holds it, by id. */
export type TermCounts = ReadonlyMap<string, number>;

/** Scores reports by BM25. `characters` are the lengths of all reports searched, by id; others are left out. */
export function scores(terms: readonly TermCounts[], characters: ReadonlyMap<string, number>): Map<string, number> {
  let total = 0;
  for (const length of characters.values()) total += length;
  const average = total / Math.max(1, characters.size);
  const scored = new Map<string, number>();
  for (const counts of terms) {
    const held = [...counts].filter(([id]) => characters.has(id));
    const weight = Math.log(1 + (characters.size - held.length + 0.5) / (held.length + 0.5));
    for (const [id, count] of held) {
      const length = 1 - lengthWeight + (lengthWeight * (characters.get(id) ?? 0)) / average;
      const score = (weight * count * (saturation + 1)) / (count + saturation * length);
      scored.set(id, (scored.get(id) ?? 0) + score);
    }
  }
  return scored;
}
