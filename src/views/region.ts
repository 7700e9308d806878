import type { ArchiveIndex } from '../archive/archive-index.ts';
import { hasCoveragePage } from '../archive/coverage.ts';
import type { IssuerKind } from '../archive/issuer.ts';
import { departmentName } from '../archive/issuer-department.ts';
import type { Level, Region } from '../archive/region.ts';
import type { RegionTree } from '../archive/region-tree.ts';
import type { ReportId } from '../archive/report-id.ts';
import type { ReportSummary } from '../archive/report-summary.ts';
import { compareText } from '../text/order.ts';
import { type PlaceTable, placeTable } from './place-years.ts';

/** A name that links to a region, with the reports held there and below. */
export interface RegionCount {
  readonly code: string;
  readonly name: string;
  readonly count: number;
}

/** A unit one step above, with the units below it: a stretch of the tree. */
export interface RegionBranch extends RegionCount {
  readonly below: readonly RegionCount[];
}

/** A unit before or after another in the register's history. */
export interface LineageLink {
  readonly code: string;
  readonly name: string;
  /** Names above it, where they are others than the present unit's; else empty. */
  readonly above: readonly string[];
  /** Of what came before: its last year. Of what came after: its first. Null where unknown. */
  readonly year: number | null;
  /** Reports held there and below. */
  readonly count: number;
}

/** A report of a government or a party committee, as its region's table shows it. */
export interface RegionReport {
  readonly id: ReportId;
  readonly year: number;
  readonly issuerKind: IssuerKind;
  readonly published: string | null;
  readonly signed: string | null;
  readonly characters: number;
}

/** A department's reports, newest first. */
export interface DepartmentLine {
  readonly name: string;
  readonly reports: readonly { readonly id: ReportId; readonly year: number }[];
}

/** The newest report of a unit near another. */
export interface NearbyReport {
  readonly id: ReportId;
  readonly name: string;
  readonly year: number;
}

export interface RegionView {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  /** Last year in force; null where it still is. */
  readonly until: number | null;
  readonly path: readonly { readonly code: string; readonly name: string }[];
  /** Other names that the code bore, with their last years. */
  readonly otherNames: readonly { readonly name: string; readonly until: number | null }[];
  /** Newest year first. */
  readonly reports: readonly RegionReport[];
  readonly departments: readonly DepartmentLine[];
  /** Years between the first and the last report of the region's government of which none is held. */
  readonly missing: readonly number[];
  /** Code of the province or prefecture on whose coverage page the region stands; null where it stands on none. */
  readonly coverage: string | null;
  /** All that is held below; null where nothing is, and for the State, below which is everything. */
  readonly places: PlaceTable | null;
  /** Where nothing is held of the region or below: what the units around it offer. */
  readonly nearby: readonly NearbyReport[];
  readonly children: readonly RegionBranch[];
  readonly gone: readonly (RegionCount & { readonly until: number | null })[];
  readonly predecessors: readonly LineageLink[];
  readonly successors: readonly LineageLink[];
}

/** How many neighbours' reports stand in for a region of which nothing is held. */
const mostNearby = 8;

/** The newest reports of the units above a region, nearest first, then of its neighbours. */
function nearbyReports({ tree, ofRegion }: ArchiveIndex, { code, until }: Region): NearbyReport[] {
  const newest = (unit: Region): NearbyReport[] => {
    const report = ofRegion(unit.code).findLast(({ slug }) => slug === null) ?? ofRegion(unit.code).at(-1);
    return report ? [{ id: report.id, name: unit.name, year: report.year }] : [];
  };
  const path = tree.path(code, until ?? undefined);
  const parent = path.at(-2);
  const neighbours = parent ? tree.children(parent.code, until ?? undefined).filter((unit) => unit.code !== code) : [];
  return [...path.slice(0, -1).toReversed(), ...neighbours].flatMap(newest).slice(0, mostNearby);
}

