import { compareText } from '../text/order.ts';
import type { Region } from './region.ts';
import { provinceOfCode, stateCode } from './region-code.ts';
import type { RegionTree } from './region-tree.ts';
import type { ReportId } from './report-id.ts';
import { reportLines } from './report-lines.ts';
import type { ReportSummary } from './report-summary.ts';

/** A report of the same line in another year. */
export interface LineLink {
  readonly id: ReportId;
  readonly title: string;
  readonly year: number;
  /** The region's name then, where it is another than the present report's: 长治县 before 上党区. Else null. */
  readonly otherName: string | null;
}

/** A report told by a name: of its place, or of who made it. */
export interface NameLink {
  readonly id: ReportId;
  readonly name: string;
}

/** A report's neighbours in time and place: as much as its page shows of them, and no more. */
export interface Neighbours {
  /** The nearest before; several where units were merged. */
  readonly previous: readonly LineLink[];
  readonly next: readonly LineLink[];
  /** Same issuer kind of body and year, other units under the same parent. */
  readonly siblings: readonly NameLink[];
  /** Other reports of the same region and year (a department beside the government). */
  readonly alongside: readonly NameLink[];
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
  /** Provinces that have reports of a year, by code; the State, where its departments have some, comes first. */
  readonly provincesOf: (year: number) => readonly Region[];
  readonly ofYearInProvince: (year: number, province: string) => readonly ReportSummary[];
  /** Years of which a province, or the State itself, has reports, newest first. */
  readonly yearsOfProvince: (province: string) => readonly number[];
  /** Reports of a region and of all units below it. */
  readonly countBelow: (code: string) => number;
  /** Those reports themselves, in the order of `reports`. */
  readonly reportsBelow: (code: string) => readonly ReportSummary[];
  /** Units that stood directly below and are gone, by code; of several names of one code the last. */
  readonly gone: (code: string) => readonly Region[];
  readonly neighbours: (report: ReportSummary) => Neighbours;
  /** Most recently published first; what has no date comes last. */
  readonly newest: (count: number) => readonly ReportSummary[];
}

/** Day or month of publication, else of signature; empty where neither is known. */
export const dayOf = (report: ReportSummary): string => report.published?.value ?? report.signed?.value ?? '';

/** The name of a report's region in its year. */
export const placeOf = ({ regionPath }: ReportSummary): string => regionPath.at(-1) ?? '国家';

const lineLink =
  (from: ReportSummary) =>
  (report: ReportSummary): LineLink => {
    const { id, title, year } = report;
    return { id, title, year, otherName: placeOf(report) === placeOf(from) ? null : placeOf(report) };
  };

/** Reports of a parent's children in a year, asked for by `parent/year/slug`. */
const siblingKey = (tree: RegionTree, report: ReportSummary): string =>
  `${tree.region(report.region, report.year)?.parent ?? ''}/${report.year}/${report.slug ?? ''}`;

/** Builds the index; linear in the number of reports but for one sort. */
export function archiveIndex(summaries: readonly ReportSummary[], tree: RegionTree): ArchiveIndex {
  const reports = [...summaries].sort(
    (a, b) => compareText(a.region, b.region) || a.year - b.year || compareText(a.slug ?? '', b.slug ?? ''),
  );
  const byId = new Map(reports.map((report) => [report.id, report]));
  const byRegion = Map.groupBy(reports, (report) => report.region);
  const byYear = Map.groupBy(reports, (report) => report.year);
  const byPlaceAndYear = Map.groupBy(reports, ({ region, year }) => `${region}/${year}`);
  const byYearAndProvince = Map.groupBy(reports, (report) => `${report.year}/${provinceOfCode(report.region)}`);
  const yearsByProvince = new Map<string, number[]>();
  for (const key of byYearAndProvince.keys()) {
    const year = Number(key.slice(0, 4));
    const province = key.slice(5);
    yearsByProvince.set(
      province,
      [...(yearsByProvince.get(province) ?? []), year].sort((a, b) => b - a),
    );
  }
  // A code that is borne again, by whatever unit, is not gone.
  const gone = Map.groupBy(
    tree.all.filter((unit) => unit.level !== 'national' && unit === tree.region(unit.code) && unit.until !== null),
    ({ parent }) => parent ?? stateCode,
  );
  const lineNeighbours = reportLines(reports, tree);
  const bySiblings = Map.groupBy(reports, (report) => siblingKey(tree, report));
  // The State is above all and counts its own alone.
  const below = new Map<string, ReportSummary[]>([[stateCode, byRegion.get(stateCode) ?? []]]);
  for (const report of reports)
    for (const { code } of tree.path(report.region, report.year)) {
      const list = below.get(code);
      if (list) list.push(report);
      else below.set(code, [report]);
    }
  const ofRegion = (code: string): readonly ReportSummary[] => byRegion.get(code) ?? [];
  return {
    reports,
    tree,
    years: [...byYear.keys()].sort((a, b) => b - a),
    report: (id) => byId.get(id),
    ofRegion,
    ofYear: (year) => byYear.get(year) ?? [],
    provincesOf: (year) =>
      [stateCode, ...tree.children(stateCode).map(({ code }) => code)].flatMap((code) =>
        byYearAndProvince.has(`${year}/${code}`) ? (tree.region(code) ?? []) : [],
      ),
    ofYearInProvince: (year, province) => byYearAndProvince.get(`${year}/${province}`) ?? [],
    yearsOfProvince: (province) => yearsByProvince.get(province) ?? [],
    countBelow: (code) => below.get(code)?.length ?? 0,
    reportsBelow: (code) => below.get(code) ?? [],
    gone: (code) => gone.get(code) ?? [],
    neighbours: (report) => {
      const { previous, next } = lineNeighbours(report);
      const siblings = bySiblings.get(siblingKey(tree, report)) ?? [];
      const alongside = byPlaceAndYear.get(`${report.region}/${report.year}`) ?? [];
      return {
        previous: previous.map(lineLink(report)),
        next: next.map(lineLink(report)),
        siblings: siblings
          .filter(({ region }) => region !== report.region)
          .map((other) => ({ id: other.id, name: placeOf(other) })),
        alongside: alongside
          .filter(({ slug }) => slug !== report.slug)
          .map(({ id, issuerNames }) => ({ id, name: issuerNames.join('、') })),
      };
    },
    newest: (count) =>
      [...reports].sort((a, b) => compareText(dayOf(b), dayOf(a)) || compareText(a.id, b.id)).slice(0, count),
  };
}
