import { folded } from '../../text/fold.ts';
import { roleCode } from '../format/role-codes.ts';
import type { IndexedText } from '../format/text-record.ts';
import type { WantedRoles } from './piece-reader.ts';

/** A report's paragraphs, folded, each with the code of its role; the title, where the text has one, first. */
export type FoldedParagraphs = readonly { readonly text: string; readonly role: number }[];

/** Folds a report's text for searching. */
export function foldedParagraphs({ title, paragraphs }: IndexedText): FoldedParagraphs {
  const own = paragraphs.map(({ text, role }) => ({ text: folded(text), role: roleCode(role) }));
  return title === null ? own : [{ text: folded(title), role: 0 }, ...own];
}

/** Where a folded phrase begins in a folded paragraph, overlapping places included. */
export function placesIn(paragraph: string, phrase: string): number[] {
  const places: number[] = [];
  for (let at = paragraph.indexOf(phrase); at >= 0; at = paragraph.indexOf(phrase, at + 1)) places.push(at);
  return places;
}

/** How often a folded phrase stands in a text, in the wanted roles or (null) anywhere. */
export function countIn(paragraphs: FoldedParagraphs, phrase: string, wanted: WantedRoles | null): number {
  let count = 0;
  for (const { text, role } of paragraphs) {
    if (wanted === null || wanted.has(role)) count += placesIn(text, phrase).length;
  }
  return count;
}

/** Places of one or the other of two phrases that have one of the other within reach. */
export interface NearPlaces {
  readonly left: ReadonlySet<string>;
  readonly right: ReadonlySet<string>;
}

const characters = (text: string): number => {
  let count = text.length;
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) count--;
  return count;
};

/** Whether two stretches of a paragraph, in either order, have at most `within` characters between them. */
function isNear(text: string, a: number, aLength: number, b: number, bLength: number, within: number): boolean {
  const [end, begin] = a < b ? [a + aLength, b] : [b + bLength, a];
  return begin <= end || (begin - end <= within * 2 && characters(text.slice(end, begin)) <= within);
}

/** The places, as `paragraph:offset`, at which two folded phrases stand within reach of each other. */
export function nearPlaces(
  paragraphs: FoldedParagraphs,
  left: string,
  right: string,
  within: number,
  wanted: WantedRoles | null,
): NearPlaces {
  const found = { left: new Set<string>(), right: new Set<string>() };
  for (const [index, { text, role }] of paragraphs.entries()) {
    if (wanted !== null && !wanted.has(role)) continue;
    const rights = placesIn(text, right);
    if (rights.length === 0) continue;
    for (const a of placesIn(text, left)) {
      for (const b of rights) {
        if ((left === right && a === b) || !isNear(text, a, left.length, b, right.length, within)) continue;
        found.left.add(`${index}:${a}`);
        found.right.add(`${index}:${b}`);
      }
    }
  }
  return found;
}
