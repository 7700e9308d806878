import type { IssuerKind } from '../archive/issuer.ts';
import type { Level } from '../archive/region.ts';
import { provinceOfCode, stateCode } from '../archive/region-code.ts';
import type { Role } from '../archive/section.ts';

/** A year, or a first and a last year. */
export type YearRange = readonly [first: number, last: number];

/** What a search is confined to; either-or within one, and-ed between them; null or empty does not confine. */
export interface Filters {
  readonly years: readonly YearRange[];
  /** Codes of regions; what lies below them counts. */
  readonly regions: readonly string[];
  readonly levels: readonly Level[];
  readonly issuerKinds: readonly IssuerKind[];
  /** Only text of sections with one of these roles. */
  readonly roles: readonly Role[];
}

export const noFilters: Filters = { years: [], regions: [], levels: [], issuerKinds: [], roles: [] };

/** Reads `2023` or `2019-2024`; null for anything else, also where the last year is before the first. */
export function yearRange(text: string): YearRange | null {
  const found = /^(\d{4})(?:-(\d{4}))?$/.exec(text);
  if (!found) return null;
  const first = Number(found[1]);
  const last = Number(found[2] ?? first);
  return first <= last ? [first, last] : null;
}

/**
 * Whether a region is `above` or lies below it, by the digits of their codes: `140404` in `140400` and `140000`,
 * `370304x01` in `370304`; all in `000000`, the State.
 */
export function isRegionWithin(region: string, above: string): boolean {
  if (above === stateCode || region === above) return true;
  if (above.length !== 6) return false;
  return region.startsWith(above.replace(/(?:00)+$/, ''));
}

/** What the filters look at in a report. */
export interface FilteredReport {
  readonly region: string;
  readonly year: number;
  readonly level: Level;
  readonly issuerKind: IssuerKind;
}

const isInYears = (year: number, years: readonly YearRange[]): boolean =>
  years.some(([first, last]) => first <= year && year <= last);

/** The filters that rest on a report's facts: all but that by role, which is about its sections. */
export type FactFilter = Exclude<keyof Filters, 'roles'>;

/** The filters that a report does not pass; that by role, which is about its sections, is not among them. */
export function failedFilters(report: FilteredReport, { years, regions, levels, issuerKinds }: Filters): FactFilter[] {
  const failed: FactFilter[] = [];
  if (years.length > 0 && !isInYears(report.year, years)) failed.push('years');
  if (regions.length > 0 && !regions.some((above) => isRegionWithin(report.region, above))) failed.push('regions');
  if (levels.length > 0 && !levels.includes(report.level)) failed.push('levels');
  if (issuerKinds.length > 0 && !issuerKinds.includes(report.issuerKind)) failed.push('issuerKinds');
  return failed;
}

/** Whether a report passes all filters but that by role. */
export function passes(report: FilteredReport, filters: Filters): boolean {
  return failedFilters(report, filters).length === 0;
}

/** The filters as an index takes them that knows single years and provinces only; what does not confine is left out. */
export interface ValueFilters {
  readonly year?: readonly number[];
  readonly province?: readonly string[];
  readonly level?: readonly Level[];
  readonly issuer?: readonly IssuerKind[];
}

/**
 * The filters as values of single fields. Of `knownYears` those that pass; a region smaller than a province stands for
 * its province, so that more may pass than through `passes`. The State's code stands for the whole country, as there.
 */
export function valueFilters(filters: Filters, knownYears: readonly number[]): ValueFilters {
  const { years, regions, levels, issuerKinds } = filters;
  return {
    ...(years.length > 0 && { year: knownYears.filter((year) => isInYears(year, years)) }),
    ...(regions.length > 0 && !regions.includes(stateCode) && { province: regions.map(provinceOfCode) }),
    ...(levels.length > 0 && { level: levels }),
    ...(issuerKinds.length > 0 && { issuer: issuerKinds }),
  };
}
