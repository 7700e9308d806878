import { folded } from '../text/fold.ts';
import { isNearness, type Query } from './query.ts';
import { phraseQuery } from './query-parts.ts';
import { nearWords } from './question-words.ts';

const mostWordings = 8;
const foldedNearWords = nearWords.map((words) => words.map(folded));

/**
 * Queries for what the field also calls what a query of one literal phrase says: the phrase with one of its words put
 * in the place of another that it may stand for. At most eight, none twice, never the phrase itself; none for other
 * queries.
 */
export function nearWordings({ terms }: Query): string[] {
  const [only, ...others] = terms.flatMap(({ alternatives }) => alternatives);
  if (!only || others.length > 0 || isNearness(only) || only.pattern) return [];
  const phrase = only.folded;
  const wordings = foldedNearWords.flatMap((words) => {
    const [longest] = words.filter((one) => phrase.includes(one)).sort((a, b) => b.length - a.length);
    return longest === undefined ? [] : words.map((one) => phrase.replace(longest, one));
  });
  return [...new Set(wordings)]
    .filter((one) => one !== phrase)
    .slice(0, mostWordings)
    .map(phraseQuery);
}
