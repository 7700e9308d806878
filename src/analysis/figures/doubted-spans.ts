import type { AnalysedText } from '../text/analysed-text.ts';
import type { Span } from '../text/sentence-spans.ts';

/** A stretch of a paragraph that a note doubts. */
export interface DoubtedSpan extends Span {
  /** The note proves that a decimal point is lost here. */
  readonly losesPoint: boolean;
}

/** Where each note's quote stands, by index of the paragraph; a note whose quote stands nowhere is left out. */
export function doubtedSpans({ paragraphs, notes }: AnalysedText): Map<number, DoubtedSpan[]> {
  const result = new Map<number, DoubtedSpan[]>();
  for (const { quote, occurrence, reading } of notes) {
    if (quote === '') continue;
    let wanted = occurrence;
    for (const [index, { text }] of paragraphs.entries()) {
      let from = text.indexOf(quote);
      for (; from >= 0 && --wanted > 0; ) from = text.indexOf(quote, from + 1);
      if (from < 0) continue;
      const span = { start: from, end: from + quote.length, losesPoint: reading !== null && /\d\.\d/.test(reading) };
      result.set(index, [...(result.get(index) ?? []), span]);
      break;
    }
  }
  return result;
}
