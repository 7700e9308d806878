import type { CountedPart } from './dispersion.ts';
import { seededNumber } from './seeded-order.ts';

/** From where to where. */
export type Interval = readonly [low: number, high: number];

const z = 1.959964;

/** Wilson's interval of 95 % for a share of `n`; null where `n` is 0. */
export function wilsonInterval(found: number, n: number): Interval | null {
  if (n <= 0) return null;
  const share = found / n;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  // At the ends rounding would leave a trace.
  return [found === 0 ? 0 : middle - half, found === n ? 1 : middle + half];
}

/** Draws that one interval may take, and how many resamples at least and at most that makes. */
const bootstrap = { draws: 2_000_000, fewest: 200, most: 1000 } as const;

/** How many resamples a bootstrap over `n` reports takes. */
export function resamples(n: number): number {
  return Math.max(bootstrap.fewest, Math.min(bootstrap.most, Math.floor(bootstrap.draws / Math.max(1, n))));
}

/** Numbers of at least 0 and less than 1, by Mulberry32. */
function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The interval of 95 % for counts per size (occurrences per character) over reports, by a bootstrap that draws whole
 * reports: what stands in one report stands there together, so its places are no independent draws. The same for the
 * same reports, seed and key. Null for fewer than two reports or no size.
 */
export function rateInterval(parts: readonly CountedPart[], seed: number, key: string): Interval | null {
  const n = parts.length;
  if (n < 2 || parts.every(({ size }) => size <= 0)) return null;
  const sizes = Float64Array.from(parts, ({ size }) => size);
  const counts = Float64Array.from(parts, ({ count }) => count);
  const next = chance(seededNumber(seed, key));
  const rates: number[] = [];
  for (let left = resamples(n); left > 0; left--) {
    let size = 0;
    let count = 0;
    for (let i = 0; i < n; i++) {
      const at = Math.floor(next() * n);
      size += sizes[at] ?? 0;
      count += counts[at] ?? 0;
    }
    if (size > 0) rates.push(count / size);
  }
  rates.sort((a, b) => a - b);
  const quantile = (share: number): number => rates[Math.min(rates.length - 1, Math.floor(share * rates.length))] ?? 0;
  return [quantile(0.025), quantile(0.975)];
}
