import type { PdfGlyph } from './page.ts';
import type { PrintedLine } from './rows.ts';

/** Letters of a piece of a line that is surely text. */
const leastLetters = 15;
/** Of a page's letters, the share that may stand beside its text. */
const mostShare = 0.25;
/** Places where so many stretches begin, of those where the most do, are margins of the text. */
const usualShare = 0.35;
/** Letters that a line beside the text has on the average, at least: numbers in the margin have fewer. */
const leastBeside = 5;
/** Lines beside the text, at least, and of them such as stand on one height with lines of it. */
const leastRows = 3;
const leastShared = 2;

const isSpace = ({ text }: PdfGlyph): boolean => text.trim() === '';
const lettersIn = (glyphs: readonly PdfGlyph[]): number => glyphs.filter((glyph) => !isSpace(glyph)).length;

/** Where most long stretches of text begin, in points; null where there are few. */
export function textMargin(lines: readonly PrintedLine[]): number | null {
  const counts = new Map<number, number>();
  for (const { pieces } of lines)
    for (const { left, text } of pieces)
      if (text.length >= leastLetters) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  // First lines are indented, and there may be as many of them as of lines that go on.
  const usual = [...counts].flatMap(([left, count]) => (count >= Math.max(leastRows, usualShare * most) ? left : []));
  return usual.length === 0 ? null : Math.min(...usual);
}

/** Rows of a page parted into what stands beside its text, to the left of it, and all else. */
export interface PartedRows {
  readonly beside: readonly PdfGlyph[][];
  readonly text: readonly PdfGlyph[][];
}

/**
 * Parts the rows of a page where a narrow column stands to the left of the text (notices, a menu of a printed web page).
 * `margin`: see `textMargin`. Null where none does.
 */
export function besideText(rows: readonly PdfGlyph[][], margin: number): PartedRows | null {
  const parted = rows.map((row) => {
    const size = Math.max(...row.map((glyph) => glyph.size));
    const isLeft = ({ x, width }: PdfGlyph): boolean => x + width <= margin - 0.2 * size;
    const left = row.filter(isLeft);
    return {
      left: lettersIn(left) > 0 ? left : [],
      right: lettersIn(left) > 0 ? row.filter((one) => !isLeft(one)) : row,
    };
  });
  const beside = parted.flatMap(({ left }) => (left.length > 0 ? [left] : []));
  const shared = parted.filter(({ left, right }) => left.length > 0 && lettersIn(right) > 0);
  const letters = beside.reduce((sum, row) => sum + lettersIn(row), 0);
  const whole = rows.reduce((sum, row) => sum + lettersIn(row), 0);
  const isColumn =
    beside.length >= leastRows &&
    shared.length >= leastShared &&
    letters >= leastBeside * beside.length &&
    letters <= mostShare * whole;
  if (!isColumn) return null;
  return { beside, text: parted.flatMap(({ right }) => (lettersIn(right) > 0 ? [right] : [])) };
}
