import { compareText } from '../text/order.ts';
import { isInForce, type Region } from './region.ts';
import { stateCode } from './region-code.ts';

/**
 * The register of regions, to be asked by code and year. Where a year may be given: with it, the units in force at
 * that year's end; without it, the unit in force today, else the last one that bore the code.
 */
export interface RegionTree {
  /** Every unit in every period of its life, by code, oldest period first. */
  readonly all: readonly Region[];
  /** The unit that bears a code; undefined when none does (in that year). */
  region(code: string, year?: number): Region | undefined;
  /** Every unit that bears or bore a code, oldest first. */
  periods(code: string): readonly Region[];
  /** From the province down to the unit itself; empty for the State and for an unknown code. */
  path(code: string, year?: number): Region[];
  /** The names on the path: 山西省, 长治市, 上党区. */
  pathNames(code: string, year?: number): string[];
  /** The path without the unit itself. */
  ancestors(code: string, year?: number): Region[];
  /** Units directly below, by code: in force in the year, or today. Provinces are the children of the State. */
  children(code: string, year?: number): Region[];
  /** Units at any depth below: in force in the year; without a year, of all times. */
  descendants(code: string, year?: number): Region[];
  /** Units that bear exactly this name (河东区 stands twice), by code: in that year; without a year, of all times. */
  named(name: string, year?: number): Region[];
  /** Earlier units that name this code as their successor, by code, oldest first. */
  predecessors(code: string): Region[];
}

/** By code; the periods of one code from the oldest to the present. */
export function compareRegions(a: Region, b: Region): number {
  return (
    compareText(a.code, b.code) ||
    (a.until ?? Number.POSITIVE_INFINITY) - (b.until ?? Number.POSITIVE_INFINITY) ||
    (a.since ?? 0) - (b.since ?? 0)
  );
}

const isInForceToday = (region: Region): boolean => region.until === null;

/**
 * Builds the tree in one pass over the register (after sorting it). Codes of one period may stand only once and
 * parents form no ring; the register's reader sees to that.
 */
export function regionTree(regions: readonly Region[]): RegionTree {
  const all = [...regions].sort(compareRegions);
  const byCode = Map.groupBy(all, ({ code }) => code);
  const byName = Map.groupBy(all, ({ name }) => name);
  const bySuccessor = Map.groupBy(
    all.flatMap((region) => region.successors.map((successor) => ({ successor, region }))),
    ({ successor }) => successor,
  );
  const byParent = Map.groupBy(all, ({ level, parent }) => parent ?? (level === 'province' ? stateCode : null));

  const region = (code: string, year?: number): Region | undefined => {
    const periods = byCode.get(code);
    return year === undefined ? periods?.at(-1) : periods?.find((period) => isInForce(period, year));
  };

  const path = (code: string, year?: number): Region[] => {
    const found: Region[] = [];
    let at = region(code, year);
    // A unit that is gone keeps the names above it that it last had.
    const when = year ?? at?.until ?? undefined;
    while (at && at.level !== 'national') {
      found.push(at);
      at = at.parent === null ? undefined : (region(at.parent, when) ?? region(at.parent));
    }
    return found.reverse();
  };

  const below = (code: string, year: number | undefined): Region[] =>
    (byParent.get(code) ?? []).filter((child) => year === undefined || isInForce(child, year));

  const descendants = (code: string, year?: number): Region[] => {
    const found: Region[] = [];
    const open = new Set([code]);
    // A set that grows while it is walked: every code is opened once, however many periods it has.
    for (const parent of open) {
      for (const child of below(parent, year)) {
        found.push(child);
        open.add(child.code);
      }
    }
    return found.sort(compareRegions);
  };

  return {
    all,
    region,
    periods: (code) => byCode.get(code) ?? [],
    path,
    pathNames: (code, year) => path(code, year).map(({ name }) => name),
    ancestors: (code, year) => path(code, year).slice(0, -1),
    children: (code, year) => (year === undefined ? below(code, undefined).filter(isInForceToday) : below(code, year)),
    descendants,
    named: (name, year) => (byName.get(name) ?? []).filter((unit) => year === undefined || isInForce(unit, year)),
    predecessors: (code) => (bySuccessor.get(code) ?? []).map(({ region }) => region),
  };
}
