import type { Wanted } from './journal.ts';
import { isSameSite, plainWords } from './links/link-judgement.ts';
import { mostPages } from './links/list-pages.ts';
import { namedYears } from './links/named-years.ts';

/** How much is asked for. */
export interface Limits {
  /** Addresses of one site in a run, at most. */
  readonly mostOfSite: number;
  /** The only year whose reports are asked for; null for all. */
  readonly year: number | null;
}

const hostOf = (address: string): string => new URL(address).host;

/** Whether an address is of those that only continue a list. */
const isPage = ({ why }: Wanted): boolean => why === 'next' || why === 'data';

/** Whether an address is by its own words of other years than the one that is looked for. */
function isOfOtherYear({ why, text }: Wanted, year: number | null): boolean {
  if (year === null || (why !== 'report' && why !== 'perhaps' && why !== 'attachment')) return false;
  const years = namedYears(plainWords(text));
  return years.length > 0 && !years.includes(year);
}

/**
 * What is still to be asked for, site by site, each address once. What stands on another site than its column is never
 * given out.
 */
export class AddressQueue {
  readonly #limits: Limits;
  /** By host, and by address: the order is that in which they were first wanted. */
  readonly #wanted = new Map<string, Map<string, Wanted>>();
  readonly #asked = new Set<string>();
  readonly #counts = new Map<string, number>();
  readonly #pages = new Map<string, number>();
  readonly #leftOver = new Map<string, Wanted>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Addresses that the limits of a run left over. */
  get leftOver(): Wanted[] {
    return [...this.#leftOver.values()];
  }

  /** Addresses that wait. */
  get length(): number {
    return [...this.#wanted.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Sites of which something waits, in the order in which they were first wanted. */
  get hosts(): string[] {
    return [...this.#wanted].flatMap(([host, { size }]) => (size > 0 ? [host] : []));
  }

  /** Adds what is not asked for yet. Whichever is said first holds; a report's own name outweighs a doubtful one. */
  want(wanted: readonly Wanted[]): void {
    for (const one of wanted) {
      const { address, column, why } = one;
      if (this.#asked.has(address) || this.#leftOver.has(address) || !isSameSite(address, column)) continue;
      if (isOfOtherYear(one, this.#limits.year)) continue;
      const host = hostOf(address);
      const queue = this.#wanted.get(host) ?? new Map<string, Wanted>();
      this.#wanted.set(host, queue);
      const there = queue.get(address);
      if (!there || (why === 'report' && there.why === 'perhaps')) queue.set(address, one);
    }
  }

  /** Counts an address as asked for. */
  noteAsked(one: Wanted): void {
    const host = hostOf(one.address);
    this.#asked.add(one.address);
    this.#wanted.get(host)?.delete(one.address);
    this.#counts.set(host, (this.#counts.get(host) ?? 0) + 1);
    if (isPage(one)) this.#pages.set(one.column, (this.#pages.get(one.column) ?? 0) + 1);
  }

  /** Takes out the next address of a site, counted as asked for; undefined where there is none within the limits. */
  next(host: string): Wanted | undefined {
    for (const [address, one] of this.#wanted.get(host) ?? []) {
      const isOver =
        (this.#counts.get(host) ?? 0) >= this.#limits.mostOfSite ||
        (isPage(one) && (this.#pages.get(one.column) ?? 0) >= mostPages);
      if (!isOver) {
        this.noteAsked(one);
        return one;
      }
      this.#wanted.get(host)?.delete(address);
      this.#leftOver.set(address, one);
    }
    return undefined;
  }
}
