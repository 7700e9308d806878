import { provinceOfCode } from '../archive/region-code.ts';
import { parsedReportId } from '../archive/report-id.ts';
import type { ReleasedText } from '../releases/release-list.ts';
import { compareText } from '../text/order.ts';
import { sha256 } from './sha256.ts';

/** By what a sample may be divided. */
export const strata = ['province', 'level', 'year', 'issuer'] as const;
export type Stratum = (typeof strata)[number];

/** A report that was drawn. */
export interface DrawnReport extends ReleasedText {
  /** SHA-256 of `seed:id`: the smallest are drawn. */
  readonly lot: string;
  /** The part that it was drawn from; empty where the sample is not divided. */
  readonly stratum: string;
}

/** A part of the reports, and how many are drawn of it. */
export interface StratumShare {
  readonly stratum: string;
  readonly size: number;
  readonly drawn: number;
}

/** A sample, and the parts that it was drawn from. */
export interface Sample {
  /** From the smallest lot to the largest. */
  readonly drawn: readonly DrawnReport[];
  /** By name; empty where the sample is not divided. */
  readonly shares: readonly StratumShare[];
}

function stratumOf({ id, level, issuerKind }: ReleasedText, by: Stratum | null): string {
  if (by === null) return '';
  if (by === 'level') return level;
  if (by === 'issuer') return issuerKind;
  const { region = '', year = 0 } = parsedReportId(id) ?? {};
  return by === 'year' ? String(year) : provinceOfCode(region);
}

/**
 * How many of `count` fall to each part, by largest remainders: the whole part of count × size ÷ all, and one more for
 * those with the largest remainders, of equal ones the first by name. Never more than a part has.
 */
export function stratumShares(sizes: ReadonlyMap<string, number>, count: number): StratumShare[] {
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const wanted = Math.min(count, all);
  const parts = [...sizes].map(([stratum, size]) => ({
    ...{ stratum, size, drawn: Math.floor((wanted * size) / Math.max(all, 1)) },
    remainder: (wanted * size) % Math.max(all, 1),
  }));
  const rest = wanted - parts.reduce((sum, { drawn }) => sum + drawn, 0);
  const favoured = new Set(
    parts
      .toSorted((one, other) => other.remainder - one.remainder || compareText(one.stratum, other.stratum))
      .slice(0, rest)
      .map(({ stratum }) => stratum),
  );
  return parts
    .map(({ stratum, size, drawn }) => ({ stratum, size, drawn: drawn + (favoured.has(stratum) ? 1 : 0) }))
    .sort((one, other) => compareText(one.stratum, other.stratum));
}

/**
 * Draws `count` of the texts, each report at most once: those with the smallest lots, of the whole or of each part. The
 * same texts, seed and count give the same sample anywhere; what else a list holds does not move an undivided one's lots.
 */
export function drawnSample(texts: readonly ReleasedText[], seed: string, count: number, by: Stratum | null): Sample {
  const lots = texts
    .map((text) => ({ ...text, lot: sha256(`${seed}:${text.id}`), stratum: stratumOf(text, by) }))
    .sort((one, other) => compareText(one.lot, other.lot) || compareText(one.id, other.id));
  if (by === null) return { drawn: lots.slice(0, count), shares: [] };
  const parts = Map.groupBy(lots, ({ stratum }) => stratum);
  const shares = stratumShares(new Map([...parts].map(([stratum, some]) => [stratum, some.length])), count);
  const drawn = new Set(shares.flatMap(({ stratum, drawn }) => parts.get(stratum)?.slice(0, drawn) ?? []));
  return { drawn: lots.filter((lot) => drawn.has(lot)), shares };
}
