import type { IssuerKind } from '../archive/issuer.ts';
import type { Region } from '../archive/region.ts';
import type { RegionTree } from '../archive/region-tree.ts';
import { type ReportId, reportId } from '../archive/report-id.ts';
import { type Department, departments } from './department.ts';
import { random, shuffled } from './random.ts';

/** Which report is to be written: whose, on which year. */
export interface PlannedReport {
  readonly id: ReportId;
  readonly region: Region;
  readonly year: number;
  readonly kind: IssuerKind;
  readonly department: Department | null;
}

/** The years that an invented archive reports on. */
export const years = { first: 2016, last: 2024 } as const;

const withoutDuty = /^(?:00|71|81|82)/;

/** Chance bound to one report, whatever else the archive holds. */
const chanceOf = (seed: string, use: string, { code, since }: Region, year: number) =>
  random(`${seed} ${use} ${code} ${since} ${year}`);

function planned(
  region: Region,
  year: number,
  kind: IssuerKind,
  slug: string | null,
  department: Department | null,
): PlannedReport {
  return { id: reportId({ region: region.code, year, slug }), region, year, kind, department };
}

function governmentKind(region: Region, roll: number): IssuerKind {
  if (region.level === 'township') return 'township';
  return roll < 0.45 ? 'party-and-government' : 'government';
}

/** A department that reports in a year before its turn comes, or null. */
function earlyDepartment(seed: string, region: Region, year: number): Department | null {
  const chance = chanceOf(seed, 'department', region, year);
  if (region.level === 'township' || !chance.chance(0.06)) return null;
  const department = chance.pick(departments);
  return department.until === null || year <= department.until ? department : null;
}

function* reportsOf(seed: string, region: Region): Generator<PlannedReport> {
  for (let year: number = years.first; year <= years.last; year++) {
    if ((region.since ?? 0) > year || (region.until ?? year) < year) continue;
    const chance = chanceOf(seed, 'government', region, year);
    // Gaps, as every collection has them.
    if (chance.chance(0.08)) continue;
    yield planned(region, year, governmentKind(region, chance.next()), null, null);
    if (region.level !== 'township' && chance.chance(0.03)) yield planned(region, year, 'party', 'party', null);
    const early = earlyDepartment(seed, region, year);
    if (early) yield planned(region, year, 'department', early.slug, early);
  }
}

/**
 * The reports of an invented archive in the order in which they are taken: region by region in an order of chance, all
 * its years; when all regions are through, department by department. A longer archive begins with the shorter one.
 */
export function* reportPlan(tree: RegionTree, seed: string): Generator<PlannedReport> {
  const units = tree.all.filter(({ code, since, until }) => {
    const isInPeriod = (since ?? 0) <= years.last && (until ?? years.last) >= years.first;
    return isInPeriod && !withoutDuty.test(code);
  });
  const regions = shuffled(units, random(`${seed} regions`));
  for (const region of regions) yield* reportsOf(seed, region);
  for (const department of departments)
    for (const region of regions)
      for (let year: number = years.first; year <= (department.until ?? years.last); year++) {
        const isInForce = (region.since ?? 0) <= year && year <= (region.until ?? year);
        if (!isInForce || region.level === 'township') continue;
        if (
          earlyDepartment(seed, region, year) === department &&
          !chanceOf(seed, 'government', region, year).chance(0.08)
        )
          continue;
        yield planned(region, year, 'department', department.slug, department);
      }
}
