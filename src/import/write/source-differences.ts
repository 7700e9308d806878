import { diffChars } from 'diff';
import { blockTexts } from '../../archive/report-block.ts';
import { reportBlocks } from '../../render/report-blocks.ts';
import { plainLetters } from './ledger.ts';

/** A place where another source of a report has other letters: both with the letters around them. */
export interface SourceDifference {
  /** Number of the held text's paragraph, from 1. */
  readonly paragraph: number;
  readonly held: string;
  readonly source: string;
}

/** Where two texts of one report part. `letters`: of both sides together. */
export interface SourceDifferences {
  readonly places: readonly SourceDifference[];
  readonly letters: number;
  /** The texts part so much that `places` holds all between the first and the last difference as one. */
  readonly isWhole: boolean;
}

/** Letters around a difference that are shown, and letters of a difference that are. */
const around = 6;
const longest = 24;
/** Letters between two changes that make them one. */
const byChance = 2;
/** Edits that are sought at most: the time grows with their square. */
const mostEdits = 2_000;

const short = (words: string): string => (words.length > longest ? `${words.slice(0, longest)}…` : words);

/**
 * Where the text of another source parts from the held one, letter by letter; layout space and restored punctuation
 * count for nothing, as in every account of letters. Both are Markdown of the closed dialect.
 */
export function sourceDifferences(held: string, source: string): SourceDifferences {
  const paragraphs = (body: string): string[] =>
    reportBlocks(body).map((block) => plainLetters(blockTexts(block).join('')));
  const own = paragraphs(held);
  const [one, other] = [own.join(''), paragraphs(source).join('')];
  if (one === other) return { places: [], letters: 0, isWhole: false };
  const ends: number[] = [];
  for (const { length } of own) ends.push((ends.at(-1) ?? 0) + length);
  const paragraphAt = (at: number): number => ends.findIndex((end) => end > at) + 1 || own.length;
  const place = (from: number, words: string, otherFrom: number, otherWords: string): SourceDifference => {
    const before = one.slice(Math.max(0, from - around), from);
    const behind = one.slice(from + words.length, from + words.length + around);
    const otherBehind = other.slice(otherFrom + otherWords.length, otherFrom + otherWords.length + around);
    return {
      // What is put in behind a paragraph is that paragraph's.
      paragraph: paragraphAt(words === '' ? Math.max(0, from - 1) : from),
      held: `${before}${short(words)}${behind}`,
      source: `${before}${short(otherWords)}${otherBehind}`,
    };
  };
  const parts = diffChars(one, other, { maxEditLength: mostEdits });
  if (!parts) {
    let from = 0;
    while (one[from] === other[from]) from++;
    const letters = one.length + other.length - 2 * from;
    return { places: [place(from, one.slice(from), from, other.slice(from))], letters, isWhole: true };
  }
  const places: SourceDifference[] = [];
  let [at, otherAt, letters] = [0, 0, 0];
  let [gone, come, between] = ['', '', ''];
  const close = (): void => {
    if (gone + come === '') return;
    const start = at - between.length - gone.length;
    places.push(place(start, gone, otherAt - between.length - come.length, come));
    [gone, come, between] = ['', '', ''];
  };
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      // 法治 for 普法: letters that stay between two changes by chance are part of one.
      if (gone + come !== '' && value.length <= byChance) between = value;
      else close();
      at += value.length;
      otherAt += value.length;
      continue;
    }
    gone += between + (removed ? value : '');
    come += between + (added ? value : '');
    between = '';
    if (removed) at += value.length;
    else otherAt += value.length;
    letters += value.length;
  }
  close();
  return { places, letters, isWhole: false };
}
