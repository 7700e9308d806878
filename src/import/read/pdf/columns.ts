import type { PdfGlyph } from './page.ts';

/** Rows that each of two columns has at least. */
const leastRows = 5;
/** Letters that a row of a column has, at least, on the average. */
const leastLetters = 8;

/** Rows of a page that stand in its left or right column (1, 2), or run over its whole width (0), in reading order. */
export interface ColumnRow {
  readonly column: 0 | 1 | 2;
  readonly glyphs: readonly PdfGlyph[];
}

interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** Stretches of a row with no gap wider than 1.2 letters. */
function stretches(row: readonly PdfGlyph[]): Stretch[] {
  const found: { left: number; right: number }[] = [];
  for (const { x, width, size, text } of row) {
    if (text.trim() === '') continue;
    const last = found.at(-1);
    if (last && x - last.right < 1.2 * size) last.right = Math.max(last.right, x + width);
    else found.push({ left: x, right: x + width });
  }
  return found;
}

const lettersOf = (row: readonly PdfGlyph[]): number => row.filter(({ text }) => text.trim() !== '').length;

/** Where two columns of a page part, in points from the left; null for a page in one column. */
function gutter(rows: readonly (readonly PdfGlyph[])[], width: number): number | null {
  const gaps = rows.flatMap((row) => {
    const parts = stretches(row);
    return parts.length === 2 ? [{ from: parts[0]?.right ?? 0, to: parts[1]?.left ?? 0 }] : [];
  });
  let best: { at: number; count: number } | null = null;
  for (const { to } of gaps) {
    const at = to - 2;
    if (at < 0.3 * width || at > 0.7 * width) continue;
    const count = gaps.filter((gap) => gap.from < at && gap.to > at).length;
    if (!best || count > best.count) best = { at, count };
  }
  return best && best.count >= leastRows ? best.at : null;
}

/** Whether the rows of one side are text that fills a column: long rows that nearly all end at the same place. */
function fillsColumn(side: readonly (readonly PdfGlyph[])[]): boolean {
  if (side.length < leastRows) return false;
  const letters = side.reduce((sum, row) => sum + lettersOf(row), 0);
  if (letters < leastLetters * side.length) return false;
  const ends = side.map((row) => Math.max(...row.map(({ x, width }) => x + width)));
  const end = Math.max(...ends);
  const size = side[0]?.[0]?.size ?? 12;
  return ends.filter((one) => end - one < 2 * size).length >= 0.5 * side.length;
}

/**
 * A page's rows in the order in which they are read: where the page is set in two columns, all rows of the left one
 * before those of the right one, between rows that run over both. Rows from top to bottom.
 */
export function columnRows(rows: readonly (readonly PdfGlyph[])[], width: number): ColumnRow[] {
  const at = gutter(rows, width);
  const whole = rows.map((glyphs): ColumnRow => ({ column: 0, glyphs }));
  if (at === null) return whole;
  const isLeft = (glyph: PdfGlyph): boolean => glyph.x + glyph.width / 2 < at;
  const crosses = (row: readonly PdfGlyph[]): boolean =>
    stretches(row).some(({ left, right }) => left < at - 1 && right > at + 1);
  const ordered: ColumnRow[] = [];
  let band: (readonly PdfGlyph[])[] = [];
  const close = (): void => {
    const left = band.map((row) => row.filter(isLeft)).filter((row) => lettersOf(row) > 0);
    const right = band.map((row) => row.filter((glyph) => !isLeft(glyph))).filter((row) => lettersOf(row) > 0);
    if (fillsColumn(left) && fillsColumn(right))
      ordered.push(
        ...left.map((glyphs): ColumnRow => ({ column: 1, glyphs })),
        ...right.map((glyphs): ColumnRow => ({ column: 2, glyphs })),
      );
    else ordered.push(...band.map((glyphs): ColumnRow => ({ column: 0, glyphs })));
    band = [];
  };
  for (const row of rows) {
    if (!crosses(row)) band.push(row);
    else {
      close();
      ordered.push({ column: 0, glyphs: row });
    }
  }
  close();
  return ordered;
}
