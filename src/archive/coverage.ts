import type { ArchiveIndex } from './archive-index.ts';
import { isInForce, type Level, type Region } from './region.ts';
import { provinceOfCode, stateCode } from './region-code.ts';
import type { ReportId } from './report-id.ts';

/** What a person can enter about a report that the archive does not hold. */
export const recordedStates = ['known', 'not-found', 'withdrawn'] as const;
export type RecordedState = (typeof recordedStates)[number];

/**
 * What the archive knows of one unit's report of one year: `held`; `known` to exist and not held; `not-found` where
 * and when it was looked for; `withdrawn`; `unsought`: nobody has looked; `no-unit`: there was no such unit.
 */
export const coverageStates = ['held', ...recordedStates, 'unsought', 'no-unit'] as const;
export type CoverageState = (typeof coverageStates)[number];

/** One entry of `coverage.csv`. `where` is an address or words, `when` a day: never one without the other. */
export interface CoverageRecord {
  readonly region: string;
  readonly year: number;
  readonly state: RecordedState;
  readonly where: string;
  readonly when: string;
  readonly note: string;
}

/** How many units stand in each state; `no-unit` is never counted. */
export type CoverageCounts = Readonly<Record<CoverageState, number>>;

/** The archive's coverage: reports of governments (their own or joint ones) from province to county, by unit and year. */
export interface Coverage {
  /** From the last year of which anything is held or recorded back to the first, without gaps. */
  readonly years: readonly number[];
  /** Null where the report is held. */
  readonly state: (region: string, year: number) => CoverageState;
  readonly held: (region: string, year: number) => ReportId | null;
  readonly records: (region: string) => readonly CoverageRecord[];
  /** A unit and all units below it, in force in the year. */
  readonly counts: (region: string, year: number) => CoverageCounts;
  /** Reports held that are outside this count: departments, party committees alone, townships, development zones. */
  readonly others: number;
}

/** Levels whose governments must publish a report of their own by national rule. */
const countedLevels: ReadonlySet<Level> = new Set(['province', 'prefecture', 'county']);

const outsideScope: readonly string[] = ['710000', '810000', '820000'];

/** Whether this kind of report is made in a region at all: not in 台湾, 香港, 澳门. */
export function isInScope(code: string): boolean {
  return !outsideScope.includes(provinceOfCode(code));
}

/**
 * Whether a unit has a page of coverage, as long as it is in force today or in a year that is covered: provinces, and
 * the prefectures directly below them. All others stand on the page of the nearest such unit above them.
 */
export function hasCoveragePage({ code, level, parent }: Region): boolean {
  const isBelowProvince = parent !== null && parent === provinceOfCode(code);
  return isInScope(code) && (level === 'province' || (level === 'prefecture' && isBelowProvince));
}

/** Which record speaks where several were entered for a unit and year; within one state the latest day. */
const weight: Readonly<Record<RecordedState, number>> = { withdrawn: 2, known: 1, 'not-found': 0 };

const noCounts = (): Record<CoverageState, number> => ({
  held: 0,
  known: 0,
  'not-found': 0,
  withdrawn: 0,
  unsought: 0,
  'no-unit': 0,
});

function yearsBetween(all: readonly number[]): number[] {
  if (all.length === 0) return [];
  const first = all.reduce((least, year) => Math.min(least, year));
  const last = all.reduce((most, year) => Math.max(most, year));
  return Array.from({ length: last - first + 1 }, (_, at) => last - at);
}

/** Puts what is held and what was recorded together; linear in units times years. */
export function coverage({ reports, tree }: ArchiveIndex, recorded: readonly CoverageRecord[]): Coverage {
  const isCounted = (code: string, year: number): boolean => {
    const unit = tree.region(code, year);
    return unit !== undefined && countedLevels.has(unit.level) && isInScope(code);
  };
  const own = reports.filter(({ region, year, slug }) => slug === null && isCounted(region, year));
  const heldIds = new Map(own.map(({ region, year, id }) => [`${region}/${year}`, id]));
  const spoken = new Map<string, CoverageRecord>();
  for (const record of recorded) {
    const key = `${record.region}/${record.year}`;
    const before = spoken.get(key);
    const isStronger =
      !before ||
      weight[record.state] > weight[before.state] ||
      (record.state === before.state && record.when > before.when);
    if (isStronger) spoken.set(key, record);
  }
  const byRegion = Map.groupBy(recorded, ({ region }) => region);
  const years = yearsBetween([...own, ...recorded].map(({ year }) => year));

  const state = (region: string, year: number): CoverageState => {
    const key = `${region}/${year}`;
    if (heldIds.has(key)) return 'held';
    if (!isCounted(region, year)) return 'no-unit';
    return spoken.get(key)?.state ?? 'unsought';
  };

  const totals = new Map<string, Record<CoverageState, number>>();
  for (const unit of tree.all) {
    for (const year of years) {
      if (!isInForce(unit, year) || !isCounted(unit.code, year)) continue;
      const own = state(unit.code, year);
      for (const { code } of [{ code: stateCode }, ...tree.path(unit.code, year)]) {
        const counts = totals.get(`${code}/${year}`) ?? noCounts();
        counts[own]++;
        totals.set(`${code}/${year}`, counts);
      }
    }
  }
  return {
    years,
    state,
    held: (region, year) => heldIds.get(`${region}/${year}`) ?? null,
    records: (region) => byRegion.get(region) ?? [],
    counts: (region, year) => totals.get(`${region}/${year}`) ?? noCounts(),
    others: reports.length - own.length,
  };
}

/** Units counted: those in any state but `no-unit`. */
export function countedUnits(counts: CoverageCounts): number {
  return coverageStates.reduce((sum, state) => (state === 'no-unit' ? sum : sum + counts[state]), 0);
}
