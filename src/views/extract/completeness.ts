import type { Completeness, CompletenessItem } from '../../analysis/completeness/completeness.ts';
import type { ArchiveIndex } from '../../archive/archive-index.ts';
import { departmentName } from '../../archive/issuer-department.ts';
import type { RuleSet } from '../../archive/lexicons/rule-set-schema.ts';
import type { Region } from '../../archive/region.ts';
import type { ReportId } from '../../archive/report-id.ts';
import type { ReportSummary } from '../../archive/report-summary.ts';
import { issuerKindKeys } from '../../i18n/report-words.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { type PlacePart, placeParts } from '../place-parts.ts';

/** What was made out of a report; null where the program failed. */
export type CompletenessOf = (id: ReportId) => Completeness | null;

/** A report in a list of what the rules ask. */
export interface CompletenessRow {
  readonly id: ReportId;
  /** Names below the place of the page; the place's own where there are none. */
  readonly place: string;
  /** Who made it: the kind, or the department's name. */
  readonly issuer: Saying | string;
  readonly found: Completeness | null;
}

/** What the rules ask of a year's reports in a place, and where it stands in each. */
export interface CompletenessView extends Omit<PlacePart, 'reports'> {
  readonly year: number;
  readonly rows: readonly CompletenessRow[];
  /** The rule sets of these reports. */
  readonly ruleSets: readonly RuleSet[];
  /** Names the texts that the page rests on. */
  readonly texts: string;
}

/** How many reports of a year and place were looked at. */
export interface YearsByProvince {
  /** Newest first. */
  readonly years: readonly number[];
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    /** Reports by year; 0 where none is held, and there is no page. */
    readonly cells: readonly number[];
  }[];
}

/** So many reports are read through on one page. */
const most = 110;

/** Who made a report, as lists of one place name it. */
export const issuerOf = (report: ReportSummary): Saying | string =>
  report.issuerKind === 'department' ? departmentName(report) : saying(issuerKindKeys[report.issuerKind]);

/** A report's place below that of a page, whose own name it is where there is none below. */
export const placeBelow = ({ regionPath }: ReportSummary, path: PlacePart['path']): string =>
  regionPath.slice(path.length).join(' ') || (path.at(-1)?.name ?? regionPath.join(' '));

/** Reports held by province and year, for the pages that lead to lists of them. */
export function yearsByProvince({ years, provincesOf, ofYearInProvince, tree }: ArchiveIndex): YearsByProvince {
  const codes = new Set(years.flatMap((year) => provincesOf(year).map(({ code }) => code)));
  return {
    years,
    rows: [...codes].sort().map((code) => ({
      ...{ code, name: tree.region(code)?.name ?? code },
      cells: years.map((year) => ofYearInProvince(year, code).length),
    })),
  };
}

/** The pages of a year in a province; `texts` makes a name of the reports that a page rests on. */
export function completenessViews(
  index: ArchiveIndex,
  year: number,
  province: Region,
  {
    completenessOf,
    ruleSets,
    texts,
  }: {
    readonly completenessOf: CompletenessOf;
    readonly ruleSets: readonly RuleSet[];
    readonly texts: (reports: readonly ReportSummary[]) => string;
  },
): CompletenessView[] {
  const parts = placeParts(index, province, index.ofYearInProvince(year, province.code), { weight: () => 1, most });
  return parts.map(({ reports, ...part }) => {
    const rows = reports.map((report) => ({
      ...{ id: report.id, place: placeBelow(report, part.path), issuer: issuerOf(report) },
      found: completenessOf(report.id),
    }));
    const used = new Set(rows.map(({ found }) => found?.ruleSet));
    return { ...part, year, rows, ruleSets: ruleSets.filter(({ id }) => used.has(id)), texts: texts(reports) };
  });
}

/** Columns of a year's table as a file. */
export const completenessColumns = [
  ...['report', 'region', 'place', 'year', 'issuer_kind', 'rule_set'],
  ...['achievements', 'shortcomings', 'first-responsible', 'plan', 'other'],
  ...['published', 'published_state', 'published_days', 'texts'],
] as const;

/** A year's reports as rows of a file, a cell for each of `completenessColumns`; empty where nothing is known. */
export interface CompletenessTable {
  readonly year: number;
  readonly rows: readonly (readonly (string | number)[])[];
}

function completenessRow(report: ReportSummary, found: Completeness | null): (string | number)[] {
  const state = (role: CompletenessItem['role']): string =>
    found?.items.find((item) => item.role === role)?.state ?? '';
  const { id, region, regionPath, year, issuerKind, digest } = report;
  return [
    ...[id, region, regionPath.join(' '), year, issuerKind, found?.ruleSet ?? ''],
    ...[state('achievements'), state('shortcomings'), state('first-responsible'), state('plan'), state('other')],
    ...[found?.published.day ?? '', found?.published.state ?? '', found?.published.days ?? '', digest],
  ];
}

/** The tables of all years, by year. */
export function completenessTables(
  { years, ofYear }: ArchiveIndex,
  completenessOf: CompletenessOf,
): CompletenessTable[] {
  return years.map((year) => ({
    year,
    rows: ofYear(year).map((report) => completenessRow(report, completenessOf(report.id))),
  }));
}
