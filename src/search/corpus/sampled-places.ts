import { compareText } from '../../text/order.ts';
import { seededNumber } from './seeded-order.ts';

/** How often a phrase stands in a report. */
export interface CountedReport {
  readonly id: string;
  readonly occurrences: number;
}

interface Drawn {
  readonly id: string;
  readonly at: number;
  readonly number: number;
}

const byNumber = (a: Drawn, b: Drawn): number => a.number - b.number || compareText(a.id, b.id) || a.at - b.at;

/**
 * A random sample of at most `size` places: which places of each report, numbered from 0 in the order of its text, by
 * id. Each place's lot hangs on the seed, the report and its number alone, so who has the same seed has the same places.
 */
export function sampledPlaces(
  reports: readonly CountedReport[],
  size: number,
  seed: number,
): Map<string, ReadonlySet<number>> {
  let drawn: Drawn[] = [];
  // Of a million places never more than some are held at a time.
  const most = Math.max(4 * size, 4096);
  for (const { id, occurrences } of reports) {
    for (let at = 0; at < occurrences; at++) drawn.push({ id, at, number: seededNumber(seed, `${id} ${at}`) });
    if (drawn.length > most) drawn = drawn.sort(byNumber).slice(0, size);
  }
  const sample = new Map<string, Set<number>>();
  for (const { id, at } of drawn.sort(byNumber).slice(0, size)) sample.set(id, (sample.get(id) ?? new Set()).add(at));
  return sample;
}
