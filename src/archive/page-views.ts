import type { ArchiveIndex, Neighbours } from './archive-index.ts';
import type { Region } from './region.ts';
import type { ReportSummary } from './report-summary.ts';

/**
 * All that a page shows beyond its own report's file, as plain data. Pages render nothing else, so a build may keep
 * a page for as long as its view stays the same.
 */
export interface ReportView {
  readonly summary: ReportSummary;
  readonly neighbours: Neighbours;
  readonly path: readonly Region[];
  /** Units directly below, in the report year. */
  readonly children: readonly Region[];
}

/** A name that links to a region, with the reports held there and below. */
export interface RegionCount {
  readonly code: string;
  readonly name: string;
  readonly count: number;
}

export interface RegionView {
  readonly region: Region;
  readonly path: readonly Region[];
  /** Newest year first. */
  readonly reports: readonly ReportSummary[];
  /** Where the region has none of its own: those of its children, up to a page full. */
  readonly below: readonly ReportSummary[];
  readonly children: readonly RegionCount[];
  readonly predecessors: readonly Region[];
  readonly successors: readonly Region[];
}

export interface YearView {
  readonly year: number;
  /** Null for the whole country. */
  readonly province: Region | null;
  readonly count: number;
  /** Empty where there are more than a person can read through; then they stand by province. */
  readonly reports: readonly ReportSummary[];
  readonly provinces: readonly RegionCount[];
  /** The nearest years of which there are reports: of the province, where the page is a province's. */
  readonly before: number | null;
  readonly after: number | null;
}

const pageFull = 50;
const readable = 200;

/** What a report's page shows around the report. */
export function reportView(index: ArchiveIndex, summary: ReportSummary): ReportView {
  return {
    summary,
    neighbours: index.neighbours(summary),
    path: index.tree.path(summary.region, summary.year),
    children: index.tree.children(summary.region, summary.year),
  };
}

/** What a region's page shows. */
export function regionView({ tree, ofRegion, countBelow }: ArchiveIndex, region: Region): RegionView {
  const reports = ofRegion(region.code).toReversed();
  // A unit that is gone shows what it last held.
  const children = tree.children(region.code, region.until ?? undefined);
  return {
    region,
    path: tree.path(region.code),
    reports,
    below: reports.length > 0 ? [] : children.flatMap(({ code }) => ofRegion(code)).slice(0, pageFull),
    children: children.map(({ code, name }) => ({ code, name, count: countBelow(code) })),
    predecessors: tree.predecessors(region.code),
    successors: region.successors.flatMap((code) => tree.region(code) ?? []),
  };
}

/** What a year's page shows, of the whole country or of one province. */
export function yearView(index: ArchiveIndex, year: number, province: Region | null): YearView {
  const reports = province ? index.ofYearInProvince(year, province.code) : index.ofYear(year);
  const years = province ? index.yearsOfProvince(province.code) : index.years;
  return {
    year,
    province,
    count: reports.length,
    reports: province || reports.length <= readable ? reports : [],
    provinces: province
      ? []
      : index.provincesOf(year).map(({ code, name }) => ({
          code,
          name,
          count: index.ofYearInProvince(year, code).length,
        })),
    before: years.find((other) => other < year) ?? null,
    after: years.findLast((other) => other > year) ?? null,
  };
}
