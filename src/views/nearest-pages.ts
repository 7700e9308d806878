import { parentOfCode } from '../archive/region-code.ts';
import type { BoxAnswer, BoxData } from './box-finding.ts';

/**
 * What stands nearest to an address that leads nowhere: the report of the year nearest to the one it names, the region
 * of its code or the unit above, the year. `path` is the address below the site's root; empty where it names nothing.
 */
export function nearestPages(data: BoxData, path: string): BoxAnswer[] {
  const [, code, year] = /^(?:reports|regions|coverage)\/(\d{6}(?:x\d{2})?)(?:\/(\d{4}))?/.exec(path) ?? [];
  const [, alone] = /^years\/(\d{4})/.exec(path) ?? [];
  const nearest = (years: readonly number[], wanted: number): number | undefined =>
    years.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
  if (alone !== undefined) {
    const found = nearest(
      data.years.map(([known]) => known),
      Number(alone),
    );
    return data.years.flatMap(([known, count]) =>
      known === found ? [{ kind: 'year' as const, year: known, count }] : [],
    );
  }
  if (code === undefined) return [];
  const units = new Map(data.regions.map(({ region }) => [region.code, region]));
  let at: string | null = code;
  while (at !== null && !units.has(at)) at = parentOfCode(at, (other) => units.has(other));
  const region = units.get(at ?? '');
  if (!region) return [];
  const held = data.held.get(region.code)?.years ?? [];
  const reported = nearest(held, Number(year ?? held[0]));
  return [
    ...(reported === undefined
      ? []
      : [{ kind: 'report' as const, id: `${region.code}/${reported}`, region, year: reported, department: null }]),
    { kind: 'region' as const, region },
  ];
}
