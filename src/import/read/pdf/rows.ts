import type { RuleTally } from '../../lines/rule-tally.ts';
import type { PdfGlyph } from './page.ts';

/** A stretch of a printed line without a gap wider than a letter and a third; measures in points. */
export interface PrintedPiece {
  readonly left: number;
  readonly right: number;
  readonly text: string;
}

/** A printed line of a page, or of one of its columns. */
export interface PrintedLine {
  readonly page: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  /** The font of most of its Chinese letters. */
  readonly font: string;
  readonly text: string;
  readonly pieces: readonly PrintedPiece[];
  /** What may be marks of notes: small signs that stand above the line, by where they begin in `text`. */
  readonly raised: readonly { readonly offset: number; readonly text: string }[];
}

const isSpace = (text: string): boolean => text.trim() === '';
const isHan = (text: string): boolean => /[\p{Script=Han}，。；：、！？“”‘’（）《》〈〉【】]/u.test(text);
const isLatin = (text: string): boolean => /^[A-Za-z]/.test(text);

/** What a note's mark is made of. */
const markSign = /^[\d①-⑳⑴-⒇*＊※†[\]〔〕【】()（）ivx]+$/;

/** The most usual of some measures, in whole points; 0 for none. */
export function usual(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Whether letters that stand a little above a row are its raised figures: smaller, and between its letters. */
function isRaised(
  above: readonly PdfGlyph[],
  row: { readonly y: number; readonly glyphs: readonly PdfGlyph[] },
): boolean {
  const size = Math.max(...row.glyphs.map((glyph) => glyph.size));
  const [left, right] = [
    Math.min(...row.glyphs.map(({ x }) => x)),
    Math.max(...row.glyphs.map(({ x, width }) => x + width)),
  ];
  return above.every(
    (glyph) =>
      glyph.size < 0.8 * size &&
      row.y - glyph.y < 0.65 * size &&
      // A note's own mark stands right before its first letter.
      glyph.x > left - size &&
      glyph.x < right + 1 &&
      row.glyphs.every(
        ({ text, x, width }) => isSpace(text) || glyph.x + glyph.width / 2 < x || glyph.x + glyph.width / 2 > x + width,
      ),
  );
}

/** Letters of one height are one row. Order in the file does not matter. */
export function glyphRows(glyphs: readonly PdfGlyph[]): PdfGlyph[][] {
  const rows: { readonly y: number; readonly size: number; readonly glyphs: PdfGlyph[] }[] = [];
  // Large letters first: a raised figure joins the line that it stands on, not the other way round.
  const seen = glyphs.filter(({ text }) => !isSpace(text));
  for (const glyph of [...seen].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.findLast((one, at) => {
      if (at < rows.length - 3) return false;
      return Math.abs(one.y - glyph.y) < Math.max(2, 0.4 * Math.max(one.size, glyph.size));
    });
    if (row) row.glyphs.push(glyph);
    else rows.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
  }
  for (const glyph of glyphs) {
    if (!isSpace(glyph.text)) continue;
    const near = rows.find(({ y, size }) => Math.abs(y - glyph.y) < 0.2 * size);
    near?.glyphs.push(glyph);
  }
  const joined: (typeof rows)[number][] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    if (above && isRaised(above.glyphs, row)) {
      joined.pop();
      row.glyphs.push(...above.glyphs);
    }
    joined.push(row);
  }
  return joined.map((row) => row.glyphs.sort((a, b) => a.x - b.x));
}

/**
 * One row as a printed line; null for one of spaces only. A gap wider than a letter is a space, unless the whole row is
 * set that wide (letters of a heading set apart); so is a narrower one between Latin letters, and where letters of
 * quite another size begin. A gap that programs set between Chinese and figures is none, and counted: `space/set`.
 */
export function printedLine(row: readonly PdfGlyph[], page: number, tally: RuleTally): PrintedLine | null {
  const letters = row.filter(({ text }) => !isSpace(text));
  const [first] = letters;
  if (!first) return null;
  const size = Math.max(...letters.map((glyph) => glyph.size));
  const main = letters.filter((glyph) => glyph.size > 0.7 * size);
  const gaps = letters.slice(1).flatMap((glyph, before) => {
    const last = letters[before];
    return last && isHan(last.text) && isHan(glyph.text) ? [glyph.x - last.x - last.width] : [];
  });
  const tracking = middle(gaps);
  const isTracked = tracking > 0.3 * size && (gaps.length > 1 || tracking < 4 * size);
  const base = isTracked ? tracking : 0;
  const pieces: { left: number; right: number; text: string }[] = [];
  const y = usual(main.map((glyph) => glyph.y));
  const raised: { offset: number; text: string }[] = [];
  let text = '';
  let last: PdfGlyph | null = null;
  let isSpaced = false;
  for (const glyph of row) {
    if (isSpace(glyph.text)) {
      // A space that the text has; several, and those of other widths, stay as they are.
      if (last) {
        text += glyph.text;
        const piece = pieces.at(-1);
        if (piece) piece.text += glyph.text;
        isSpaced = true;
      }
      continue;
    }
    const gap = last ? glyph.x - (last.x + last.width) - base : 0;
    const ends = last?.text ?? '';
    const isSmaller = last !== null && glyph.size < 0.85 * last.size && isHan(glyph.text) && isHan(ends);
    const isGap =
      gap > 0.9 * size || (isLatin(glyph.text) && /[A-Za-z,.;:]$/.test(ends) && gap > 0.2 * size) || isSmaller;
    const isSet = last !== null && gap > 0.1 * size && isHan(ends) !== isHan(glyph.text);
    if (last && !isSpaced && isGap) text += ' ';
    else if (!isSpaced && isSet) tally.add('space/set');
    const piece = pieces.at(-1);
    if (piece && gap <= 1.3 * size) {
      piece.text += `${!isSpaced && isGap ? ' ' : ''}${glyph.text}`;
      piece.right = glyph.x + glyph.width;
    } else pieces.push({ left: glyph.x, right: glyph.x + glyph.width, text: glyph.text });
    if (markSign.test(glyph.text) && glyph.size < 0.9 * size && y - glyph.y > 0.12 * size) {
      const mark = raised.at(-1);
      if (mark && mark.offset + mark.text.length === text.length) mark.text += glyph.text;
      else raised.push({ offset: text.length, text: glyph.text });
    }
    text += glyph.text;
    last = glyph;
    isSpaced = false;
  }
  const fonts = Map.groupBy(
    main.filter((glyph) => isHan(glyph.text)),
    ({ font }) => font,
  );
  const [font = ''] = [...fonts].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  return {
    page,
    y,
    left: first.x,
    right: Math.max(...letters.map((glyph) => glyph.x + glyph.width)),
    size,
    font,
    text: text.trim(),
    pieces,
    raised: raised.map((mark) => ({ ...mark, offset: mark.offset - (text.length - text.trimStart().length) })),
  };
}
