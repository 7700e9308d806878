import { departmentName } from '../archive/issuer-department.ts';
import type { Region } from '../archive/region.ts';
import { stateCode } from '../archive/region-code.ts';
import type { RegionTree } from '../archive/region-tree.ts';
import type { ReportId } from '../archive/report-id.ts';
import type { ReportSummary } from '../archive/report-summary.ts';
import { issuerKindKeys } from '../i18n/report-words.ts';
import { type Saying, saying } from '../i18n/saying.ts';

/** A place in a list of reports, and its reports beside it. */
export interface PlaceRow {
  /** Name of the place below the heading, or the heading's own. */
  readonly name: string;
  /** Each under the name of its department or year, or under its kind. */
  readonly links: readonly { readonly id: ReportId; readonly name: Saying | string }[];
}

/** Places under one heading, the unit above them all. */
export interface PlaceGroup {
  readonly code: string;
  readonly name: string;
  readonly rows: readonly PlaceRow[];
}

/** How deep headings go: to the province, or to the prefecture within one province. */
export type HeadingLevel = 'province' | 'prefecture';

/** The unit that heads a report's place: the State, its province, or its prefecture where it has one. */
export function headingOf(tree: RegionTree, { region, year }: ReportSummary, level: HeadingLevel): Region | undefined {
  const [province, below] = tree.path(region, year);
  return level === 'prefecture' && below?.level === 'prefecture' ? below : (province ?? tree.region(stateCode));
}

type Rows = (name: string, reports: readonly ReportSummary[]) => PlaceRow;

/** One year's reports of a place, named by who made them, the government's first. */
export const rowOfYear: Rows = (name, reports) => ({
  name,
  links: reports
    .toSorted((a, b) => Number(a.slug !== null) - Number(b.slug !== null))
    .map((report) => ({
      id: report.id,
      name: report.issuerKind === 'department' ? departmentName(report) : saying(issuerKindKeys[report.issuerKind]),
    })),
});

/** All years of one kind of reports of a place, named by their years, newest first. */
export const rowOfYears: Rows = (name, reports) => ({
  name,
  links: reports.toSorted((a, b) => b.year - a.year).map(({ id, year }) => ({ id, name: String(year) })),
});

/** Groups reports, which come by region, under headings in the order in which they first occur. Linear. */
export function placeGroups(
  tree: RegionTree,
  reports: readonly ReportSummary[],
  level: HeadingLevel,
  row: Rows,
): PlaceGroup[] {
  const groups = Map.groupBy(reports, (report) => headingOf(tree, report, level)?.code ?? '');
  return [...groups].map(([code, own]) => {
    const [first] = own;
    const heading = first && headingOf(tree, first, level);
    const depth = heading ? tree.path(heading.code).length : 0;
    const places = Map.groupBy(own, ({ region, regionPath }) => `${region} ${regionPath.at(-1)}`);
    return {
      code,
      name: heading?.name ?? '',
      rows: [...places.values()].map((same) =>
        row(same[0]?.regionPath.slice(depth).join(' ') || (heading?.name ?? ''), same),
      ),
    };
  });
}
