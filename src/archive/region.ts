/** The administrative level of a region. `national` is the State itself (code `000000`). */
export const levels = ['national', 'province', 'prefecture', 'county', 'township'] as const;
export type Level = (typeof levels)[number];

/**
 * A unit of the administrative division in one period of its life: one code, one name.
 *
 * `since` and `until` are calendar years: the first and the last year at whose end the unit was in force;
 * null where the register does not reach back, or where the unit still is. A unit that was renamed or
 * merged names its successors' codes (several when it was split).
 */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  /** Code of the unit above; null for a province and for the State. */
  readonly parent: string | null;
  readonly since: number | null;
  readonly until: number | null;
  readonly successors: readonly string[];
}

/** Whether the unit was in force in a year. */
export function isInForce(region: Region, year: number): boolean {
  return (region.since === null || region.since <= year) && (region.until === null || year <= region.until);
}

const start = (region: Region): number => region.since ?? Number.NEGATIVE_INFINITY;
const end = (region: Region): number => region.until ?? Number.POSITIVE_INFINITY;

/** Whether two periods share a year. */
export function periodsOverlap(a: Region, b: Region): boolean {
  return start(a) <= end(b) && start(b) <= end(a);
}
