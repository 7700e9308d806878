/** How often two kinds of things stand in two parts of a text. */
export interface TwoByTwo {
  /** In the part that is looked at: what is counted, and all that could have been. */
  readonly inside: number;
  readonly insideAll: number;
  /** The same in the rest. */
  readonly outside: number;
  readonly outsideAll: number;
}

const times = (observed: number, expected: number): number =>
  observed > 0 && expected > 0 ? observed * Math.log(observed / expected) : 0;

/**
 * Log-likelihood (G²) of a table of two by two with all four cells, at least 0; negative where the thing is rarer inside
 * than outside. 0 where a part is empty.
 */
export function logLikelihood({ inside, insideAll, outside, outsideAll }: TwoByTwo): number {
  const all = insideAll + outsideAll;
  const things = inside + outside;
  if (insideAll <= 0 || outsideAll <= 0 || things <= 0 || things >= all) return 0;
  const share = things / all;
  const g =
    times(inside, insideAll * share) +
    times(insideAll - inside, insideAll * (1 - share)) +
    times(outside, outsideAll * share) +
    times(outsideAll - outside, outsideAll * (1 - share));
  const value = Math.max(0, 2 * g);
  return inside / insideAll < outside / outsideAll ? -value : value;
}

/**
 * Log-Dice of two things that stand together `together` times: at most 14, one less for half as close; null where they
 * never do.
 */
export function logDice(together: number, one: number, other: number): number | null {
  return together > 0 ? 14 + Math.log2((2 * together) / (one + other)) : null;
}

/**
 * How many doublings the share inside is above that outside, by Hardie's log ratio; a part without any counts as half a
 * thing. Null where a part is empty.
 */
export function logRatio({ inside, insideAll, outside, outsideAll }: TwoByTwo): number | null {
  if (insideAll <= 0 || outsideAll <= 0 || inside + outside <= 0) return null;
  return Math.log2(Math.max(inside, 0.5) / insideAll / (Math.max(outside, 0.5) / outsideAll));
}
