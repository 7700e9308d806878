import type { PhraseLine } from '../exact/engine.ts';

/** What a reader did with a line. */
export type Handled = 'marked' | 'dropped';

/** Under this name it is kept on the device, as JSON by query, and nowhere else. */
const kept = 'handledLines';
/** Queries whose lines are kept. */
const most = 20;

type ByQuery = Map<string, Map<string, Handled>>;

const isHandled = (value: unknown): value is Handled => value === 'marked' || value === 'dropped';
const entries = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

function keptLines(): ByQuery {
  let all: unknown = null;
  try {
    all = JSON.parse(localStorage.getItem(kept) ?? '{}');
  } catch {
    // What cannot be read is none.
  }
  return new Map(
    entries(all).map(([query, lines]) => [
      query,
      new Map(entries(lines).flatMap(([line, value]) => (isHandled(value) ? [[line, value] as const] : []))),
    ]),
  );
}

/** The lines of one query that a reader has marked or dropped, kept on the device where the browser allows it. */
export class HandledLines {
  readonly #query: string;
  #lines: ReadonlyMap<string, Handled>;

  constructor(query: string) {
    this.#query = query;
    this.#lines = keptLines().get(query) ?? new Map();
  }

  static #key(id: string, { anchor, nth }: Pick<PhraseLine, 'anchor' | 'nth'>): string {
    return `${id} ${anchor ?? 'title'} ${nth}`;
  }

  /** What was done with a line of a report; null where nothing was. */
  of(id: string, line: Pick<PhraseLine, 'anchor' | 'nth'>): Handled | null {
    return this.#lines.get(HandledLines.#key(id, line)) ?? null;
  }

  count(handled: Handled): number {
    return [...this.#lines.values()].filter((one) => one === handled).length;
  }

  /** Notes what is done with a line, or, with null, that nothing is. */
  set(id: string, line: Pick<PhraseLine, 'anchor' | 'nth'>, handled: Handled | null): void {
    const lines = new Map(this.#lines);
    const key = HandledLines.#key(id, line);
    lines.delete(key);
    if (handled !== null) lines.set(key, handled);
    this.#keep(lines);
  }

  /** Forgets what was done with the lines of this query. */
  erase(): void {
    this.#keep(new Map());
  }

  #keep(lines: ReadonlyMap<string, Handled>): void {
    this.#lines = lines;
    const all = keptLines();
    all.delete(this.#query);
    if (lines.size > 0) all.set(this.#query, new Map(lines));
    const latest = [...all].slice(-most).map(([query, own]) => [query, Object.fromEntries(own)]);
    try {
      localStorage.setItem(kept, JSON.stringify(Object.fromEntries(latest)));
    } catch {
      // It holds until the page is left.
    }
  }
}
