import { compareText } from '../../text/order.ts';
import { type Filters, passes } from '../filters.ts';
import type { IndexedText } from '../format/text-record.ts';
import { type Question, type QuestionWord, question } from '../question.ts';
import { bestParagraph, weighedTerms } from './passage-score.ts';
import { candidates, leastCoverage, type TermCounts, type WordCounts, wordWeights } from './question-candidates.ts';
import type { IndexedReport, SearchIndex } from './search-index.ts';

/** What of the exact index a question is answered from. */
export type AnsweringIndex = Pick<SearchIndex, 'characters' | 'counts' | 'reports' | 'texts'>;

/** The paragraph of a report that answers a question best. */
export interface QuestionPassage extends IndexedReport {
  /** Compares only within one answer. */
  readonly score: number;
  /** How much of the question's words the paragraph and its heading hold, by weight, 0 to 1. */
  readonly coverage: number;
  readonly text: IndexedText;
  /** Its place among the text's paragraphs; -1 for the title. */
  readonly paragraph: number;
}

/** The best answers to a question in plain words. */
export interface QuestionAnswer {
  readonly question: Question;
  /** Reports that hold most of its words, by weight, somewhere. */
  readonly speaking: number;
  /** Reports whose paragraphs were compared; those that speak most of it. */
  readonly read: number;
  /** One paragraph a report, best first. */
  readonly answers: readonly QuestionPassage[];
}

/** How much of a question, by weight, a paragraph and its heading must say to be an answer at all. */
const leastSaid = 0.4;
/** Reports read for one question, at most. */
const mostRead = 60;
/** What a report as a whole, and each year nearer to now, add to its best paragraph’s score. */
const reportShare = 0.05;
const yearShare = 0.002;
/** A longer run of Chinese that stands in fewer reports than this is looked for in its parts instead. */
const fewReports = (searched: number): number => Math.min(5, Math.ceil(searched / 100));
const longestRun = 16;

interface Counted {
  readonly word: QuestionWord;
  readonly counts: WordCounts;
}

const total = (counts: TermCounts): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** The way to cut a run into twos that stand most often; what is left over between them is left out. */
function bestTwos(pairs: readonly { readonly text: string; readonly counts: TermCounts }[]): number[] {
  // best[i] is the best cut of the first i + 1 characters.
  const best: { worth: number; at: readonly number[] }[] = [{ worth: 0, at: [] }];
  for (const [at, { counts }] of pairs.entries()) {
    const without = best[at] ?? { worth: 0, at: [] };
    const before = (at > 0 ? best[at - 1] : undefined) ?? { worth: 0, at: [] };
    const worth = before.worth + Math.log(1 + total(counts));
    best.push(worth > without.worth ? { worth, at: [...before.at, at] } : without);
  }
  return [...(best.at(-1)?.at ?? [])];
}

/** A word, or, where hardly a report holds it as it stands, the parts of it that reports do hold. */
async function countedWord(
  word: QuestionWord,
  counts: (term: string) => Promise<TermCounts>,
  few: number,
): Promise<readonly Counted[]> {
  const [own, ...near] = await Promise.all([word.text, ...word.near].map(counts));
  const whole = { word, counts: { own: own ?? new Map(), near } };
  const characters = [...word.text].slice(0, longestRun);
  const isRun = characters.length > 3 && /^\p{Script=Han}+$/u.test(word.text);
  if (!isRun || whole.counts.own.size + near.reduce((sum, { size }) => sum + size, 0) >= few) return [whole];
  const pairs = await Promise.all(
    characters.slice(0, -1).map(async (one, at) => {
      const text = one + (characters[at + 1] ?? '');
      return { text, counts: await counts(text) };
    }),
  );
  const parts = bestTwos(pairs).flatMap((at): Counted[] => {
    const pair = pairs[at];
    return pair ? [{ word: { text: pair.text, near: [] }, counts: { own: pair.counts, near: [] } }] : [];
  });
  // Where more than a character is left over, the parts alone are no whole answer: the run itself stays asked for.
  return characters.length - 2 * parts.length > 1 ? [...parts, whole] : parts;
}

/**
 * The paragraphs that answer a question in plain words best, one a report, best first: the reports that hold most of
 * its words are read, at most 60, and their paragraphs scored by how much of it each says, in the parts of a report
 * that it is about. `words` is no query, and the answer is no complete one.
 */
export async function questionAnswer(index: AnsweringIndex, words: string, filters: Filters): Promise<QuestionAnswer> {
  const asked = question(words);
  const counts = (term: string): Promise<TermCounts> => index.counts(term, filters.roles);
  const few = fewReports(index.reports.length);
  const [characters, counted] = await Promise.all([
    index.characters(filters.roles),
    Promise.all(asked.words.map((word) => countedWord(word, counts, few))),
  ]);
  const all = counted.flat();
  // Two characters that stand nowhere are what was left over where words of the field were cut out.
  const known = all.filter(
    ({ word, counts: { own, near } }) => word.text.length > 2 || own.size > 0 || near.length > 0,
  );
  const found = known.length > 0 ? known : all;
  const looked: Question = { words: found.map(({ word }) => word), roles: asked.roles };
  const reports = new Map(index.reports.filter((report) => passes(report, filters)).map((one) => [one.id, one]));
  const searched = new Map([...characters].filter(([id]) => reports.has(id)));
  const wordCounts = found.map((one) => one.counts);
  const weights = wordWeights(wordCounts, searched);
  const ranked = candidates(wordCounts, weights, searched);
  const read = ranked.slice(0, mostRead);
  const texts = await index.texts(read.map(({ id }) => id));
  const terms = weighedTerms(looked);
  const only = filters.roles.length === 0 ? null : new Set(filters.roles);
  const firstYear = Math.min(...read.flatMap(({ id }) => reports.get(id)?.year ?? []));
  const most = Math.max(...read.map(({ score }) => score));
  const answers = read.flatMap(({ id, score }, at): QuestionPassage[] => {
    const report = reports.get(id);
    const text = texts[at];
    if (!report || !text) return [];
    const paragraph = bestParagraph(text, looked, terms, weights, only);
    if (paragraph.coverage < leastSaid) return [];
    const whole = paragraph.score + (score / most) * reportShare + (report.year - firstYear) * yearShare;
    return [{ ...report, score: whole, coverage: paragraph.coverage, text, paragraph: paragraph.paragraph }];
  });
  answers.sort((a, b) => b.score - a.score || compareText(a.id, b.id));
  const speaking = ranked.filter(({ coverage }) => coverage >= leastCoverage).length;
  return { question: looked, speaking, read: read.length, answers };
}
