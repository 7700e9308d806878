/**
 * The step of the one ink scale on which a count is shown: 0 for none, else 1 to 5. Steps follow the count's logarithm,
 * because a province holds a hundred times what its neighbour holds. `most` is the largest count shown, at least 1.
 */
export const inkStep = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(1, Math.ceil((5 * Math.log1p(count)) / Math.log1p(most)));

/** Which counts each step in use shows, from the lightest; `most` is the largest count shown, at least 1. */
export function inkRanges(most: number): { readonly step: number; readonly from: number; readonly to: number }[] {
  const counts = Array.from({ length: most }, (_, at) => at + 1);
  return [...Map.groupBy(counts, (count) => inkStep(count, most))].map(([step, of]) => ({
    step,
    from: of[0] ?? 1,
    to: of.at(-1) ?? most,
  }));
}
