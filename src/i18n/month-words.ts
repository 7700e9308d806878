import { type Saying, saying } from './saying.ts';
import type { months } from './zh-hans/months.ts';

const keys = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const satisfies readonly (keyof typeof months)[];

/** A month of a year by its number, `2024-01`, as it is said in a sentence: `2024年1月`, `January 2024`. */
export function monthSaying(month: string): Saying {
  const key = keys[Number(month.slice(5)) - 1];
  if (key === undefined) throw new Error(`${month} is no month.`);
  return saying('month', { year: month.slice(0, 4), month: saying(key) });
}
