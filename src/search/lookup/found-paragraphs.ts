import type { Role } from '../../archive/section.ts';
import { sentences } from '../../text/sentences.ts';
import type { Occurrence } from './occurrences.ts';

/** A stretch of a paragraph that holds one place of a query, or several that touch or overlap. */
export interface FoundStretch {
  /** What stands before it, from the stretch before on; `……` where sentences are left out. */
  readonly before: string;
  readonly phrase: string;
  /** Which of the places in the paragraph the first of it is, from 0. */
  readonly nth: number;
  /** How many places it holds. */
  readonly count: number;
}

/** A paragraph in which a query stands: the sentences that hold it. */
export interface FoundParagraph {
  /** Null in the title. */
  readonly anchor: string | null;
  readonly heading: string | null;
  readonly role: Role | null;
  readonly stretches: readonly FoundStretch[];
  /** What follows the last stretch to the end of its sentence. */
  readonly after: string;
  /** The places in it as they were found, in their order. */
  readonly occurrences: readonly Occurrence[];
}

const leftOut = '……';
/** Characters shown between two stretches, at most: of what has no stops, the middle is left out. */
const longestGap = 160;

function shortened(text: string, keeps: 'start' | 'end' | 'both'): string {
  const characters = [...text];
  if (characters.length <= longestGap) return text;
  const half = longestGap / 2;
  const start = keeps === 'end' ? '' : characters.slice(0, half).join('');
  return start + leftOut + (keeps === 'start' ? '' : characters.slice(-half).join(''));
}

/** From where to where the sentences of a text reach that hold a stretch of it. */
function sentencesAround(ends: readonly number[], start: number, end: number): readonly [from: number, to: number] {
  return [ends.findLast((at) => at <= start) ?? 0, ends.find((at) => at >= end) ?? end];
}

function foundParagraph(occurrences: readonly Occurrence[], first: Occurrence): FoundParagraph {
  const { text, anchor, heading, role } = first;
  let length = 0;
  const ends = sentences(text).map((sentence) => {
    length += sentence.length;
    return length;
  });
  const joined: { start: number; end: number; nth: number; count: number }[] = [];
  for (const [nth, { start, end }] of occurrences.entries()) {
    const last = joined.at(-1);
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.count++;
    } else joined.push({ start, end, nth, count: 1 });
  }
  let shownTo = 0;
  let lastEnd = 0;
  const stretches = joined.map(({ start, end, nth, count }, at): FoundStretch => {
    const [from, to] = sentencesAround(ends, start, end);
    const before =
      at === 0
        ? (from > 0 ? leftOut : '') + shortened(text.slice(from, start), 'end')
        : from <= shownTo
          ? shortened(text.slice(lastEnd, start), 'both')
          : shortened(text.slice(lastEnd, shownTo), 'start') + leftOut + shortened(text.slice(from, start), 'end');
    [shownTo, lastEnd] = [to, end];
    return { before, phrase: text.slice(start, end), nth, count };
  });
  const after = shortened(text.slice(lastEnd, shownTo), 'start') + (shownTo < text.length ? leftOut : '');
  return { anchor, heading, role, stretches, after, occurrences };
}

/** Occurrences in one report, in its order, by paragraph, with the sentences in which they stand. */
export function foundParagraphs(occurrences: readonly Occurrence[]): FoundParagraph[] {
  const byParagraph = new Map<number, Occurrence[]>();
  for (const occurrence of occurrences) {
    const { paragraph } = occurrence;
    byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), occurrence]);
  }
  return [...byParagraph.values()].flatMap((own) => (own[0] ? [foundParagraph(own, own[0])] : []));
}
