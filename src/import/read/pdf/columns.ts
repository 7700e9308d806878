import type { PdfGlyph } from './page.ts';
import { glyphRows } from './rows.ts';

/** Rows that each of two columns has at least. */
const leastRows = 5;
/** Letters that a row of a column has, at least, on the average. */
const leastLetters = 8;

/** Rows of a signature at most, and letters of each of them. */
const mostSigning = 4;
const longestSigning = 40;

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
  const gaps = rows.flatMap((row, index) => {
    const parts = stretches(row);
    const next = rows[index + 1];
    // Closer than lines of one column stand: the lines of two columns, at heights of their own.
    const isBeside = next && (next[0]?.y ?? 0) - (row[0]?.y ?? 0) < (row[0]?.size ?? 0);
    const all = [...parts, ...(parts.length === 1 && isBeside ? stretches(next) : [])].sort((a, b) => a.left - b.left);
    return all.length === 2 ? [{ from: all[0]?.right ?? 0, to: all[1]?.left ?? 0 }] : [];
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

const endOf = (row: readonly PdfGlyph[]): number => Math.max(...row.map(({ x, width }) => x + width));
const startOf = (row: readonly PdfGlyph[]): number => Math.min(...row.map(({ x }) => x));
const sizeOf = (rows: readonly (readonly PdfGlyph[])[]): number => rows[0]?.[0]?.size ?? 12;

/** Where most of some rows end: the place near which the most of them do. */
function usualEnd(rows: readonly (readonly PdfGlyph[])[]): { readonly end: number; readonly count: number } {
  const ends = rows.map(endOf);
  const near = 2 * sizeOf(rows);
  let best = { end: 0, count: 0 };
  for (const end of new Set(ends)) {
    const count = ends.filter((one) => end - one >= 0 && end - one < near).length;
    if (count > best.count) best = { end, count };
  }
  return best;
}

/** Whether the rows of one side are text that fills a column: long rows that nearly all end at the same place. */
function fillsColumn(side: readonly (readonly PdfGlyph[])[]): boolean {
  if (side.length < leastRows) return false;
  const letters = side.reduce((sum, row) => sum + lettersOf(row), 0);
  return letters >= leastLetters * side.length && usualEnd(side).count >= 0.5 * side.length;
}

/** Where the columns of a page part, and where the left one ends: what the next page's are known by. */
export interface PageColumns {
  readonly at: number;
  readonly leftEnd: number;
}

/** Rows that go on in the columns of the page before: those of the left one end where it did, those of the right stand apart. */
function goOn(left: readonly (readonly PdfGlyph[])[], { at, leftEnd }: PageColumns): boolean {
  const near = 2 * sizeOf(left);
  const full = left.filter((row) => Math.abs(endOf(row) - leftEnd) < near);
  return left.length > 1 && full.length >= 0.5 * left.length && left.every((row) => startOf(row) < at);
}

/** How far apart rows of a column mostly stand. */
function usualStep(rows: readonly (readonly PdfGlyph[])[]): number {
  const tops = rows.map((row) => row[0]?.y ?? 0);
  const steps = tops.slice(1).map((top, index) => top - (tops[index] ?? 0));
  return [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
}

/**
 * How many rows at a band's end stand below both columns: a signature by two bodies, each on its side. What fills its
 * column is the text's.
 */
function rowsBelow(band: readonly (readonly PdfGlyph[])[], at: number): number {
  const leftOf = (row: readonly PdfGlyph[]): PdfGlyph[] => row.filter(({ x }) => x < at);
  const left = band.map(leftOf).filter((row) => lettersOf(row) > 0);
  const { end } = usualEnd(left);
  const margin = Math.min(...left.map(startOf));
  const size = sizeOf(left);
  const usual = usualStep(left);
  for (let from = Math.max(1, band.length - mostSigning); from < band.length; from++) {
    const last = band.slice(from);
    const step = (last[0]?.[0]?.y ?? 0) - (band[from - 1]?.[0]?.y ?? 0);
    if (step <= 1.4 * usual) continue;
    const isShort = last.every((row) => {
      const own = leftOf(row);
      const isText = lettersOf(own) > 0 && (endOf(own) > end - 2 * size || startOf(own) < margin + 0.5 * size);
      return lettersOf(row) <= longestSigning && !isText;
    });
    const hasBoth = last.some((row) => row.some(({ x }) => x < at) && row.some(({ x }) => x >= at));
    if (isShort && hasBoth) return last.length;
  }
  return 0;
}

/** As much of a letter's width parts two columns at least, where a large title stands in one of them. */
const leastGap = 0.6;

/** Whether a row runs over the place where columns part. */
function crosses(row: readonly PdfGlyph[], at: number): boolean {
  const seen = row.filter(({ text }) => text.trim() !== '');
  if (seen.some(({ x, width }) => x < at - 1 && x + width > at + 1)) return true;
  const [before] = seen.filter(({ x }) => x < at).sort((a, b) => b.x + b.width - a.x - a.width);
  const [behind] = seen.filter(({ x }) => x >= at - 1).sort((a, b) => a.x - b.x);
  if (!before || !behind || before === behind) return false;
  return behind.x - before.x - before.width < leastGap * Math.min(before.size, behind.size);
}

/**
 * A page's rows in the order in which they are read: where the page is set in two columns, all rows of the left one
 * before those of the right one, between rows that run over both, and before a signature below both. Rows from top to
 * bottom. `before`: the columns of the page before, which a last page of a few rows goes on in; `columns`: this page's.
 */
export function columnRows(
  rows: readonly (readonly PdfGlyph[])[],
  width: number,
  before: PageColumns | null = null,
): { readonly rows: readonly ColumnRow[]; readonly columns: PageColumns | null } {
  const own = gutter(rows, width);
  const at = own ?? before?.at ?? null;
  const whole = rows.map((glyphs): ColumnRow => ({ column: 0, glyphs }));
  if (at === null) return { rows: whole, columns: null };
  const isLeft = (glyph: PdfGlyph): boolean => glyph.x + glyph.width / 2 < at;
  const ordered: ColumnRow[] = [];
  let columns: PageColumns | null = null;
  let band: (readonly PdfGlyph[])[] = [];
  const close = (): void => {
    const below = rowsBelow(band, at);
    const text = band.slice(0, band.length - below);
    // Lines of two columns stand at heights of their own: rows over the whole page may have cut one.
    const left = glyphRows(text.flatMap((row) => row.filter(isLeft)));
    const right = glyphRows(text.flatMap((row) => row.filter((glyph) => !isLeft(glyph))));
    const isOwn = fillsColumn(left) && fillsColumn(right);
    if (isOwn || (before && Math.abs(before.at - at) < 20 && goOn(left, before))) {
      columns = isOwn ? { at, leftEnd: usualEnd(left).end } : before;
      ordered.push(
        ...left.map((glyphs): ColumnRow => ({ column: 1, glyphs })),
        ...right.map((glyphs): ColumnRow => ({ column: 2, glyphs })),
        ...band.slice(text.length).map((glyphs): ColumnRow => ({ column: 0, glyphs })),
      );
    } else ordered.push(...band.map((glyphs): ColumnRow => ({ column: 0, glyphs })));
    band = [];
  };
  for (const row of rows) {
    if (!crosses(row, at)) band.push(row);
    else {
      close();
      ordered.push({ column: 0, glyphs: row });
    }
  }
  close();
  return { rows: ordered, columns };
}
