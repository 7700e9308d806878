import type { Role } from '../../archive/section.ts';
import { folded } from '../../text/fold.ts';
import type { IndexedText } from '../format/text-record.ts';
import type { Question } from '../question.ts';

/** A term of a question: a word, a near word, or two neighbouring characters of one; several may speak for one word. */
export interface WeighedTerm {
  readonly text: string;
  /** Which word of the question it speaks for. */
  readonly word: number;
  /** How much of that word it is, 0 to 1: a word or a near one is all of it, two characters a part. */
  readonly share: number;
}

/** What is left of a paragraph's score where it is not in a part of the report that the question is about. */
const elsewhere = 0.74;
/** What a word in the heading above counts against one in the paragraph. */
const inHeading = 0.5;
/** Characters within which words that stand together say most of one thing. */
const together = 120;
/** How much of a score hangs on words standing together. */
const togetherShare = 0.35;

const pairs = (text: string): string[] => {
  const characters = [...text];
  return characters.slice(0, -1).map((one, at) => one + (characters[at + 1] ?? ''));
};

/** All terms of a question. Two characters speak for half of their word at most: 人员 is not 执法人员. */
export function weighedTerms({ words }: Question): WeighedTerm[] {
  return words.flatMap(({ text, near }, word) => {
    const own = [{ text, word, share: 1 }, ...near.map((other) => ({ text: other, word, share: 0.9 }))];
    const two = [...text].length > 2 && /^\p{Script=Han}+$/u.test(text) ? pairs(text) : [];
    return [...own, ...two.map((pair) => ({ text: pair, word, share: 0.6 / two.length }))];
  });
}

/** How much of each word a text says, 0 to 1. */
function saidOf(text: string, terms: readonly WeighedTerm[], words: number): number[] {
  const whole = new Array<number>(words).fill(0);
  const parts = new Array<number>(words).fill(0);
  for (const { text: term, word, share } of terms) {
    if (!text.includes(term)) continue;
    if (share >= 0.9) whole[word] = Math.max(whole[word] ?? 0, share);
    else parts[word] = (parts[word] ?? 0) + share;
  }
  return whole.map((share, word) => Math.max(share, parts[word] ?? 0));
}

const weighed = (shares: readonly number[], weights: readonly number[]): number =>
  shares.reduce((sum, share, word) => sum + share * (weights[word] ?? 0), 0);

/** The largest weight of words in any stretch of `together` characters. */
function bestStretch(text: string, terms: readonly WeighedTerm[], weights: readonly number[]): number {
  if (text.length <= together) return weighed(saidOf(text, terms, weights.length), weights);
  const places = terms
    .flatMap((term) => {
      const found: { at: number; term: WeighedTerm }[] = [];
      for (let at = text.indexOf(term.text); at >= 0; at = text.indexOf(term.text, at + 1)) found.push({ at, term });
      return found;
    })
    .sort((a, b) => a.at - b.at);
  let best = 0;
  let first = 0;
  for (const [last, { at, term }] of places.entries()) {
    while ((places[first]?.at ?? at) < at + term.text.length - together) first++;
    const held = places.slice(first, last + 1).map((place) => place.term);
    // What stands in the stretch is known already; the terms themselves are its text.
    best = Math.max(best, weighed(saidOf(held.map((one) => one.text).join('\n'), held, weights.length), weights));
  }
  return best;
}

/** A report's best paragraph for a question. */
export interface PassageScore {
  /** 0 to 1: how much of the question one paragraph says; 0 where none says any. */
  readonly score: number;
  /** How much of the question's words the paragraph and its heading hold, 0 to 1. */
  readonly coverage: number;
  /** Which paragraph of the text; -1 for the title. */
  readonly paragraph: number;
}

/**
 * Scores the paragraphs of a report by how much of the question each says, its heading included. `weights` are those
 * of the question's words, and sum up to 1; `wanted` are the roles searched, null for all.
 */
export function bestParagraph(
  { title, paragraphs }: IndexedText,
  { roles }: Question,
  terms: readonly WeighedTerm[],
  weights: readonly number[],
  wanted: ReadonlySet<Role> | null,
): PassageScore {
  const headings = new Map<string, readonly number[]>();
  const headingShares = (heading: string | null): readonly number[] => {
    const known = headings.get(heading ?? '');
    if (known) return known;
    const shares = saidOf(folded(heading ?? ''), terms, weights.length);
    headings.set(heading ?? '', shares);
    return shares;
  };
  let best: PassageScore = { score: 0, coverage: 0, paragraph: -1 };
  const consider = (text: string, heading: string | null, role: Role | null, paragraph: number): void => {
    const fold = folded(text);
    const own = saidOf(fold, terms, weights.length);
    if (own.every((share) => share === 0)) return;
    const above = headingShares(heading === text ? null : heading);
    const shares = own.map((share, word) => Math.max(share, inHeading * (above[word] ?? 0)));
    const coverage = weighed(shares, weights);
    const close = bestStretch(fold, terms, weights);
    const isAsked = roles.length === 0 || (role !== null && roles.includes(role));
    // A heading says what follows, not the thing itself; a few words in a cell say little.
    const isShort = text === heading || [...fold].length < 12;
    const score =
      ((1 - togetherShare) * coverage + togetherShare * close) * (isAsked ? 1 : elsewhere) * (isShort ? 0.8 : 1);
    if (score > best.score) best = { score, coverage, paragraph };
  };
  if (title !== null && wanted === null) consider(title, null, null, -1);
  for (const [at, { text, heading, role }] of paragraphs.entries()) {
    if (wanted === null || (role !== null && wanted.has(role))) consider(text, heading, role, at);
  }
  return best;
}
