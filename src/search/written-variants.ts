import { foldedWithMap } from '../text/fold.ts';
import { variantEntries } from './variant-table.ts';

/** A word's other spelling; a word that stays as it is stands for itself. */
const spellings = new Map(
  variantEntries.split(' ').map((entry) => {
    const [word = '', form = word] = entry.split('>');
    return [word, form];
  }),
);
const longest = Math.max(...[...spellings.keys()].map(({ length }) => length));

/**
 * A query with the traditional and Taiwan spellings in it that folding does not carry over (著力, 瞭解, 計畫) written as
 * simplified text writes them; null where it holds none. For an offer beside the literal answer: which of two forms is
 * meant, characters alone do not say. All else of the query stays as it was typed. Linear.
 */
export function simplifiedSpelling(query: string): string | null {
  const { text, starts, ends } = foldedWithMap(query);
  let written = '';
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longest, text.length - at);
    while (length > 0 && !spellings.has(text.slice(at, at + length))) length--;
    const word = text.slice(at, at + length);
    const form = spellings.get(word) ?? word;
    const [from, to] = [starts[at] ?? 0, ends[at + length - 1] ?? 0];
    // What is set apart by a space is two phrases.
    if (form !== word && !/\s/.test(query.slice(from, to))) {
      written += query.slice(copied, from) + form;
      copied = to;
    }
    at += Math.max(1, length);
  }
  return copied === 0 ? null : written + query.slice(copied);
}
