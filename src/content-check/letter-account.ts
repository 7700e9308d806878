import type { Ledger, LetterAccount } from '../archive/letter-account.ts';
import { blockText } from '../archive/report-block.ts';
import type { Report } from '../archive/report-schema.ts';
import type { ReportFields } from '../content-files/report-file.ts';
import { UnreadableInput } from '../import/lines/reading.ts';
import { readCapture } from '../import/read/capture.ts';
import { type LetterDifference, ledger, plainLetters } from '../import/write/ledger.ts';
import { reportBlocks } from '../render/report-blocks.ts';

/** An account, and the differences that nobody owns to; `reason` why there is none, for curators. */
export type AccountOutcome =
  | { readonly account: LetterAccount; readonly unowned: readonly LetterDifference[]; readonly hasTitle: boolean }
  | { readonly account: null; readonly reason: string };

const key = (capture: string, text: string): string => `${capture}\0${text}`;

/** Differences that no departure names; each departure stands for one. */
function unownedOf(
  differences: readonly LetterDifference[],
  departures: Report['departures'] = [],
): LetterDifference[] {
  const owned = new Map<string, number>();
  for (const { capture, text } of departures) {
    const name = key(plainLetters(capture), plainLetters(text));
    owned.set(name, (owned.get(name) ?? 0) + 1);
  }
  return differences.filter(({ input, body }) => {
    const left = owned.get(key(input, body)) ?? 0;
    owned.set(key(input, body), left - 1);
    return left <= 0;
  });
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
      unowned: unownedOf(differences, report.departures),
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
