import type { ArchiveIndex } from '../archive/archive-index.ts';
import {
  type Coverage,
  type CoverageCounts,
  type CoverageRecord,
  type CoverageState,
  countedUnits,
  hasCoveragePage,
  isInScope,
  type RecordedState,
} from '../archive/coverage.ts';
import type { Region } from '../archive/region.ts';
import { stateCode } from '../archive/region-code.ts';
import type { ReportId } from '../archive/report-id.ts';
import { compareText } from '../text/order.ts';
import { provinceTiles } from './coverage-grid.ts';

/** How many of a unit's and its subordinates' reports of a year are held, of how many units. */
export interface HeldShare {
  readonly held: number;
  readonly units: number;
}

/** All that the coverage page of the whole country shows. */
export interface CoverageOverview {
  readonly years: readonly number[];
  readonly tiles: readonly {
    readonly code: string;
    readonly name: string;
    readonly column: number;
    readonly row: number;
    readonly held: number;
    /** Reports held there that are not counted here: of departments, of Party committees alone, of townships. */
    readonly others: number;
    readonly isOutside: boolean;
  }[];
  readonly provinces: readonly {
    readonly code: string;
    readonly name: string;
    readonly shares: readonly HeldShare[];
  }[];
  /** The whole country, year by year. */
  readonly totals: readonly CoverageCounts[];
  readonly others: number;
}

/** One unit's report of one year, and how far those below the unit are held; null where none is below. */
export interface CoverageCell {
  readonly state: CoverageState;
  readonly id: ReportId | null;
  readonly below: HeldShare | null;
}

/** What was entered about one unit, with the years to which the same words apply. */
export interface CoverageEvidence {
  readonly years: readonly number[];
  readonly state: RecordedState;
  readonly where: string;
  readonly when: string;
  readonly note: string;
}

export interface CoverageRow {
  readonly code: string;
  readonly name: string;
  /** Whether the unit has a page of its own, with the units below it. */
  readonly hasPage: boolean;
  readonly cells: readonly CoverageCell[];
  readonly evidence: readonly CoverageEvidence[];
}

/** All that the coverage page of a province or a prefecture shows: itself first, then the units directly below. */
export interface CoverageRegionView {
  readonly region: Region;
  readonly path: readonly Region[];
  readonly years: readonly number[];
  readonly totals: readonly CoverageCounts[];
  readonly rows: readonly CoverageRow[];
}

const share = (counts: CoverageCounts): HeldShare => ({ held: counts.held, units: countedUnits(counts) });

/** The page of the whole country. */
export function coverageOverview({ tree, countBelow }: ArchiveIndex, coverage: Coverage): CoverageOverview {
  const { years, counts, others } = coverage;
  return {
    years,
    // An archive of a few provinces shows their tiles alone.
    tiles: provinceTiles
      .filter(({ code }) => tree.region(code) !== undefined)
      .map((tile) => {
        const held = years.reduce((sum, year) => sum + counts(tile.code, year).held, 0);
        const others = Math.max(0, countBelow(tile.code) - held);
        return { ...tile, held, others, isOutside: !isInScope(tile.code) };
      }),
    provinces: tree
      .children(stateCode)
      .filter(hasCoveragePage)
      .map(({ code, name }) => ({ code, name, shares: years.map((year) => share(counts(code, year))) })),
    totals: years.map((year) => counts(stateCode, year)),
    others,
  };
}

/** Entries with the same words, joined over their years. */
function evidenceOf(records: readonly CoverageRecord[], years: readonly number[]): CoverageEvidence[] {
  const shown = records.filter(({ year }) => years.includes(year));
  const same = Map.groupBy(shown, ({ state, where, when, note }) => [state, where, when, note].join('\n'));
  return [...same.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { state, where, when, note } = first;
    return [{ years: group.map(({ year }) => year).sort((a, b) => a - b), state, where, when, note }];
  });
}

/** Units directly below that were in force in any of the years, each once, by code, by its latest name. */
function unitsBelow({ tree }: ArchiveIndex, code: string, years: readonly number[]): Region[] {
  const units = new Map<string, Region>();
  for (const year of years)
    for (const unit of tree.children(code, year))
      if (unit.level !== 'township' && !units.has(unit.code)) units.set(unit.code, unit);
  return [...units.values()].sort((a, b) => compareText(a.code, b.code));
}

/** Provinces, and prefectures in force today or in any of the years: the units that have a coverage page. */
export function coveragePlaces(index: ArchiveIndex, { years }: Coverage): Region[] {
  const { tree } = index;
  const provinces = tree.children(stateCode).filter(hasCoveragePage);
  return provinces.flatMap((province) => {
    const units = [...unitsBelow(index, province.code, years), ...tree.children(province.code)];
    const prefectures = new Map(units.filter(hasCoveragePage).map((unit) => [unit.code, unit]));
    return [province, ...prefectures.values()];
  });
}

/** The page of a province or a prefecture. */
export function coverageRegionView(index: ArchiveIndex, coverage: Coverage, region: Region): CoverageRegionView {
  const { years, state, held, counts, records } = coverage;
  const row = (unit: Region, isOwn: boolean): CoverageRow => {
    const hasPage = !isOwn && hasCoveragePage(unit);
    const cells = years.map((year): CoverageCell => {
      const own = index.tree.region(unit.code, year);
      // A unit that came to this parent later, or left it, is not this parent's in the other years.
      const isHere = own !== undefined && (isOwn || own.parent === region.code);
      const all = share(counts(unit.code, year));
      const self = state(unit.code, year);
      return {
        state: isHere ? self : 'no-unit',
        id: isHere ? held(unit.code, year) : null,
        below: isHere && hasPage ? { held: all.held - (self === 'held' ? 1 : 0), units: all.units - 1 } : null,
      };
    });
    const { code, name } = unit;
    return { code, name, hasPage, cells, evidence: evidenceOf(records(code), years) };
  };
  return {
    region,
    path: index.tree.path(region.code),
    years,
    totals: years.map((year) => counts(region.code, year)),
    rows: [row(region, true), ...unitsBelow(index, region.code, years).map((unit) => row(unit, false))],
  };
}
