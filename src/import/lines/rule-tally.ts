import { compareText } from '../../text/order.ts';

/** Counts how often each named rule changed something, in the order in which rules first applied. */
export class RuleTally {
  readonly #counts = new Map<string, number>();

  /** Adds to a rule's count; nothing is noted for a count of 0. */
  add(rule: string, count = 1): void {
    if (count > 0) this.#counts.set(rule, (this.#counts.get(rule) ?? 0) + count);
  }

  /** Adds all counts of another tally. */
  addAll(other: RuleTally): void {
    for (const { rule, count } of other.list()) this.add(rule, count);
  }

  /** The counts by rule name, sorted, so that two runs give the same file. */
  list(): { rule: string; count: number }[] {
    return [...this.#counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => compareText(a.rule, b.rule));
  }
}
