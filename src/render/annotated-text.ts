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

/** The stretch of a text as HTML, with a place where a line may break at each of `breaks` inside it. */
function brokenHtml(text: string, from: number, to: number, breaks: readonly number[]): string {
  const inside = [from, ...breaks.filter((offset) => from < offset && offset < to), to];
  return inside
    .map((start, at) => escapedHtml(text.slice(start, inside[at + 1] ?? to)))
    .slice(0, -1)
    .join('<wbr>');
}

/**
 * One block's text as HTML: its run-in heading bold, doubted places linked to their notes (the link's text is the
 * place itself, so no character is added), footnote marks linked. The last of a place's links bears the note's number,
 * because it is followed by the mark; a place that others cover wholly has an empty one at its end. `breaks` are offsets at which a line may break (`<wbr>`, which has no text).
 */
export function annotatedText(
  text: string,
  runIn: number,
  annotations: readonly Annotation[],
  references: readonly FootnoteReference[],
  breaks: readonly number[] = [],
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
  // A link holds no other: where notes overlap, a piece leads to the one whose place is the shortest.
  const byLength = annotations.toSorted((a, b) => a.to - a.from - (b.to - b.from));
  const owners = places
    .slice(1)
    .map((to, index) => byLength.find((a) => a.from <= (places[index] ?? to) && to <= a.to));
  const covered = annotations.filter((annotation) => !owners.includes(annotation));
  const link = ({ note, notesPage }: Annotation, id: string, html: string): string =>
    `<a${id} href=${notesPage}#n-${note}>${html}</a>`;
  let out = '';
  for (const [index, from] of places.entries()) {
    out += marksAt(from);
    const to = places[index + 1];
    if (to === undefined) break;
    const annotation = owners[index];
    if (breaks.includes(from)) out += '<wbr>';
    let piece = brokenHtml(text, from, to, breaks);
    if (annotation) {
      const id = owners.lastIndexOf(annotation) === index ? ` id=d-${annotation.note}` : '';
      piece = link(annotation, id, piece);
    }
    for (const hidden of covered) if (hidden.to === to) piece += link(hidden, ` id=d-${hidden.note}`, '');
    out += from < runIn ? `<b>${piece}</b>` : piece;
  }
  return out;
}
