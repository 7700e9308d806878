import { characterCount } from '../text/character-count.ts';
import { closedMarkdown } from './report-markdown.ts';

/** An escaped character, kept; else what is markup or white space, and no character of the text. */
const apart = /\\(.)|^#{2,6} |^\|(?: *:?-+:? *\|)+$|^\[\^[A-Za-z0-9-]+\]: |\[\^[A-Za-z0-9-]+\]|\*\*|\||\s/gm;

/**
 * How long a report's body is, as every page of the archive counts it: the characters that a reader sees, headings and
 * tables among them; no white space, no footnote marks, no markup.
 */
export function reportCharacters(body: string): number {
  return characterCount(closedMarkdown(body).replace(apart, '$1'));
}
