import type { RegionTree } from './region-tree.ts';
import type { ReportSummary } from './report-summary.ts';

/** Reports before and after a report in the line of one issuer. */
export interface LineNeighbours {
  /** The nearest before; several where units were merged: the last of each. */
  readonly previous: readonly ReportSummary[];
  /** The nearest after; several where the unit was split: the first of each. */
  readonly next: readonly ReportSummary[];
}

const lineKey = (region: string, slug: string | null): string => `${region}/${slug ?? ''}`;

/**
 * The lines of reports: of one issuer year after year, through renamings, mergers and splits of its region. 长治县 2017
 * stands before 上党区 2018. Reports come by region, year and slug; each question costs no more than the lines it meets.
 */
export function reportLines(
  reports: readonly ReportSummary[],
  tree: RegionTree,
): (report: ReportSummary) => LineNeighbours {
  const lines = Map.groupBy(reports, ({ region, slug }) => lineKey(region, slug));
  const line = (region: string, slug: string | null): readonly ReportSummary[] =>
    lines.get(lineKey(region, slug)) ?? [];

  /**
   * The last reports of what went over into a unit at the turn to some year in (after, until]. Two units may have gone
   * over into each other in one year (a code used anew): `met` holds those on the way, so that none is asked twice.
   */
  const lastOfPredecessors = (
    code: string,
    slug: string | null,
    [after, until]: readonly [number, number],
    met: readonly string[] = [code],
  ): ReportSummary[] =>
    tree.predecessors(code).flatMap(({ code: former, until: end }) => {
      if (met.includes(former) || end === null || end < after || end >= until) return [];
      const last = line(former, slug).findLast(({ year }) => year <= end);
      return last ? [last] : lastOfPredecessors(former, slug, [Number.NEGATIVE_INFINITY, end + 1], [...met, former]);
    });

  /** The first reports of what a unit, ended within [from, before), went over into. */
  const firstOfSuccessors = (code: string, slug: string | null, from: number, before: number): ReportSummary[] => {
    const unit = tree.region(code, from);
    const end = unit?.until ?? null;
    if (!unit || end === null || end >= before) return [];
    return unit.successors.flatMap((later) => {
      if (later === code) return [];
      const first = line(later, slug).find(({ year }) => year > end);
      return first ? [first] : firstOfSuccessors(later, slug, end + 1, Number.POSITIVE_INFINITY);
    });
  };

  const distinct = (found: readonly ReportSummary[]): ReportSummary[] => [...new Set(found)];
  return (report) => {
    const { region, slug, year } = report;
    const own = line(region, slug);
    const at = own.indexOf(report);
    const [before, after] = [own[at - 1], own[at + 1]];
    return {
      previous: distinct([
        ...(before ? [before] : []),
        ...lastOfPredecessors(region, slug, [before?.year ?? Number.NEGATIVE_INFINITY, year]),
      ]),
      next: distinct([
        ...(after ? [after] : []),
        ...firstOfSuccessors(region, slug, year, after?.year ?? Number.POSITIVE_INFINITY),
      ]),
    };
  };
}
