import type { ArchiveIndex } from '../archive/archive-index.ts';
import type { Region } from '../archive/region.ts';
import type { ReportSummary } from '../archive/report-summary.ts';
import { headingOf } from './place-groups.ts';
import type { RegionCount } from './region.ts';

/** One page of a list of reports by place. */
export interface PlacePart {
  /** The province, or a prefecture of it where the province's reports are too many for one page. */
  readonly code: string;
  /** From the province down. */
  readonly path: readonly { readonly code: string; readonly name: string }[];
  /** Which part of the list it is, of how many, counting from 1. */
  readonly part: number;
  readonly of: number;
  /** Reports of the whole list, and those of this part. */
  readonly count: number;
  readonly reports: readonly ReportSummary[];
  /** Prefectures with lists of their own. */
  readonly below: readonly RegionCount[];
}

const named = ({ code, name }: Region): { code: string; name: string } => ({ code, name });

/** Reports in order, cut where those of a part would weigh more than `most`. */
function cut(
  reports: readonly ReportSummary[],
  weight: (report: ReportSummary) => number,
  most: number,
): ReportSummary[][] {
  const parts: ReportSummary[][] = [[]];
  let sum = 0;
  for (const report of reports) {
    const own = weight(report);
    if (sum > 0 && sum + own > most) {
      parts.push([]);
      sum = 0;
    }
    parts.at(-1)?.push(report);
    sum += own;
  }
  return parts;
}

/**
 * The pages of a list of a province's reports, which come by region: one where they weigh no more than `most`; else one
 * a prefecture, and those of no prefecture on the province's; a list that is too long even so, in parts.
 */
export function placeParts(
  { tree }: Pick<ArchiveIndex, 'tree'>,
  province: Region,
  reports: readonly ReportSummary[],
  { weight, most }: { readonly weight: (report: ReportSummary) => number; readonly most: number },
): PlacePart[] {
  const pages = (
    unit: Region,
    path: PlacePart['path'],
    some: readonly ReportSummary[],
    below: PlacePart['below'],
    count: number,
  ): PlacePart[] => {
    const parts = cut(some, weight, most);
    return parts.map((own, at) => ({
      ...{ code: unit.code, path, part: at + 1, of: parts.length, count, reports: own, below },
    }));
  };
  const path = [named(province)];
  const total = reports.reduce((sum, report) => sum + weight(report), 0);
  if (total <= most) return pages(province, path, reports, [], reports.length);
  const byUnit = Map.groupBy(reports, (report) => headingOf(tree, report, 'prefecture'));
  const prefectures = [...byUnit].flatMap(([unit, some]) =>
    unit && unit.code !== province.code ? [{ unit, some }] : [],
  );
  const own = reports.filter((report) => headingOf(tree, report, 'prefecture')?.code === province.code);
  const below = prefectures.map(({ unit, some }) => ({ ...named(unit), count: some.length }));
  return [
    ...pages(province, path, own, below, reports.length),
    ...prefectures.flatMap(({ unit, some }) => pages(unit, [...path, named(unit)], some, [], some.length)),
  ];
}
