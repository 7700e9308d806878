import type { PdfGlyph } from './page.ts';
import type { PdfBox, PdfStroke } from './shapes.ts';

/** A table that a page's ruled lines draw: its place, and the letters of each of its cells. */
export interface RuledTable {
  readonly box: PdfBox;
  /** Cells by row; one that spans others holds all their letters, the others none. */
  readonly rows: readonly (readonly (readonly PdfGlyph[])[])[];
  /** Where its columns part, in points from the left. */
  readonly columns: readonly number[];
  /** Whether each cell is a rectangle. */
  readonly isPlain: boolean;
}

/** Lines nearer than this are one line, in points. */
const near = 3;
/** Rows and columns that are read of one table at most. */
const mostCells = 400;

function distinct(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const kept: number[] = [];
  for (const value of sorted) if (kept.length === 0 || value - (kept.at(-1) ?? 0) > near) kept.push(value);
  return kept;
}

const touches = (across: PdfStroke, down: PdfStroke): boolean =>
  down.at >= across.from - near &&
  down.at <= across.to + near &&
  across.at >= down.from - near &&
  across.at <= down.to + near;

/** Lines that touch one another, directly or by others. */
function connected(strokes: readonly PdfStroke[]): PdfStroke[][] {
  const groups: PdfStroke[][] = [];
  const waiting = new Set(strokes);
  for (const stroke of strokes) {
    if (!waiting.delete(stroke)) continue;
    const group = [stroke];
    for (const member of group) {
      for (const other of waiting) {
        const isMet =
          member.isAcross === other.isAcross
            ? Math.abs(member.at - other.at) < near && member.from <= other.to + near && other.from <= member.to + near
            : member.isAcross
              ? touches(member, other)
              : touches(other, member);
        if (!isMet) continue;
        waiting.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Whether lines cover the middle of a stretch at a place. */
const isDrawn = (strokes: readonly PdfStroke[], isAcross: boolean, at: number, from: number, to: number): boolean => {
  const half = (from + to) / 2;
  return strokes.some(
    (one) => one.isAcross === isAcross && Math.abs(one.at - at) <= near && one.from <= half && one.to >= half,
  );
};

function ruledTable(strokes: readonly PdfStroke[], glyphs: readonly PdfGlyph[]): RuledTable | null {
  const down = distinct(strokes.filter(({ isAcross }) => !isAcross).map(({ at }) => at));
  const across = distinct(strokes.filter(({ isAcross }) => isAcross).map(({ at }) => at));
  const [width, height] = [down.length - 1, across.length - 1];
  if (width < 2 || height < 2 || width * height > mostCells) return null;
  // Cells that no line parts are one; each is named by its first.
  const owner = Array.from({ length: width * height }, (_, at) => at);
  const root = (at: number): number => {
    const up = owner[at] ?? at;
    return up === at ? at : root(up);
  };
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const [left, right] = [down[column] ?? 0, down[column + 1] ?? 0];
      const [top, bottom] = [across[row] ?? 0, across[row + 1] ?? 0];
      const join = (other: number): void => {
        const [a, b] = [root(at), root(other)];
        owner[Math.max(a, b)] = Math.min(a, b);
      };
      if (column + 1 < width && !isDrawn(strokes, false, right, top, bottom)) join(at + 1);
      if (row + 1 < height && !isDrawn(strokes, true, bottom, left, right)) join(at + width);
    }
  const cells = new Map<number, { cells: number[]; glyphs: PdfGlyph[] }>();
  owner.forEach((_, at) => {
    const name = root(at);
    const cell = cells.get(name) ?? { cells: [], glyphs: [] };
    cell.cells.push(at);
    cells.set(name, cell);
  });
  if (cells.size < 4) return null;
  const inside = (places: readonly number[], value: number): number => places.findLastIndex((place) => place <= value);
  for (const glyph of glyphs) {
    const column = inside(down, glyph.x + glyph.width / 2);
    const row = inside(across, glyph.y - glyph.size * 0.35);
    if (column < 0 || row < 0 || column >= width || row >= height) continue;
    cells.get(root(row * width + column))?.glyphs.push(glyph);
  }
  const isPlain = [...cells.values()].every((cell) => {
    const columns = new Set(cell.cells.map((at) => at % width));
    const rows = new Set(cell.cells.map((at) => Math.floor(at / width)));
    return columns.size * rows.size === cell.cells.length;
  });
  return {
    box: { left: down[0] ?? 0, right: down.at(-1) ?? 0, top: across[0] ?? 0, bottom: across.at(-1) ?? 0 },
    rows: Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_, column) => cells.get(row * width + column)?.glyphs ?? []),
    ),
    columns: down,
    isPlain,
  };
}

/** Frames that lines draw on a page around one place, with nothing ruled within. */
export function ruledBoxes(strokes: readonly PdfStroke[]): PdfBox[] {
  if (strokes.length > 4000) return [];
  return connected(strokes).flatMap((group) => {
    const [left, right, ...otherDown] = distinct(group.filter(({ isAcross }) => !isAcross).map(({ at }) => at));
    const [top, bottom, ...otherAcross] = distinct(group.filter(({ isAcross }) => isAcross).map(({ at }) => at));
    if (left === undefined || right === undefined || top === undefined || bottom === undefined) return [];
    const isClosed =
      otherDown.length + otherAcross.length === 0 &&
      [top, bottom].every((at) => isDrawn(group, true, at, left, right)) &&
      [left, right].every((at) => isDrawn(group, false, at, top, bottom));
    return isClosed ? [{ left, right, top, bottom }] : [];
  });
}

/** The tables that ruled lines draw on a page: two rows and two columns at least, with letters in them. */
export function ruledTables(strokes: readonly PdfStroke[], glyphs: readonly PdfGlyph[]): RuledTable[] {
  if (strokes.length > 4000) return [];
  return connected(strokes).flatMap((group) => {
    const table = ruledTable(group, glyphs);
    const filled = table?.rows.flat().filter((cell) => cell.length > 0).length ?? 0;
    return table && filled >= 3 ? [table] : [];
  });
}
