import type { Ledger, LetterAccount } from '../archive/letter-account.ts';
import { blockText } from '../archive/report-block.ts';
import type { Report } from '../archive/report-schema.ts';
import type { ReportFields } from '../content-files/report-file.ts';
import { UnreadableInput } from '../import/lines/reading.ts';
import { readCapture } from '../import/read/capture.ts';
import { bodyLetters, type LetterDifference, ledger, letterDifferences, plainLetters } from '../import/write/ledger.ts';
import { reportBlocks } from '../render/report-blocks.ts';

/** An account, and the differences that nobody owns to; `reason` why there is none, for curators. */
export type AccountOutcome =
  | { readonly account: LetterAccount; readonly unowned: readonly LetterDifference[]; readonly hasTitle: boolean }
  | { readonly account: null; readonly reason: string };

/**
 * Differences that no departure names. A departure may quote words around what differs: then these words have to stand
 * there, and it stands for all the places where the words it quotes part, once.
 */
function unownedOf(
  differences: readonly LetterDifference[],
  departures: Report['departures'] = [],
  body: string,
): LetterDifference[] {
  const left = [...differences];
  if (left.length === 0 || departures.length === 0) return left;
  const letters = bodyLetters(body);
  for (const departure of departures) {
    const text = plainLetters(departure.text);
    const quoted = letterDifferences(plainLetters(departure.capture), text);
    const place = left.findIndex(({ at }, index) => {
      const start = at - (quoted[0]?.at ?? 0);
      const isSame = quoted.every((piece, nth) => {
        const found = left[index + nth];
        return found?.input === piece.input && found.body === piece.body && found.at === start + piece.at;
      });
      return isSame && letters.startsWith(text, start);
    });
    if (place >= 0) left.splice(place, quoted.length);
  }
  return left;
}

/**
 * Reads a report's capture again and holds its text against it, letter by letter: what the front matter says was left
 * out is, the rest must be the text. `body` is Markdown, `bytes` the capture's. Never throws for what a capture holds.
 */
export async function letterAccount(report: ReportFields, body: string, bytes: Uint8Array): Promise<AccountOutcome> {
  const source = report.sources?.[0];
  if (!source) return { account: null, reason: '没有来源' };
  try {
    const reading = await readCapture(bytes, `capture.${source.format}`);
    const { differences, restored, titleText, ...found } = ledger(reading, source.excluded, body);
    const changed = restored.reduce((sum, { count }) => sum + count, 0);
    const parted = differences.reduce((sum, difference) => sum + difference.body.length, 0);
    return {
      account: {
        ledger: found,
        same: found.body - changed - parted,
        restored,
        departures: report.departures?.length ?? 0,
      },
      unowned: unownedOf(differences, report.departures, body),
      hasTitle: report.titleBasis !== 'text' || titleText.includes(plainLetters(report.title ?? '')),
    };
  } catch (error) {
    if (error instanceof UnreadableInput) return { account: null, reason: error.message };
    throw error;
  }
}

/** All letters that an account names, wherever they went. */
export const ledgerSum = ({ body, title, fields, excluded }: Ledger): number =>
  body + title + fields + excluded.reduce((sum, { letters }) => sum + letters, 0);

/**
 * Tells the line of a body, counting from 0, on which the plain letter stands before which there are so many others.
 * The body is read some times over: for differences, which are few.
 */
export function bodyLineOf(body: string): (at: number) => number {
  const lines = body.split('\n');
  const known = new Map<number, number>();
  const letters = (count: number): number => {
    const before =
      known.get(count) ??
      reportBlocks(lines.slice(0, count).join('\n')).reduce(
        (sum, block) => sum + plainLetters(blockText(block)).length,
        0,
      );
    known.set(count, before);
    return before;
  };
  return (at) => {
    let [below, above] = [0, lines.length];
    while (above - below > 1) {
      const middle = (below + above) >> 1;
      if (letters(middle) > at) above = middle;
      else below = middle;
    }
    return below;
  };
}
