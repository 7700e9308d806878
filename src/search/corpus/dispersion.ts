/** A part of a whole: its size, and how much of what is counted stands in it. */
export interface CountedPart {
  readonly size: number;
  readonly count: number;
}

/**
 * Gries' DP: half the sum of how far the parts' shares of what is counted lie from their shares of the whole. 0 where it
 * is spread as the parts are, towards 1 where it stands in few. Null where nothing is counted or the parts are empty.
 */
export function deviationOfProportions(parts: readonly CountedPart[]): number | null {
  let sizes = 0;
  let counts = 0;
  for (const { size, count } of parts) {
    sizes += size;
    counts += count;
  }
  if (sizes <= 0 || counts <= 0) return null;
  return parts.reduce((sum, { size, count }) => sum + Math.abs(count / counts - size / sizes), 0) / 2;
}
