import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AddressQueue, type Limits } from './address-queue.ts';
import { capturesFolder, journalFile, warcFile } from './collected-files.ts';
import { Journal, type JournalEntry, journalReading, type Visit, type Wanted } from './journal.ts';
import { type Manners, PoliteHost, type Witness } from './polite-host.ts';
import { VisitJudging } from './visit-judging.ts';
import { WarcFile } from './warc-file.ts';

/** What is to be collected, where, and how. */
export interface CollectingOrder {
  /** The folder of what is collected. */
  readonly folder: string;
  readonly seeds: readonly Wanted[];
  /** Whether the seeds are pages of reports that are looked at again, and nothing else is followed. */
  readonly isRecheck: boolean;
  readonly manners: Manners;
  /** Sites asked at the same time, at most. */
  readonly sitesAtOnce: number;
  readonly limits: Limits;
  /** Called after each address. */
  readonly tell?: (visit: Visit, left: number) => void;
}

/** What a run came to. */
export interface CollectingResult {
  readonly run: string;
  /** What the run was begun for. */
  readonly seeds: readonly Wanted[];
  readonly isResumed: boolean;
  readonly isStopped: boolean;
  readonly visits: readonly Visit[];
  /** Addresses that the limits left over. */
  readonly leftOver: readonly Wanted[];
}

/** A collecting under way. `stop` lets the questions that were asked be answered. */
export interface Collecting {
  readonly result: Promise<CollectingResult>;
  readonly stop: () => void;
}

/** What a run was begun for, whatever the order. */
const purpose = (seeds: readonly Wanted[]): string =>
  JSON.stringify(seeds.map(({ address, why }) => [why, address]).sort());

type RunEntry = Extract<JournalEntry, { kind: 'run' }>;

/**
 * A run that was begun for the same and never ended; undefined where there is none. One that looks again at all sources
 * is the same whatever they are by now.
 */
function openRun(entries: readonly JournalEntry[], order: CollectingOrder): RunEntry | undefined {
  const { seeds, isRecheck, limits } = order;
  const ended = new Set(entries.flatMap((entry) => (entry.kind === 'done' ? [entry.run] : [])));
  return entries
    .flatMap((entry) => (entry.kind === 'run' && !ended.has(entry.run) ? [entry] : []))
    .findLast(
      (entry) =>
        entry.isRecheck === isRecheck &&
        (isRecheck || (entry.year === limits.year && purpose(entry.seeds) === purpose(seeds))),
    );
}

/** Milliseconds between requests that each site's robots.txt last asked for. */
function knownDelays(entries: readonly JournalEntry[]): Map<string, number> {
  return new Map(entries.flatMap((entry) => (entry.kind === 'rules' ? [[entry.host, entry.delay]] : [])));
}

/** Where a run writes what it does. */
interface Records {
  readonly journal: Journal;
  readonly warc: WarcFile;
}

/** One run: sites side by side, each asked one address after the other. */
class Run {
  readonly #order: CollectingOrder;
  readonly #run: string;
  readonly #records: Records;
  readonly #judging: VisitJudging;
  readonly #queue: AddressQueue;
  readonly #delays: ReadonlyMap<string, number>;
  /** Whether sites may have been asked a moment ago. */
  readonly #isSecond: boolean;
  readonly visits: Visit[] = [];
  isStopped = false;
  #writing: Promise<unknown> = Promise.resolve();

  constructor({ run, seeds }: RunEntry, order: CollectingOrder, records: Records, entries: readonly JournalEntry[]) {
    this.#order = order;
    this.#run = run;
    this.#records = records;
    this.#judging = new VisitJudging(run, order.folder, entries);
    this.#queue = new AddressQueue(order.limits);
    this.#delays = knownDelays(entries);
    this.#isSecond = entries.length > 0;
    const own = entries.flatMap((entry) => (entry.kind === 'visit' && entry.run === run ? [entry] : []));
    for (const visit of own) this.#queue.noteAsked(visit.asked);
    this.#queue.want(seeds);
    for (const visit of own) this.#note(visit);
  }

  get leftOver(): readonly Wanted[] {
    return this.#queue.leftOver;
  }

  /** A visit counts: what it found is wanted; where reports are only looked at again, no more than where they moved. */
  #note(visit: Visit): void {
    this.visits.push(visit);
    if (!this.#order.isRecheck || visit.outcome === 'moved') this.#queue.want(visit.found);
  }

