import type { ArchiveIndex } from '../archive/archive-index.ts';
import type { Region } from '../archive/region.ts';
import type { ReportId } from '../archive/report-id.ts';
import { compareText } from '../text/order.ts';

/** What is held of one place (or of all below it) and one year. */
export interface PlaceYear {
  /** The government's report, or the only one; null where one name cannot stand for several. */
  readonly id: ReportId | null;
  /** All reports of that place and year. */
  readonly count: number;
}

/** A place below a region, with what is held of it. */
export interface PlaceYears {
  readonly code: string;
  readonly name: string;
  /** Names between the region and the place. */
  readonly above: readonly string[];
  /** One for each year of the table; null where nothing is held. */
  readonly cells: readonly (PlaceYear | null)[];
  /** All reports of the row. */
  readonly count: number;
}

/** Places by years. */
export interface PlaceTable {
  /** Newest first. */
  readonly years: readonly number[];
  /** In the order of their codes. */
  readonly places: readonly PlaceYears[];
}

/** More reports than this are shown by the units directly below, each of which lists its own. */
const mostReports = 300;

/**
 * All that is held below a region, by place and year: every place of its own as long as a reader can use the list,
 * else the units directly below with all that lies below them. Null where nothing is held below.
 */
export function placeTable({ reportsBelow, tree }: ArchiveIndex, region: Region): PlaceTable | null {
  const reports = reportsBelow(region.code).filter((report) => report.region !== region.code);
  if (reports.length === 0) return null;
  const isWhole = reports.length <= mostReports;
  const depth = tree.path(region.code).length;
  const years = [...new Set(reports.map(({ year }) => year))].sort((a, b) => b - a);
  const rows = Map.groupBy(reports, (report) =>
    isWhole ? report.region : (tree.path(report.region, report.year)[depth]?.code ?? report.region),
  );
  const places = [...rows].map(([code, held]): PlaceYears => {
    const byYear = Map.groupBy(held, ({ year }) => year);
    const newest = held.reduce((a, b) => (b.year > a.year ? b : a));
    const names = isWhole ? newest.regionPath : tree.pathNames(code, newest.year);
    return {
      code,
      name: names.at(-1) ?? code,
      above: names.slice(depth, -1),
      count: held.length,
      cells: years.map((year) => {
        const found = byYear.get(year);
        if (!found) return null;
        const own = found.filter(({ slug }) => slug === null);
        const shown = own.length === 1 ? own[0] : found.length === 1 ? found[0] : undefined;
        return { id: isWhole ? (shown?.id ?? null) : null, count: found.length };
      }),
    };
  });
  return { years, places: places.sort((a, b) => compareText(a.code, b.code)) };
}
