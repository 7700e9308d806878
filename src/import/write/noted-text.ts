import { letterCount } from '../lines/layout-space.ts';
import type { LineReference } from '../lines/reading.ts';

/** Stands for a footnote's mark while a line becomes Markdown; of texts that hold it no notes are taken. */
const sign = '\ufdd0';

/**
 * A line with a sign directly behind the letter that each reference follows, in order; `end`, an offset of the line,
 * moves along with the signs up to it.
 */
export function signedText(
  text: string,
  references: readonly LineReference[],
  end: number,
): { text: string; end: number } {
  let out = '';
  let letters = 0;
  let offset = 0;
  let next = 0;
  let moved = end;
  for (const character of text) {
    out += character;
    offset += character.length;
    letters += letterCount(character);
    for (; next < references.length && (references[next]?.letters ?? 0) <= letters; next++) {
      out += sign;
      if (offset <= end) moved++;
    }
  }
  return { text: out, end: moved };
}

/** Markdown with its signs written as the marks of footnotes. */
export function markedFootnotes(markdown: string, references: readonly LineReference[]): string {
  let at = 0;
  return markdown.replaceAll(sign, () => `[^${references[at++]?.label ?? ''}]`);
}
