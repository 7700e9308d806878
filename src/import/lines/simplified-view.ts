import { simplifiedCharacters } from '../../text/simplified-characters.ts';

/** From this share of traditional characters on, a text is one in traditional characters. */
const leastShare = 0.05;

let table: ReadonlyMap<string, string> | null = null;

const wideFigure = /[\uff10-\uff19]/;

/**
 * How recognition reads a text: one in traditional characters (a mirror's, mostly) in simplified ones, letter by
 * letter, wide figures as plain ones, any other as it stands. The text itself is never changed.
 */
export function simplifiedView(sample: string): (text: string) => string {
  const simplified = simplifiedLetters(sample);
  if (!wideFigure.test(sample)) return simplified;
  return (text) =>
    simplified(text).replace(/[\uff10-\uff19]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0));
}

function simplifiedLetters(sample: string): (text: string) => string {
  table ??= simplifiedCharacters();
  const known = table;
  const han = sample.match(/\p{Script=Han}/gu) ?? [];
  const traditional = han.filter((character) => known.has(character)).length;
  if (traditional < leastShare * han.length || traditional === 0) return (text) => text;
  return (text) => text.replace(/\p{Script=Han}/gu, (character) => known.get(character) ?? character);
}
