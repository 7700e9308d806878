import { characterCount } from '../../text/character-count.ts';
import type { RuleTally } from './rule-tally.ts';

/** Characters that show nothing: zero-width, direction marks, byte-order mark, soft hyphen. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const anySpace = /[\s\u0085\u180e]+/g;
const noLetters = /[\s\u0085\u180e\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g;

const spaceRule = (space: string): string => {
  if (space === '\u00a0') return 'space/no-break';
  if (space === '\u3000') return 'space/ideographic';
  if (space === '\t') return 'space/tab';
  return space === ' ' ? 'space/edge' : 'space/en';
};

/**
 * Takes layout space out of a line: all at its edges, all but one of a run inside it; what is left inside is plain
 * U+0020. Invisible characters go too. Each character that goes or changes is counted by rule:
 * `space/no-break`, `space/en`, `space/ideographic`, `space/tab` by its kind, plain ones as `space/edge` or `space/run`.
 */
export function withoutLayoutSpace(line: string, tally: RuleTally): string {
  const visible = line.replace(invisible, () => {
    tally.add('character/invisible');
    return '';
  });
  return visible.replace(anySpace, (run: string, offset: number) => {
    const isEdge = offset === 0 || offset + run.length === visible.length;
    const kept = isEdge ? -1 : Math.max(0, run.indexOf(' '));
    [...run].forEach((space, position) => {
      if (position === kept && space === ' ') return;
      const rule = spaceRule(space);
      tally.add(!isEdge && rule === 'space/edge' ? 'space/run' : rule);
    });
    return isEdge ? '' : ' ';
  });
}

/** How many letters a text has: its characters but for layout space and what shows nothing. */
export function letterCount(text: string): number {
  return characterCount(compact(text));
}

/** A text with all white space and invisible characters taken out: what patterns of labels and titles look at. */
export function compact(text: string): string {
  return text.replace(noLetters, '');
}

/**
 * Where an offset of a text stands in the same text from which layout space was taken: behind as many letters.
 * `cleaned` holds the letters of `text`, one by one.
 */
export function cleanedOffset(text: string, offset: number, cleaned: string): number {
  const before = compact(text.slice(0, offset)).length;
  let at = 0;
  for (let seen = 0; at < cleaned.length && seen < before; at++) if (compact(cleaned.charAt(at)) !== '') seen++;
  return at;
}
