/** An affine transformation as PDF writes it: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`. */
export type PdfMatrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const unchanged: PdfMatrix = [1, 0, 0, 1, 0, 0];

/** The transformation that applies `inner` first and `outer` then. */
export const composed = (outer: PdfMatrix, inner: PdfMatrix): PdfMatrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

/** Where a transformation puts a point. */
export const placed = (matrix: PdfMatrix, x: number, y: number): readonly [x: number, y: number] => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

/** Six numbers as a matrix; null for any other list. */
export function matrixOf(numbers: readonly number[]): PdfMatrix | null {
  const [a, b, c, d, e, f] = numbers;
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
    return null;
  return [a, b, c, d, e, f];
}
