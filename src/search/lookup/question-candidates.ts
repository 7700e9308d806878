/** How often a term stands in each report that holds it, by id. */
export type TermCounts = ReadonlyMap<string, number>;

/** What the reports hold of one word of a question: how often it, or a word that says the same, stands in each, by id. */
export interface WordCounts {
  readonly own: TermCounts;
  readonly near: readonly TermCounts[];
}

/** The usual constants of BM25: how soon repeating a word stops to count, and how much a report's length does. */
const saturation = 1.2;
const lengthWeight = 0.75;
/** What a word that says the same counts against the word itself. */
const nearShare = 0.9;
/** Folded characters of a paragraph of a report, about: how rare a word is, is told against paragraphs. */
const paragraphLength = 110;
/** How much of a question's words a report must hold to be counted as one that speaks of it. */
export const leastCoverage = 0.6;

/** A report that may answer a question. */
export interface Candidate {
  readonly id: string;
  /** How much of the question's words it holds anywhere, 0 to 1. */
  readonly coverage: number;
  /** BM25 of the words, compared only within one answer. */
  readonly score: number;
}

/** How much each word says, summing up to 1: rare words say more than those of every paragraph. */
export function wordWeights(words: readonly WordCounts[], characters: ReadonlyMap<string, number>): number[] {
  let total = 0;
  for (const length of characters.values()) total += length;
  const paragraphs = total / paragraphLength;
  const weights = words.map(({ own, near }) => {
    let count = 0;
    for (const counts of [own, ...near]) for (const [id, times] of counts) if (characters.has(id)) count += times;
    return Math.log(1 + paragraphs / (1 + count));
  });
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => (sum === 0 ? 0 : weight / sum));
}

/**
 * Reports that hold any of the words, those that hold most of the question first, among these by BM25. `characters`
 * are the lengths of all reports searched, by id; others are left out.
 */
export function candidates(
  words: readonly WordCounts[],
  weights: readonly number[],
  characters: ReadonlyMap<string, number>,
): Candidate[] {
  let total = 0;
  for (const length of characters.values()) total += length;
  const average = total / Math.max(1, characters.size);
  const found = new Map<string, { coverage: number; score: number }>();
  for (const [word, { own, near }] of words.entries()) {
    const times = new Map<string, { share: number; count: number }>();
    for (const [at, counts] of [own, ...near].entries()) {
      const share = at === 0 ? 1 : nearShare;
      for (const [id, count] of counts) {
        if (!characters.has(id)) continue;
        const before = times.get(id);
        times.set(id, { share: Math.max(before?.share ?? 0, share), count: (before?.count ?? 0) + count * share });
      }
    }
    const weight = weights[word] ?? 0;
    for (const [id, { share, count }] of times) {
      const length = 1 - lengthWeight + (lengthWeight * (characters.get(id) ?? 0)) / average;
      const before = found.get(id) ?? { coverage: 0, score: 0 };
      const score = (weight * count * (saturation + 1)) / (count + saturation * length);
      found.set(id, { coverage: before.coverage + weight * share, score: before.score + score });
    }
  }
  return [...found]
    .map(([id, { coverage, score }]) => ({ id, coverage, score }))
    .sort((a, b) => b.coverage + b.score - a.coverage - a.score || (a.id < b.id ? -1 : 1));
}
