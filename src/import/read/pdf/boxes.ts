import type { PdfGlyph } from './page.ts';
import type { PdfBox, PdfStroke } from './shapes.ts';
import { ruledBoxes } from './tables.ts';

/** A frame with text of its own that a page's text runs around, or is interrupted by. */
export interface TextBox {
  readonly box: PdfBox;
  readonly glyphs: readonly PdfGlyph[];
}

/** Of a page's letters, the share that a frame may hold: one that holds more is the page's own border. */
const mostShare = 0.3;

const isWithin = ({ x, y, width, size }: PdfGlyph, { left, right, top, bottom }: PdfBox): boolean => {
  const [across, down] = [x + width / 2, y - 0.35 * size];
  return across > left && across < right && down > top && down < bottom;
};

/** The frames of a page, from the top; `glyphs` are those that stand in no table. */
export function textBoxes(strokes: readonly PdfStroke[], glyphs: readonly PdfGlyph[]): TextBox[] {
  return ruledBoxes(strokes)
    .flatMap((box): TextBox[] => {
      const own = glyphs.filter((glyph) => isWithin(glyph, box));
      const isFrame = own.some(({ text }) => text.trim() !== '') && own.length <= mostShare * glyphs.length;
      return isFrame ? [{ box, glyphs: own }] : [];
    })
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
}

/** Letters through the middle of which a line is drawn: struck out, though they stand in the page's text. */
export function struckLetters(strokes: readonly PdfStroke[], glyphs: readonly PdfGlyph[]): PdfGlyph[] {
  const across = strokes.filter(({ isAcross }) => isAcross);
  if (across.length === 0 || across.length > mostStrokes) return [];
  return glyphs.filter(({ text, x, y, width, size }) => {
    if (text.trim() === '') return false;
    const middle = x + width / 2;
    return across.some(
      ({ at, from, to }) => at < y - 0.15 * size && at > y - 0.6 * size && from <= middle && to >= middle,
    );
  });
}

/** Lines across a page beyond which none is looked at: it is a drawing. */
const mostStrokes = 500;
