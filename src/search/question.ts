import type { Role } from '../archive/section.ts';
import { folded } from '../text/fold.ts';
import { asking, nearWords, roleWords } from './question-words.ts';

/** A word of a question: as typed, folded, or one that says the same. */
export interface QuestionWord {
  /** Folded. */
  readonly text: string;
  /** Words that the field uses for the same thing, folded; counted like the word itself, and shown to the reader. */
  readonly near: readonly string[];
}

/** What is looked for when a question in plain words is asked. */
export interface Question {
  readonly words: readonly QuestionWord[];
  /** The parts of a report that the question is about, as its words tell; empty where they tell none. */
  readonly roles: readonly Role[];
}

/** Words of a question, at most; further ones are left out. */
export const mostQuestionWords = 16;

const near: ReadonlyMap<string, readonly string[]> = new Map(
  nearWords
    .flatMap((words) => words.map((word) => [word, words.filter((other) => other !== word)] as const))
    .map(([word, others]) => [folded(word), others.map(folded)]),
);

const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);

/** A run of Chinese cut at the field's own words, longest first, so that each has its near ones. */
function cut(run: string): string[] {
  const found = [...near.keys()].sort((a, b) => b.length - a.length).find((word) => run.includes(word));
  if (found === undefined) return [run];
  const at = run.indexOf(found);
  const [before, after] = [run.slice(0, at), run.slice(at + found.length)];
  return [...(before === '' ? [] : cut(before)), found, ...(after === '' ? [] : cut(after))];
}

/**
 * What a question in plain words looks for: its words without what only asks, each with the field's other words for
 * the same thing, and the part of a report that it is about. A question that holds nothing but asking words is looked
 * for as it stands.
 */
export function question(text: string): Question {
  const roles = roleWords.flatMap(([pattern, role]) => (pattern.test(text) ? [role] : []));
  const runs = (source: string): string[] =>
    source
      .split(/\s+/u)
      .flatMap((word) => [...folded(word).matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)].map(([run]) => run));
  const spoken = runs(text.replace(asking, ' '));
  const parts = (spoken.length > 0 ? spoken : runs(text)).flatMap((run) => (isHan(run) ? cut(run) : [run]));
  // What one character says is said by its neighbours; alone it stands in every text.
  const telling = parts.filter((part) => !isHan(part) || part.length > 1);
  const words = [...new Set(telling.length > 0 ? telling : parts)].slice(0, mostQuestionWords);
  return { words: words.map((word) => ({ text: word, near: near.get(word) ?? [] })), roles };
}
