import { allMatches } from './all-matches.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const stop = /[。！？!?\n]+[”’」』）〕】》〉)\]"']*/gu;

/**
 * The sentences of a paragraph, in order and without gaps: each ends with 。！？ and the marks that close behind it. What
 * a ； parts is one sentence, because a count before it and its parts behind it belong together.
 */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of allMatches(text, stop)) {
    const end = match.index + match[0].length;
    spans.push({ start, end });
    start = end;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
