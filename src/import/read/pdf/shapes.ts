import { type PdfMatrix, placed } from './matrix.ts';

/** A straight line across or down a page, in points. */
export interface PdfStroke {
  readonly isAcross: boolean;
  /** Where it stands: from the top for one that goes across, from the left for one that goes down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A rectangle of a page, in points from the top left. */
export interface PdfBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A filled rectangle that is thinner than this is a line. */
const thinnest = 3;
/** Lines shorter than this are no borders of cells. */
const shortest = 6;

/** Points that a path's element takes: move, line, curve, quadratic curve, close. */
const pointsOf = [1, 1, 3, 2, 0] as const;

function boxOf(points: readonly (readonly [number, number])[]): PdfBox {
  const across = points.map(([x]) => x);
  const down = points.map(([, y]) => y);
  return { left: Math.min(...across), right: Math.max(...across), top: Math.min(...down), bottom: Math.max(...down) };
}

function strokeBetween(from: readonly [number, number], to: readonly [number, number]): PdfStroke[] {
  const [width, height] = [Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
  if (height < 1 && width >= shortest)
    return [{ isAcross: true, at: from[1], from: Math.min(from[0], to[0]), to: Math.max(from[0], to[0]) }];
  if (width < 1 && height >= shortest)
    return [{ isAcross: false, at: from[0], from: Math.min(from[1], to[1]), to: Math.max(from[1], to[1]) }];
  return [];
}

/**
 * The straight lines of a path (elements and their numbers in one list, as the PDF library gives it), and the
 * rectangle that it takes up; `isFilled`: only thin rectangles are lines. `box` is null for an empty path.
 */
export function shapeStrokes(
  path: readonly number[],
  matrix: PdfMatrix,
  isFilled: boolean,
): { strokes: PdfStroke[]; box: PdfBox | null } {
  const parts: (readonly [number, number])[][] = [];
  for (let at = 0; at < path.length; ) {
    const element = path[at++] ?? 0;
    if (element === 0 || parts.length === 0) parts.push([]);
    const part = parts.at(-1);
    const [first] = part ?? [];
    if (element === 4 && first) part?.push(first);
    const count = pointsOf[element] ?? 0;
    for (let point = 0; point < count; point++, at += 2) part?.push(placed(matrix, path[at] ?? 0, path[at + 1] ?? 0));
  }
  const strokes = parts.flatMap((points): PdfStroke[] => {
    if (points.length < 2) return [];
    if (!isFilled) return points.slice(1).flatMap((to, before) => strokeBetween(points[before] ?? to, to));
    const { left, right, top, bottom } = boxOf(points);
    const [width, height] = [right - left, bottom - top];
    if (height < thinnest && width >= shortest)
      return [{ isAcross: true, at: (top + bottom) / 2, from: left, to: right }];
    if (width < thinnest && height >= shortest)
      return [{ isAcross: false, at: (left + right) / 2, from: top, to: bottom }];
    return [];
  });
  const points = parts.flat();
  return { strokes, box: points.length === 0 ? null : boxOf(points) };
}
