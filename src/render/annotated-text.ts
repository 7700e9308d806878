import type { FootnoteReference } from '../archive/report-block.ts';
import { escapedXml } from '../text/xml.ts';

/** Text as HTML, its line breaks kept: it can never become markup. */
export function escapedHtml(text: string): string {
  return escapedXml(text).replaceAll('\n', '<br>');
}

/** A stretch of a block's text that an editor's note is about; offsets in UTF-16 units. */
export interface Annotation {
  readonly from: number;
  readonly to: number;
  /** Number of the note, from 1. */
  readonly note: number;
  /** Address of the page on which the notes stand, relative to the text's own; empty where it is the same. */
  readonly notesPage: string;
}

/**
 * One block's text as HTML: its run-in heading bold, doubted places linked to their notes (the link's text is the
 * place itself, so no character is added), footnote marks linked.
 */
export function annotatedText(
  text: string,
  runIn: number,
  annotations: readonly Annotation[],
  references: readonly FootnoteReference[],
): string {
  const cuts = new Set([0, runIn, text.length]);
  for (const { from, to } of annotations) cuts.add(from).add(to);
  for (const { offset } of references) cuts.add(offset);
  const places = [...cuts].sort((a, b) => a - b);
  const marksAt = (offset: number): string =>
    references
      .filter((reference) => reference.offset === offset)
      .map(({ label }) => `<sup><a href="#fn-${label}">${label}</a></sup>`)
      .join('');
  let out = '';
  for (const [index, from] of places.entries()) {
    out += marksAt(from);
    const to = places[index + 1];
    if (to === undefined) break;
    const annotation = annotations.find((a) => a.from <= from && to <= a.to);
    let piece = escapedHtml(text.slice(from, to));
    if (annotation) {
      const id = annotation.from === from ? ` id="d-${annotation.note}"` : '';
      piece = `<a${id} href="${annotation.notesPage}#n-${annotation.note}">${piece}</a>`;
    }
    out += from < runIn ? `<b>${piece}</b>` : piece;
  }
  return out;
}
