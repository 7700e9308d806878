import { isInForce, periodsOverlap, type Region } from './region.ts';

/**
 * Where the register's units come from, the surest first: `kept` by hand (renamings, mergers, own codes), `present`
 * from a package that knows only today, `loaded` from a whole table with its history.
 */
export interface RegionLayers {
  readonly kept: readonly Region[];
  readonly present: readonly Region[];
  readonly loaded: readonly Region[];
}

/** The register made of its layers, and the units that a curator should look at. */
export interface JoinedRegions {
  readonly regions: Region[];
  /** In force by the package under a name that the hand-kept register, which knows the code, does not know. */
  readonly unexplained: Region[];
  /** In force by a loaded table alone: either the table is older than the package, or newer. */
  readonly unconfirmed: Region[];
}

const byCode = (regions: readonly Region[]): Map<string, Region[]> => Map.groupBy(regions, ({ code }) => code);

/** The unit as the package shows it, unless the hand-kept periods of its code say otherwise. */
function presentPeriod(unit: Region, kept: readonly Region[]): { unit: Region | null; isExplained: boolean } {
  if (kept.length === 0) return { unit, isExplained: true };
  if (kept.some(({ until }) => until === null)) return { unit: null, isExplained: true };
  const last = kept.reduce((a, b) => ((a.until ?? 0) > (b.until ?? 0) ? a : b));
  // The package still carries what is gone.
  if (last.name === unit.name) return { unit: null, isExplained: true };
  return { unit: { ...unit, since: (last.until ?? 0) + 1 }, isExplained: false };
}

/** A loaded table fills in since when a unit was in force, and adds the periods that the surer layers do not touch. */
function withLoaded(periods: readonly Region[], loaded: readonly Region[]): Region[] {
  const dated = periods.map((period) => {
    if (period.since !== null) return period;
    const { name, until } = period;
    const isSame = (row: Region): boolean =>
      row.name === name && (until === null ? row.until === null : isInForce(row, until));
    const same = loaded.find(isSame);
    return same ? { ...period, since: same.since } : period;
  });
  return [...dated, ...loaded.filter((row) => !dated.some((period) => periodsOverlap(period, row)))];
}

/** Joins the layers code by code: hand-kept wins over the package, both over a loaded table. Linear. */
export function joinedRegions({ kept, present, loaded }: RegionLayers): JoinedRegions {
  const keptByCode = byCode(kept);
  const presentByCode = byCode(present);
  const loadedByCode = byCode(loaded);
  const joined: JoinedRegions = { regions: [], unexplained: [], unconfirmed: [] };
  for (const code of new Set([...keptByCode.keys(), ...presentByCode.keys(), ...loadedByCode.keys()])) {
    const own = keptByCode.get(code) ?? [];
    const periods = [...own];
    for (const unit of presentByCode.get(code) ?? []) {
      const found = presentPeriod(unit, own);
      if (found.unit) periods.push(found.unit);
      if (found.unit && !found.isExplained) joined.unexplained.push(found.unit);
    }
    const all = withLoaded(periods, loadedByCode.get(code) ?? []);
    joined.regions.push(...all);
    joined.unconfirmed.push(...all.slice(periods.length).filter(({ until }) => until === null));
  }
  return joined;
}
