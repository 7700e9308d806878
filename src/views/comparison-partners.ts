import { departmentKey } from '../archive/issuer-department.ts';
import { parentOfCode, stateCode } from '../archive/region-code.ts';
import { parsedReportId, type ReportId, reportId } from '../archive/report-id.ts';
import type { BoxData } from './box-finding.ts';

/** A report that another may be set beside. */
export interface Partner {
  readonly id: ReportId;
  /** The place, and for a department's report the department with it: 长治市, 长治市司法局. */
  readonly place: string;
  readonly year: number;
}

/** What a report is mostly compared with, by what the partner is to it; every list may be empty. */
export interface ComparisonPartners {
  /** The same issuer's other years, newest first. */
  readonly years: readonly Partner[];
  /** The unit above, in the year nearest to the report's. */
  readonly above: readonly Partner[];
  /** Other units below that one, in the report's year. */
  readonly beside: readonly Partner[];
  /** The same department anywhere else, in the report's year. */
  readonly elsewhere: readonly Partner[];
}

/** No list is longer than a person reads. */
const most = 12;

/** Reports to set beside the one of an id; all lists are empty where the text is no id. */
export function comparisonPartners({ regions, held, departments }: BoxData, id: ReportId): ComparisonPartners {
  const own = parsedReportId(id);
  if (!own) return { years: [], above: [], beside: [], elsewhere: [] };
  const names = Map.groupBy(
    regions.map(({ region }) => region),
    ({ code }) => code,
  );
  const key = own.slug === null ? null : departmentKey(own.slug);
  const body =
    key === null ? '' : (departments.find(([known]) => known === key)?.[1] ?? (key === 'party' ? '党委' : ''));
  const partner = (region: string, year: number, slug: string | null): Partner => {
    const bearers = names.get(region) ?? [];
    const name = (bearers.find(({ until }) => until === null || year <= until) ?? bearers.at(-1))?.name ?? '';
    return { id: reportId({ region, year, slug }), place: name + body, year };
  };
  /** All reports of a place by the same kind of issuer. */
  const ofPlace = (region: string): Partner[] => {
    const here = held.get(region);
    if (!here) return [];
    if (key === null) return here.years.map((year) => partner(region, year, null));
    return [...here.bySlug].flatMap(([slug, years]) =>
      departmentKey(slug) === key ? years.map((year) => partner(region, year, slug)) : [],
    );
  };
  const sameYear = (regionCodes: readonly string[]): Partner[] =>
    regionCodes.flatMap((code) => ofPlace(code).filter(({ year }) => year === own.year));
  const parent = (code: string): string | null => parentOfCode(code, (other) => names.has(other));
  const upper = own.region === stateCode ? null : parent(own.region);
  const others = [...held.keys()].filter((code) => code !== own.region && code !== stateCode);
  const distance = ({ year }: Partner): number => Math.abs(year - own.year) - (year > own.year ? 0.5 : 0);
  const beside = own.region === stateCode ? [] : sameYear(others.filter((code) => parent(code) === upper));
  const near = new Set([own.region, upper, ...beside.map(({ id: other }) => other.slice(0, other.indexOf('/')))]);
  return {
    years: ofPlace(own.region)
      .filter(({ year }) => year !== own.year)
      .sort((a, b) => b.year - a.year)
      .slice(0, most),
    above: ofPlace(upper ?? '')
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, 1),
    beside: beside.slice(0, most),
    elsewhere: key === null ? [] : sameYear(others.filter((code) => !near.has(code))).slice(0, most),
  };
}
