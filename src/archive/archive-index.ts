import type { Region } from './region.ts';
import type { RegionTree } from './region-tree.ts';
import type { ReportId } from './report-id.ts';
import type { ReportSummary } from './report-summary.ts';

/** A report's neighbours in time and place. */
export interface Neighbours {
  readonly previous: ReportSummary | null;
  readonly next: ReportSummary | null;
  /** Same issuer kind of body and year, other units under the same parent. */
  readonly siblings: readonly ReportSummary[];
  /** Other reports of the same region and year (a department beside the government). */
  readonly alongside: readonly ReportSummary[];
}

/** All reports by place and year; built once, each question answered without walking all of them. */
export interface ArchiveIndex {
  /** By region code, then year, then slug. */
  readonly reports: readonly ReportSummary[];
  readonly tree: RegionTree;
  readonly years: readonly number[];
  readonly report: (id: ReportId) => ReportSummary | undefined;
  readonly ofRegion: (code: string) => readonly ReportSummary[];
  readonly ofYear: (year: number) => readonly ReportSummary[];
  /** Provinces that have reports of a year, by code. */
  readonly provincesOf: (year: number) => readonly Region[];
  readonly ofYearInProvince: (year: number, province: string) => readonly ReportSummary[];
  /** Years of which a province has reports, newest first. */
  readonly yearsOfProvince: (province: string) => readonly number[];
  /** Reports of a region and of all units below it. */
  readonly countBelow: (code: string) => number;
  readonly neighbours: (report: ReportSummary) => Neighbours;
  /** Most recently published first; what has no date comes last. */
  readonly newest: (count: number) => readonly ReportSummary[];
}

function grouped<Key, Value>(values: readonly Value[], key: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const day = (report: ReportSummary): string => report.published?.value ?? report.signed?.value ?? '';

const provinceCode = (region: string): string => `${region.slice(0, 2)}0000`;

/** Reports of a parent's children in a year, asked for by `parent/year/slug`. */
const siblingKey = (tree: RegionTree, report: ReportSummary): string =>
  `${tree.region(report.region, report.year)?.parent ?? ''}/${report.year}/${report.slug ?? ''}`;

/** Builds the index; linear in the number of reports but for one sort. */
export function archiveIndex(summaries: readonly ReportSummary[], tree: RegionTree): ArchiveIndex {
  const reports = [...summaries].sort(
    (a, b) => compare(a.region, b.region) || a.year - b.year || compare(a.slug ?? '', b.slug ?? ''),
  );
  const byId = new Map(reports.map((report) => [report.id, report]));
  const byRegion = grouped(reports, (report) => report.region);
  const byYear = grouped(reports, (report) => report.year);
  const byYearAndProvince = grouped(reports, (report) => `${report.year}/${provinceCode(report.region)}`);
  const yearsByProvince = new Map<string, number[]>();
  for (const key of byYearAndProvince.keys()) {
    const year = Number(key.slice(0, 4));
    const province = key.slice(5);
    yearsByProvince.set(
      province,
      [...(yearsByProvince.get(province) ?? []), year].sort((a, b) => b - a),
    );
  }
  const bySiblings = grouped(reports, (report) => siblingKey(tree, report));
  const below = new Map<string, number>();
  for (const report of reports)
    for (const { code } of tree.path(report.region, report.year)) below.set(code, (below.get(code) ?? 0) + 1);
  const ofRegion = (code: string): readonly ReportSummary[] => byRegion.get(code) ?? [];
  return {
    reports,
    tree,
    years: [...byYear.keys()].sort((a, b) => b - a),
    report: (id) => byId.get(id),
    ofRegion,
    ofYear: (year) => byYear.get(year) ?? [],
    provincesOf: (year) => tree.children('000000').filter(({ code }) => byYearAndProvince.has(`${year}/${code}`)),
    ofYearInProvince: (year, province) => byYearAndProvince.get(`${year}/${province}`) ?? [],
    yearsOfProvince: (province) => yearsByProvince.get(province) ?? [],
    countBelow: (code) => below.get(code) ?? 0,
    neighbours: (report) => {
      const line = ofRegion(report.region).filter(({ slug }) => slug === report.slug);
      const place = line.indexOf(report);
      return {
        previous: line[place - 1] ?? null,
        next: line[place + 1] ?? null,
        siblings: (bySiblings.get(siblingKey(tree, report)) ?? []).filter(({ region }) => region !== report.region),
        alongside: ofRegion(report.region).filter(({ year, slug }) => year === report.year && slug !== report.slug),
      };
    },
    newest: (count) => [...reports].sort((a, b) => compare(day(b), day(a)) || compare(a.id, b.id)).slice(0, count),
  };
}
