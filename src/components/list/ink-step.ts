/**
 * The step of the one ink scale on which a count is shown: 0 for none, else 1 to 5. Steps follow the count's logarithm,
 * because a province holds a hundred times what its neighbour holds. `most` is the largest count shown, at least 1.
 */
export const inkStep = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(1, Math.ceil((5 * Math.log1p(count)) / Math.log1p(most)));
