import { folded } from '../text/fold.ts';
import { simplifiedCharacters } from '../text/simplified-characters.ts';

/** A text that must not stand anywhere any more, however it is written. */
export interface SoughtText {
  /** As it was given, without the space around it. */
  readonly text: string;
  readonly fold: string;
  /** Finds it in legible text, with the `g` flag: any form that folds to the same, with any space within. */
  readonly pattern: RegExp;
}

/** Where a code point may fold to another than itself; beside these only traditional characters do. */
const changing = [
  [0x0000, 0x33ff],
  [0xf900, 0xffff],
  [0x1d173, 0x1d17a],
  [0x1d400, 0x1d7ff],
  [0x1f100, 0x1f265],
  [0x2f800, 0x2fa1f],
] as const;

let known: ReadonlyMap<string, readonly string[]> | null = null;

/** Characters by what they fold to, as far as that is another than themselves; those that vanish by the empty text. */
function sameLetters(): ReadonlyMap<string, readonly string[]> {
  if (known) return known;
  const letters = new Map<string, string[]>();
  const enter = (character: string): void => {
    const fold = folded(character);
    if (fold === character) return;
    letters.set(fold, [...(letters.get(fold) ?? []), character]);
  };
  for (const [first, last] of changing)
    for (let point = first; point <= last; point++) enter(String.fromCodePoint(point));
  for (const character of simplifiedCharacters().keys()) enter(character);
  known = letters;
  return letters;
}

const escaped = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
const oneOf = (characters: Iterable<string>): string => `[${[...new Set(characters)].map(escaped).join('')}]`;

/** Whatever vanishes when a text is folded, tags of language and variation selectors beyond the BMP included. */
const gap = (): string => `[${(sameLetters().get('') ?? []).map(escaped).join('')}\\u{e0000}-\\u{e0fff}]*`;

/** Every way to write the characters: each one's own fold, whatever folds to it, and itself. */
function patternOf(text: string): RegExp {
  const letters = sameLetters();
  const ways = [...text].flatMap((character) => {
    const fold = folded(character);
    if (fold === '') return [];
    const parts = [...fold].map((part) => oneOf([part, ...(letters.get(part) ?? [])]));
    return parts.length === 1 ? [parts.join('')] : [`(?:${escaped(character)}|${parts.join(gap())})`];
  });
  return new RegExp(ways.join(gap()), 'gu');
}

/** A text without whatever vanishes when it is folded: what has to be the same in two forms that differ in space alone. */
export function withoutGaps(text: string): string {
  return [...text].filter((character) => folded(character) !== '').join('');
}

/** Prepares a text to be sought. Null where fewer than two characters are left of it: they stand everywhere. */
export function soughtText(text: string): SoughtText | null {
  const fold = folded(text);
  return [...fold].length < 2 ? null : { text: text.trim(), fold, pattern: patternOf(text) };
}

/** Whether it stands in a text, in any form; the text as it is read, see `legible`. */
export function standsIn(text: string, { pattern }: SoughtText): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
