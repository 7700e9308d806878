import { places, words } from './exceptions.ts';
import { characterPairs, phraseEntries } from './phrase-table.ts';
import { surnameAt } from './surname.ts';

/** The table and the words kept by hand, read. */
interface Table {
  readonly characters: ReadonlyMap<string, string>;
  readonly phrases: ReadonlyMap<string, string>;
  /** Length of the longest phrase that begins with a character. */
  readonly longest: ReadonlyMap<string, number>;
}

function readCharacters(): Map<string, string> {
  const characters = new Map<string, string>();
  for (let at = 0; at < characterPairs.length; at += 2)
    characters.set(characterPairs.charAt(at), characterPairs.charAt(at + 1));
  return characters;
}

function readPhrases(characters: ReadonlyMap<string, string>): Map<string, string> {
  const phrases = new Map<string, string>();
  for (const entry of phraseEntries.split(' ')) {
    const [phrase = ''] = /^\D+/.exec(entry) ?? [];
    const form = Array.from(phrase, (one) => characters.get(one) ?? one);
    for (const [, place, one] of entry.slice(phrase.length).matchAll(/(\d)(\D)/g)) form[Number(place)] = one ?? '';
    phrases.set(phrase, form.join(''));
  }
  for (const [word, form] of words) phrases.set(word, form);
  return phrases;
}

let table: Table | null = null;

function readTable(): Table {
  const characters = readCharacters();
  const phrases = readPhrases(characters);
  const longest = new Map<string, number>();
  for (const { 0: first = '', length } of phrases.keys()) longest.set(first, Math.max(length, longest.get(first) ?? 0));
  return { characters, phrases, longest };
}

/** The longest phrase of the table that stands at a place, or null. */
function phraseAt({ phrases, longest }: Table, text: string, at: number): string | null {
  const most = Math.min(longest.get(text.charAt(at)) ?? 0, text.length - at);
  for (let length = most; length > 0; length--) {
    const form = phrases.get(text.slice(at, at + length));
    if (form !== undefined) return form;
  }
  return null;
}

function formOfWords(table: Table, text: string): string {
  let result = '';
  while (result.length < text.length) {
    const at = result.length;
    const one = text.charAt(at);
    result += surnameAt(text, at) ?? phraseAt(table, text, at) ?? table.characters.get(one) ?? one;
  }
  return result;
}

/** Parts a text at the names of places, which stay in it. */
const placeNames = new RegExp(`(${[...places.keys()].join('|')})`);

/**
 * A text in traditional characters, for display only: names of places first, then the longest known word from each
 * place on, else character by character. Every UTF-16 unit keeps its place, so the result is exactly as long as the
 * text and ranges stay valid; what the table does not know stays as it is. The forms are those commonest in print
 * (裏, 為, 群, 台, 說).
 */
export function traditionalForm(text: string): string {
  const read = table ?? readTable();
  table = read;
  return text
    .split(placeNames)
    .map((part) => places.get(part) ?? formOfWords(read, part))
    .join('');
}
