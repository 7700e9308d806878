/** Two places that belong together: an index on the left, one on the right. */
export type Pair = readonly [left: number, right: number];

/**
 * Pairs two sequences in order, each member at most once, so that the weights sum to the most. `weight` is 0 for two
 * that must not be paired, and the same whenever it is asked. Takes time and memory in proportion to the product of the lengths.
 */
export function alignment(
  leftCount: number,
  rightCount: number,
  weight: (left: number, right: number) => number,
): Pair[] {
  const width = rightCount + 1;
  const best = new Float64Array((leftCount + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = leftCount - 1; i >= 0; i--) {
    for (let j = rightCount - 1; j >= 0; j--) {
      const own = weight(i, j);
      const paired = own > 0 ? own + at(i + 1, j + 1) : 0;
      best[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < leftCount && j < rightCount; ) {
    const own = weight(i, j);
    if (own > 0 && at(i, j) === own + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}

/** Pairs two sets in any order: the heaviest pair first, each member at most once; pairs of weight 0 are left apart. */
export function heaviestPairs(
  left: readonly number[],
  right: readonly number[],
  weight: (left: number, right: number) => number,
): Pair[] {
  const candidates = left
    .flatMap((i) => right.map((j) => ({ i, j, own: weight(i, j) })))
    .filter(({ own }) => own > 0)
    .sort((a, b) => b.own - a.own || a.i - b.i || a.j - b.j);
  const taken = { left: new Set<number>(), right: new Set<number>() };
  return candidates.flatMap(({ i, j }): Pair[] => {
    if (taken.left.has(i) || taken.right.has(j)) return [];
    taken.left.add(i);
    taken.right.add(j);
    return [[i, j]];
  });
}
