import { folded } from '../text/fold.ts';
import { legible } from './legible.ts';
import { isSaid } from './scan.ts';
import { type SoughtText, soughtText } from './sought-text.ts';

/** Folded characters of a passage: long enough that a set phrase alone is none, short enough to stand in one sentence. */
const length = 24;
/** So many are looked for: taken from all over the text, since whatever holds the text holds all of them. */
const most = 24;

/** The middle of a paragraph, where no number or name of a section stands; null where it is too short to be anyone's own. */
function middle(paragraph: string): string | null {
  const letters = [...legible(paragraph, 'shown').text.replace(/^#+ |\[\^[^\]]*\]/g, '')];
  if (folded(letters.join('')).length < length) return null;
  const from = Math.floor((letters.length - length) / 2);
  return letters.slice(from, from + length).join('');
}

/**
 * Passages by which a text is known again wherever it still stands: from paragraphs all over it, as far as none of the
 * other texts says the same. `texts` are report files, whose front matter is passed over, or their bodies.
 */
export function ownPassages(texts: readonly string[], others: Iterable<string>): SoughtText[] {
  const bodies = texts.map((text) => text.replace(/^\uFEFF?---[\s\S]*?\n---[ \t]*\r?\n/, ''));
  const paragraphs = bodies.flatMap((text) => text.split(/\n+/).filter((line) => !line.startsWith('|')));
  const all = paragraphs.flatMap((paragraph) => middle(paragraph) ?? []).flatMap((text) => soughtText(text) ?? []);
  let own = all;
  for (const other of others) own = own.filter((passage) => !isSaid(other, [passage]));
  if (own.length <= most) return own;
  return Array.from({ length: most }, (_, at) => own[Math.floor((at * own.length) / most)]).flatMap((one) => one ?? []);
}
