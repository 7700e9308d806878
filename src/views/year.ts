import type { ArchiveIndex } from '../archive/archive-index.ts';
import { type IssuerKind, issuerKinds } from '../archive/issuer.ts';
import type { Region } from '../archive/region.ts';
import type { ReportSummary } from '../archive/report-summary.ts';
import { headingOf, type PlaceGroup, placeGroups, rowOfYear } from './place-groups.ts';
import type { RegionCount } from './region.ts';

/** All that a page of a year's reports shows: of the whole country, of a province, of a prefecture where they are many. */
export interface YearView {
  readonly year: number;
  /** From the province down; empty for the whole country. */
  readonly path: readonly { readonly code: string; readonly name: string }[];
  readonly count: number;
  readonly groups: readonly PlaceGroup[];
  /** Parts with pages of their own. */
  readonly parts: readonly RegionCount[];
  /** The nearest years of which there are reports: of the province, where the page is a province's. */
  readonly before: number | null;
  readonly after: number | null;
}

/** How many reports there are of each year and kind of issuer. */
export interface YearKinds {
  /** Those that have any reports. */
  readonly kinds: readonly IssuerKind[];
  /** Newest first; the cells come in the order of the kinds. */
  readonly rows: readonly { readonly year: number; readonly count: number; readonly cells: readonly number[] }[];
}

/** The page of all years. */
export function yearKinds({ years, ofYear, reports }: ArchiveIndex): YearKinds {
  const held = new Set(reports.map(({ issuerKind }) => issuerKind));
  const kinds = issuerKinds.filter((kind) => held.has(kind));
  const rows = years.map((year) => {
    const byKind = Map.groupBy(ofYear(year), ({ issuerKind }) => issuerKind);
    return { year, count: ofYear(year).length, cells: kinds.map((kind) => byKind.get(kind)?.length ?? 0) };
  });
  return { kinds, rows };
}

/** More reports than that are listed part by part: the most that one province has of governments, and some room. */
const readable = 250;

/** More reports of the whole country than that are listed by province only. */
const readableOfCountry = 50;

const named = ({ code, name }: Region): { code: string; name: string } => ({ code, name });

function nearest(years: readonly number[], year: number): { before: number | null; after: number | null } {
  return {
    before: years.find((other) => other < year) ?? null,
    after: years.findLast((other) => other > year) ?? null,
  };
}

/** The page of a year in the whole country. */
export function yearView({ tree, ofYear, provincesOf, ofYearInProvince, years }: ArchiveIndex, year: number): YearView {
  const reports = ofYear(year);
  const parts = provincesOf(year).map((unit) => ({ ...named(unit), count: ofYearInProvince(year, unit.code).length }));
  return {
    year,
    path: [],
    count: reports.length,
    parts,
    groups: reports.length > readableOfCountry ? [] : placeGroups(tree, reports, 'province', rowOfYear),
    ...nearest(years, year),
  };
}

/** The pages of a year in a province, or in the State itself: one, or where reports are many one a prefecture besides. */
export function yearViewsOfProvince(
  index: ArchiveIndex,
  year: number,
  province: Region,
): (YearView & { code: string })[] {
  const { tree, ofYearInProvince, yearsOfProvince } = index;
  const reports = ofYearInProvince(year, province.code);
  const years = nearest(yearsOfProvince(province.code), year);
  const path = [named(province)];
  const groups = (some: readonly ReportSummary[]): PlaceGroup[] => placeGroups(tree, some, 'prefecture', rowOfYear);
  const view = { year, path, count: reports.length, ...years };
  if (reports.length <= readable) return [{ ...view, code: province.code, groups: groups(reports), parts: [] }];
  const byPrefecture = Map.groupBy(reports, (report) => headingOf(tree, report, 'prefecture'));
  const parts = [...byPrefecture].flatMap(([unit, some]) =>
    unit && unit.code !== province.code ? [{ unit, some, part: { ...named(unit), count: some.length } }] : [],
  );
  const own = reports.filter((report) => headingOf(tree, report, 'prefecture')?.code === province.code);
  return [
    { ...view, code: province.code, groups: groups(own), parts: parts.map(({ part }) => part) },
    ...parts.map(({ unit, some }) => ({
      year,
      code: unit.code,
      path: [...path, named(unit)],
      count: some.length,
      groups: groups(some),
      parts: [],
      before: null,
      after: null,
    })),
  ];
}
