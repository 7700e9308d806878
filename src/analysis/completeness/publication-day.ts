/** How the day of publication stands to the day that the rules name. */
export type DayState = 'before' | 'after' | 'unknown' | 'doubtful' | 'no-rule';

/** When a report was published, as far as it is known, beside the day that the rules name. */
export interface PublicationDay {
  /** `2025-04-27`, or `2025-04` where the day is lost; null where it is not known. */
  readonly day: string | null;
  readonly state: DayState;
  /** Days from the rule's day to the day of publication, below 0 before it; null where either is not known to the day. */
  readonly days: number | null;
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

const lastOfMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/**
 * The day of publication of a report on `year` beside the month and day (`04-01`) in the year that follows before which
 * the rules want it public; null where they name none. A month alone counts when all of it lies on one side. A day before
 * the year reported on had ended is doubtful: it is the page's, hardly the report's.
 */
export function publicationDay(day: string | null, year: number, before: string | null): PublicationDay {
  if (day === null) return { day, state: before === null ? 'no-rule' : 'unknown', days: null };
  const isWhole = day.length === 10;
  const [first, last] = isWhole ? [day, day] : [`${day}-01`, lastOfMonth(day)];
  if (last <= `${year}-12-31`) return { day, state: 'doubtful', days: null };
  if (before === null) return { day, state: 'no-rule', days: null };
  const limit = `${year + 1}-${before}`;
  const state = last < limit ? 'before' : first >= limit ? 'after' : 'unknown';
  return { day, state, days: isWhole ? dayNumber(day) - dayNumber(limit) : null };
}
