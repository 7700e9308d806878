import type { Report } from '../../archive/report-schema.ts';
import { bodyLetters, type LetterDifference, letterDifferences } from '../../import/write/ledger.ts';

/** A place where a report's text is not its capture's, as the report's front matter owns to it. */
export type Departure = NonNullable<Report['departures']>[number];

/** Letters around a difference that are quoted with it, and letters between two that make them one departure. */
const around = 4;
const between = 8;

interface Group {
  readonly from: number;
  to: number;
  readonly pieces: LetterDifference[];
}

/** The words of both sides of neighbouring differences, with the letters around them. */
function quoted({ from, to, pieces }: Group, letters: string): { capture: string; text: string } {
  const [start, end] = [Math.max(0, from - around), Math.min(letters.length, to + around)];
  let capture = '';
  let at = start;
  for (const piece of pieces) {
    capture += letters.slice(at, piece.at) + piece.input;
    at = piece.at + piece.body.length;
  }
  return { capture: capture + letters.slice(at, end), text: letters.slice(start, end) };
}

/**
 * What the front matter has to own to where a text parts from its capture: neighbouring differences as one departure,
 * with a few letters around them. `body` is the Markdown in which the differences count.
 */
export function departures(differences: readonly LetterDifference[], body: string, reason: string): Departure[] {
  const letters = bodyLetters(body);
  const groups: Group[] = [];
  for (const piece of differences) {
    const last = groups.at(-1);
    const to = piece.at + piece.body.length;
    if (last && piece.at - last.to <= between) {
      last.to = to;
      last.pieces.push(piece);
    } else groups.push({ from: piece.at, to, pieces: [piece] });
  }
  return groups.flatMap((group) => {
    const words = quoted(group, letters);
    const start = Math.max(0, group.from - around);
    // Among other letters a difference may be told otherwise than in the whole text: then it is quoted bare.
    const told = letterDifferences(words.capture, words.text);
    const isSame =
      told.length === group.pieces.length &&
      told.every(({ at, input, body: shown }, nth) => {
        const piece = group.pieces[nth];
        return piece?.at === start + at && piece.input === input && piece.body === shown;
      });
    if (isSame) return [{ ...words, reason }];
    return group.pieces.map((piece) => ({ capture: piece.input, text: piece.body, reason }));
  });
}
