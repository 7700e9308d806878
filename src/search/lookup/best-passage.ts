import { foldedWithMap } from '../../text/fold.ts';
import type { IndexedText } from '../format/text-record.ts';
import { phraseStarts } from '../phrase-stretches.ts';

/** A stretch of a report's text; `isTerm` where it is one of the words looked for. */
export interface PassagePart {
  readonly text: string;
  readonly isTerm: boolean;
}

/** Where a report speaks most of the words looked for. */
export interface Passage {
  /** Null in the title, and where no word stands anywhere. */
  readonly anchor: string | null;
  readonly heading: string | null;
  /** In the order of the text; empty where no word stands anywhere. */
  readonly parts: readonly PassagePart[];
}

/** Characters of a passage, at most, beyond the last word that begins in it. */
export const passageLength = 90;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** Stretches that hold terms, joined where they touch or overlap: windows of two characters always do. */
function joined(places: readonly Place[]): Place[] {
  const stretches: Place[] = [];
  for (const place of places) {
    const last = stretches.at(-1);
    if (last && place.start <= last.end)
      stretches[stretches.length - 1] = { ...last, end: Math.max(last.end, place.end) };
    else stretches.push(place);
  }
  return stretches;
}

/** How much of the query a window holds: longer terms say more, and repeating one says nothing new. */
const worth = (places: readonly Place[]): number =>
  [...new Set(places.map(({ term }) => term))].reduce((sum, term) => sum + [...term].length ** 2, 0);

/** Where the folded terms stand in a paragraph's own characters, in their order. */
function termPlaces(text: string, terms: readonly string[]): Place[] {
  const fold = foldedWithMap(text);
  return terms
    .flatMap((term) =>
      phraseStarts(fold.text, { text: term, folded: term, pattern: null }).map((at) => ({
        term,
        start: fold.starts[at] ?? 0,
        end: fold.ends[at + term.length - 1] ?? 0,
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

interface Found {
  readonly text: string;
  readonly anchor: string | null;
  readonly heading: string | null;
  readonly places: readonly Place[];
  readonly from: number;
  readonly to: number;
}

function bestStretch(report: IndexedText, terms: readonly string[]): Found | null {
  const title = report.title === null ? [] : [{ text: report.title, anchor: null, heading: null }];
  let best: Found | null = null;
  let most = 0;
  for (const { text, anchor, heading } of [...report.paragraphs, ...title]) {
    const places = termPlaces(text, terms);
    let first = 0;
    for (const [last, { end }] of places.entries()) {
      while (end - (places[first]?.start ?? end) > passageLength) first++;
      const held = places.slice(first, last + 1);
      const own = worth(held);
      if (own <= most) continue;
      most = own;
      const to = Math.max(...held.map((place) => place.end));
      best = { text, anchor, heading, places, from: held[0]?.start ?? 0, to };
    }
  }
  return best;
}

/**
 * The stretch of about `passageLength` characters that holds most of the folded terms, the first of several equals. The letters are those of the report.
 */
export function bestPassage(report: IndexedText, terms: readonly string[]): Passage {
  const best = bestStretch(report, terms);
  if (best === null) return { anchor: null, heading: null, parts: [] };
  const { text, anchor, heading } = best;
  // What is left of the length goes to both sides, in whole characters.
  const around = Math.max(10, Math.floor((passageLength - (best.to - best.from)) / 2));
  const before = [...text.slice(0, best.from)];
  const after = [...text.slice(best.to)];
  const from = best.from - before.slice(-around).join('').length;
  const to = best.to + after.slice(0, around).join('').length;
  const parts: PassagePart[] = [{ text: before.length > around ? '…' : '', isTerm: false }];
  let at = from;
  for (const { start, end } of joined(best.places.filter((place) => place.start >= from && place.end <= to))) {
    parts.push({ text: text.slice(at, start), isTerm: false }, { text: text.slice(start, end), isTerm: true });
    at = end;
  }
  parts.push({ text: `${text.slice(at, to)}${after.length > around ? '…' : ''}`, isTerm: false });
  return { anchor, heading, parts: parts.filter((part) => part.text !== '') };
}
