import { folded } from '../text/fold.ts';
import { isQueryProblem, parsedQuery, type Query, soughtPhrases } from './query.ts';

const mostParts = 8;
/** Single characters stand nearly everywhere and say nothing of what was asked. */
const shortestPart = 2;

const halves = (text: string): string[] => {
  const characters = [...text];
  const middle = Math.ceil(characters.length / 2);
  return [characters.slice(0, middle).join(''), characters.slice(middle).join('')];
};

/** A text's words; characters in a row that the dictionary knows no word for are one: 复议. */
function wordsOf(text: string): string[] {
  if (!('Segmenter' in Intl)) return halves(text);
  const words: string[] = [];
  let isRun = false;
  for (const { segment, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const isSingle = isWordLike === true && [...segment].length === 1;
    const before = isSingle && isRun ? words.pop() : '';
    if (isWordLike) words.push(`${before ?? ''}${segment}`);
    isRun = isSingle;
  }
  return words.length > 1 ? words : halves(text);
}

/** A phrase as a query that looks for it alone, whatever signs it holds. */
export function phraseQuery(phrase: string): string {
  const read = parsedQuery(phrase);
  return !isQueryProblem(read) && read.folded === folded(phrase) ? phrase : `“${phrase}”`;
}

/**
 * Queries for the parts of one that stands nowhere: its phrases, where it has several, and the words in them, or their
 * halves where no words are found. At most eight, of two characters at least, none twice, never the whole; none of a pattern.
 */
export function queryParts(query: Query): string[] {
  const phrases = soughtPhrases(query).flatMap(({ text, pattern }) => (pattern ? [] : [text]));
  const parts = phrases.flatMap((phrase) => [phrase, ...wordsOf(phrase)]);
  const seen = new Set([query.folded]);
  return parts
    .filter((part) => {
      const fold = folded(part);
      if ([...fold].length < shortestPart || seen.has(fold)) return false;
      seen.add(fold);
      return true;
    })
    .slice(0, mostParts)
    .map(phraseQuery);
}
