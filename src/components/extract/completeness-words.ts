import type { CompletenessItem } from '../../analysis/completeness/completeness.ts';
import type { PublicationDay } from '../../analysis/completeness/publication-day.ts';
import type { RuleSet } from '../../archive/lexicons/rule-set-schema.ts';
import { type PlainKey, type Saying, saying } from '../../i18n/saying.ts';

/** How readers are told where an item stands. */
export const itemStateKey = ({ state, isOptional }: Pick<CompletenessItem, 'state' | 'isOptional'>): PlainKey => {
  if (state === 'not-found') return isOptional ? 'itemNone' : 'itemNotFound';
  return state === 'own' ? 'itemOwn' : state === 'inside' ? 'itemInside' : 'unknown';
};

/** How readers are told when a report on `year` was published, beside the month and day that the rules name. */
export function publicationSaying(
  { day, state, days }: PublicationDay,
  year: number,
  before: RuleSet['publishBefore'],
): Saying {
  if (day === null) return saying('publicationUnknown');
  if (state === 'doubtful') return saying('publishedDoubtful', { day });
  if (state === 'no-rule' || before === undefined) return saying('publishedNoRule', { day });
  const due = `${year + 1}-${before}`;
  if (state === 'unknown') return saying('publishedMonth', { day, due });
  if (state === 'before') return saying('publishedBefore', { day, due });
  if (days === null) return saying('publishedMonthAfter', { day, due });
  return days === 0 ? saying('publicationOnDay', { day }) : saying('publishedAfter', { day, due, count: days });
}