const regionReport = (report: ReportSummary): RegionReport => {
  const { id, year, issuerKind, published, signed, characters } = report;
  return {
    id,
    year,
    issuerKind,
    characters,
    published: published?.value ?? null,
    signed: signed?.value ?? null,
  };
};

function departmentLines(reports: readonly ReportSummary[]): DepartmentLine[] {
  const lines = Map.groupBy(reports, ({ slug }) => slug);
  return [...lines.values()]
    .flatMap((line) => {
      const [newest] = line;
      if (!newest) return [];
      return [{ name: departmentName(newest), reports: line.map(({ id, year }) => ({ id, year })) }];
    })
    .sort((a, b) => compareText(a.name, b.name));
}

/** Years between the newest report of a government and its oldest of which there is none; reports come newest first. */
function missingYears(reports: readonly ReportSummary[]): number[] {
  const held = new Set(reports.filter(({ slug }) => slug === null).map(({ year }) => year));
  const [last, first] = [Math.max(...held), Math.min(...held)];
  return held.size < 2
    ? []
    : Array.from({ length: last - first }, (_, at) => last - at).filter((year) => !held.has(year));
}

/** The unit on whose page of coverage a region stands: one in force today, whatever years are covered. */
function coverageCode(tree: RegionTree, { code }: Region): string | null {
  const above = tree.path(code).filter(hasCoveragePage);
  return above.findLast(({ until }) => until === null)?.code ?? null;
}

function lineage({ tree, countBelow }: ArchiveIndex, region: Region, other: Region, year: number | null): LineageLink {
  const above = tree.pathNames(other.code, other.until ?? undefined).slice(0, -1);
  const own = tree.pathNames(region.code, region.until ?? undefined).slice(0, -1);
  const { code, name } = other;
  return { code, name, above: above.join() === own.join() ? [] : above, year, count: countBelow(code) };
}

/** What a region's page shows. */
export function regionView(index: ArchiveIndex, region: Region): RegionView {
  const { tree, ofRegion, countBelow, gone } = index;
  const { code, name, level, until } = region;
  const all = ofRegion(code).toReversed();
  const reports = all.filter(({ issuerKind }) => issuerKind !== 'department').map(regionReport);
  const counted = (unit: Region): RegionCount => ({ code: unit.code, name: unit.name, count: countBelow(unit.code) });
  // A unit that is gone shows what it last held.
  const children = tree.children(code, until ?? undefined);
  // The tree opens one level more on a province's page; the State's departments have none below.
  const isOpen = level === 'province';
  const isOther = (unit: Region): boolean => unit.name !== name;
  return {
    code,
    name,
    level,
    until,
    reports,
    path: tree.path(code).map((unit) => ({ code: unit.code, name: unit.name })),
    otherNames: tree
      .periods(code)
      .filter(isOther)
      .map((unit) => ({ name: unit.name, until: unit.until })),
    departments: departmentLines(all.filter(({ issuerKind }) => issuerKind === 'department')),
    missing: missingYears(all),
    coverage: coverageCode(tree, region),
    places: level === 'national' ? null : placeTable(index, region),
    nearby: countBelow(code) > 0 || level === 'national' ? [] : nearbyReports(index, region),
    children:
      level === 'national'
        ? []
        : children.map((unit) => ({ ...counted(unit), below: isOpen ? tree.children(unit.code).map(counted) : [] })),
    gone: gone(code).map((unit) => ({ ...counted(unit), until: unit.until })),
    predecessors: tree
      .predecessors(code)
      .filter((unit) => unit.code !== code)
      .map((unit) => lineage(index, region, unit, unit.until)),
    successors: region.successors.flatMap((later) => {
      const unit = tree.region(later, (until ?? 0) + 1) ?? tree.region(later);
      return unit && later !== code ? [lineage(index, region, unit, until === null ? null : until + 1)] : [];
    }),
  };
}