  /** Writes one thing after the other, so that what stands in the journal stands in the WARC file before it. */
  async #written(work: () => Promise<void> | void): Promise<void> {
    const next = this.#writing.then(work);
    this.#writing = next.catch(() => undefined);
    await next;
  }

  #witness(host: string): Witness {
    const { journal, warc } = this.#records;
    return {
      answered: (address, at, answer) => this.#written(() => warc.addAnswer(address, at, answer)),
      rules: (delay, closed) =>
        this.#written(() => {
          journal.add({ kind: 'rules', run: this.#run, at: new Date().toISOString(), host, delay, closed });
        }),
    };
  }

  #politeHost(address: string): PoliteHost {
    const { origin, host } = new URL(address);
    const { manners } = this.#order;
    const rest = this.#isSecond ? Math.max(manners.pause, this.#delays.get(host) ?? 0) : 0;
    return new PoliteHost(origin, manners, this.#witness(host), rest);
  }

  async #visit(wanted: Wanted, host: PoliteHost): Promise<void> {
    const asked = await host.ask(wanted.address, this.#judging.conditions(wanted));
    await this.#written(async () => {
      const { journal, warc } = this.#records;
      if (asked.state === 'answered') await warc.addAnswer(wanted.address, asked.at, asked.answer);
      const visit = this.#judging.judged(wanted, asked, warc.bytes);
      journal.add(visit);
      this.#note(visit);
      this.#order.tell?.(visit, this.#queue.length);
    });
  }

  /** Asks one site for all that is wanted of it. */
  async #lane(host: string, hosts: Map<string, PoliteHost>): Promise<void> {
    while (!this.isStopped) {
      const wanted = this.#queue.next(host);
      if (wanted === undefined) return;
      const polite = hosts.get(host) ?? this.#politeHost(wanted.address);
      hosts.set(host, polite);
      await this.#visit(wanted, polite);
    }
  }

  /** Asks all sites, so many at once, until nothing is wanted any more. */
  async work(): Promise<void> {
    const hosts = new Map<string, PoliteHost>();
    const busy = new Map<string, Promise<void>>();
    for (;;) {
      for (const host of this.#queue.hosts) {
        if (busy.size >= this.#order.sitesAtOnce || this.isStopped) break;
        if (busy.has(host)) continue;
        const lane = this.#lane(host, hosts).finally(() => busy.delete(host));
        busy.set(host, lane);
      }
      if (busy.size === 0) return;
      await Promise.race(busy.values());
    }
  }
}

/** Takes away what a killed process left of captures that it was writing; their journal's lines never came. */
function clearUnfinished(folder: string): void {
  const captures = capturesFolder(folder);
  if (!existsSync(captures)) return;
  for (const name of readdirSync(captures))
    if (/^[0-9a-f]{64}\.\w+\.[0-9a-f]{8}\.tmp$/.test(name)) rmSync(join(captures, name));
}

const now = (): string => new Date().toISOString();

/**
 * Collects: goes on with a run for the same that was cut off, or begins one. Rejects where the journal cannot be read
 * (`ExpectedFailure`) or nothing can be written.
 */
export function collecting(order: CollectingOrder): Collecting {
  let isStopped = false;
  let current: Run | null = null;
  const work = async (): Promise<CollectingResult> => {
    const file = journalFile(order.folder);
    const { entries, bytes } = journalReading(file);
    const open = openRun(entries, order);
    const at = now();
    const { seeds, isRecheck, limits } = order;
    const begun: RunEntry = open ?? {
      kind: 'run',
      run: runName(at, entries),
      at,
      seeds: [...seeds],
      isRecheck,
      year: limits.year,
    };
    const { run } = begun;
    const whole = entries.flatMap((entry) => (entry.kind === 'visit' && entry.run === run ? [entry.warc] : []));
    clearUnfinished(order.folder);
    const journal = new Journal(file, bytes);
    const warc = await WarcFile.opened(warcFile(order.folder, run), Math.max(0, ...whole), {
      software: 'fazhi-archive collect',
      format: 'WARC File Format 1.1',
      robots: 'classic',
      'http-header-user-agent': order.manners.userAgent,
    });
    try {
      if (!open) journal.add(begun);
      current = new Run(begun, order, { journal, warc }, entries);
      current.isStopped = isStopped;
      await current.work();
      if (!current.isStopped) journal.add({ kind: 'done', run, at: now() });
      const { visits, leftOver } = current;
      return { run, seeds: begun.seeds, isResumed: open !== undefined, isStopped: current.isStopped, visits, leftOver };
    } finally {
      journal.close();
      warc.close();
    }
  };
  return {
    result: work(),
    stop: () => {
      isStopped = true;
      if (current) current.isStopped = true;
    },
  };
}

/** A run's name: when it was begun, to the second; with what tells it from another of that second. */
function runName(at: string, entries: readonly JournalEntry[]): string {
  const name = at.replace(/[-:]/g, '').replace(/\.\d+/, '');
  const names = new Set(entries.map((entry) => entry.run));
  const others = Array.from({ length: names.size + 1 }, (_, number) => (number === 0 ? name : `${name}-${number + 1}`));
  return others.find((one) => !names.has(one)) ?? name;
}
