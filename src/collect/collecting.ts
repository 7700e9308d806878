import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../host/whole-file.ts';
import { UnreadableInput } from '../import/lines/reading.ts';
import { headerOf } from './answer.ts';
import { Journal, type JournalEntry, journalReading, type Visit, type Wanted, type Why } from './journal.ts';
import { canonicalAddress } from './links/canonical-address.ts';
import { isOnwardByName, isReportName, isSameSite, linkOfList, linkOfReport } from './links/link-judgement.ts';
import { isPageOfList } from './links/list-likeness.ts';
import { dataAddresses, listedItems, mostPages, nextByNumber, scriptedPages } from './links/list-pages.ts';
import { asksForLogin, saysGone } from './links/page-state.ts';
import { type PageReading, pageReading } from './page-reading.ts';
import { type Asked, type Manners, PoliteHost } from './polite-host.ts';
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
  /** Addresses asked of one site in this run, at most. */
  readonly mostOfSite: number;
  /** Called after each address. */
  readonly tell?: (visit: Visit, left: number) => void;
}

/** What a run came to. */
export interface CollectingResult {
  readonly run: string;
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

export const journalFile = (folder: string): string => join(folder, 'journal.jsonl');
export const capturesFolder = (folder: string): string => join(folder, 'captures');

const endings: readonly (readonly [RegExp, string])[] = [
  [/^application\/pdf/i, 'pdf'],
  [/wordprocessingml/i, 'docx'],
  [/^application\/msword/i, 'doc'],
  [/json/i, 'json'],
  [/html|xml/i, 'html'],
  [/^text\/plain/i, 'txt'],
];

/** The kind of a body by its first bytes, else by what the site says; null for what is not kept. */
function kindOf(body: Uint8Array, type: string | null): string | null {
  const head = Buffer.from(body.subarray(0, 1024)).toString('latin1');
  if (head.startsWith('%PDF')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return Buffer.from(body).includes('word/document.xml') ? 'docx' : null;
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'doc';
  if (/^\s*(?:<!doctype|<html|<head|<\?xml|<datastore|<meta|<div|<script|<body)/i.test(head)) return 'html';
  if (/^\s*[[{]/.test(head) || /^\s*[\w.$]+\(\s*[[{]/.test(head)) return 'json';
  const said = endings.find(([pattern]) => pattern.test(type ?? ''))?.[1] ?? null;
  return said === 'pdf' || said === 'docx' || said === 'doc' ? null : said;
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const charsetOf = (type: string | null): string | null => /charset\s*=\s*["']?([\w-]+)/i.exec(type ?? '')?.[1] ?? null;

/** Whether what stands at an address is looked at for the sake of its links. */
const isList = (why: Why): boolean => why === 'column' || why === 'next' || why === 'data' || why === 'frame';

/** Letters below which a page holds no report of its own. */
const fewLetters = 600;

/** What is known of an address from earlier runs. */
type Known = ReadonlyMap<string, Visit>;

/** The last answer with a body to each address. */
function knownVisits(entries: readonly JournalEntry[]): Map<string, Visit> {
  const known = new Map<string, Visit>();
  for (const entry of entries)
    if (entry.kind === 'visit' && entry.sha256 !== null) known.set(entry.asked.address, entry);
  return known;
}

const seedKey = (seeds: readonly Wanted[]): string =>
  JSON.stringify(seeds.map(({ address, why }) => [why, address]).sort());

/** A run that was begun for the same and never ended; undefined where there is none. */
function openRun(entries: readonly JournalEntry[], order: CollectingOrder): string | undefined {
  const ended = new Set(entries.flatMap((entry) => (entry.kind === 'done' ? [entry.run] : [])));
  return entries.findLast(
    (entry) =>
      entry.kind === 'run' &&
      !ended.has(entry.run) &&
      entry.isRecheck === order.isRecheck &&
      seedKey(entry.seeds) === seedKey(order.seeds),
  )?.run;
}

/** Links of a list that lead on, and whether any link of it is new to its column. */
function ofList(page: PageReading, asked: Wanted, seen: Set<string>): Wanted[] {
  const { address, column, depth } = asked;
  const base = { column, from: address } as const;
  const found: Wanted[] = [];
  let isNew = false;
  const onward: Wanted[] = [];
  for (const link of page.links) {
    const kind = linkOfList(link, asked.why === 'frame' ? (asked.from ?? address) : address, depth);
    if (!seen.has(link.address)) {
      seen.add(link.address);
      if (kind !== 'next') isNew = true;
    }
    if (kind === null || kind === 'text') continue;
    const one = { ...base, address: link.address, text: link.text.slice(0, 200), why: kind };
    if (kind === 'next') {
      const isBeside = [address, page.base].some((one) => new URL('.', one).href === new URL('.', link.address).href);
      if (isPageOfList(link.address, address) || (isBeside && isOnwardByName(link.text)))
        onward.push({ ...one, depth });
    } else found.push({ ...one, depth: kind === 'column' ? depth + 1 : depth });
  }
  const other = (written: string, why: Why): Wanted[] => {
    const to = canonicalAddress(written, page.base);
    return to === null || !isSameSite(to, address) ? [] : [{ ...base, address: to, why, text: '', depth }];
  };
  const frames = page.frames.flatMap((frame) => other(frame, 'frame'));
  const pages = scriptedPages(page.html).flatMap((written) => other(written, 'next'));
  const data =
    asked.why === 'column' || asked.why === 'frame'
      ? dataAddresses(page.html).flatMap((written) => other(written, 'data'))
      : [];
  const number = asked.why === 'data' ? nextByNumber(address) : null;
  const following: Wanted[] = number === null ? [] : [{ ...asked, address: number }];
  return [...found, ...frames, ...data, ...(isNew ? [...onward, ...pages, ...following] : [])];
}

/** Links on a page that was asked for as a report's. */
function ofReport(page: PageReading, asked: Wanted): Wanted[] {
  const { address, column, depth } = asked;
  const isShort = page.text.replace(/\s+/g, '').length < fewLetters;
  const base = { column, from: address, depth };
  const links = page.links.flatMap((link): Wanted[] => {
    const kind = linkOfReport(link, address, isShort);
    if (kind !== null) return [{ ...base, address: link.address, text: link.text.slice(0, 200), why: kind }];
    const isOther = isSameSite(link.address, address) && linkOfList(link, address, 3) === 'report';
    return isOther ? [{ ...base, address: link.address, text: link.text.slice(0, 200), why: 'report' }] : [];
  });
  const frames = isShort
    ? page.frames.flatMap((frame): Wanted[] =>
        isSameSite(frame, address) ? [{ ...base, address: frame, text: asked.text, why: 'text' }] : [],
      )
    : [];
  return [...links, ...frames];
}

/** One run. */
class Run {
  readonly #order: CollectingOrder;
  readonly #run: string;
  readonly #journal: Journal;
  readonly #warc: WarcFile;
  readonly #known: Known;
  readonly #digests: Map<string, string>;
  readonly #wanted = new Map<string, Wanted[]>();
  readonly #asked = new Set<string>();
  readonly #seen = new Map<string, Set<string>>();
  readonly #counts = new Map<string, number>();
  readonly #pages = new Map<string, number>();
  readonly visits: Visit[] = [];
  readonly leftOver: Wanted[] = [];
  isStopped = false;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(order: CollectingOrder, run: string, journal: Journal, warc: WarcFile, entries: readonly JournalEntry[]) {
    this.#order = order;
    this.#run = run;
    this.#journal = journal;
    this.#warc = warc;
    const own = entries.flatMap((entry) => (entry.kind === 'visit' && entry.run === run ? [entry] : []));
    this.#known = knownVisits(entries.filter((entry) => entry.run !== run));
    this.#digests = new Map(
      entries.flatMap((entry) =>
        entry.kind === 'visit' && entry.sha256 !== null && entry.file !== null ? [[entry.sha256, entry.file]] : [],
      ),
    );
    for (const visit of own) {
      this.#asked.add(visit.asked.address);
      this.#count(visit.asked);
      this.visits.push(visit);
    }
    this.#want(order.seeds);
    for (const { found } of own) this.#want(found);
  }

  #count({ address, column, why }: Wanted): void {
    const { host } = new URL(address);
    this.#counts.set(host, (this.#counts.get(host) ?? 0) + 1);
    if (why === 'next' || why === 'data') this.#pages.set(column, (this.#pages.get(column) ?? 0) + 1);
  }

  #want(wanted: readonly Wanted[]): void {
    for (const one of wanted) {
      if (this.#asked.has(one.address)) continue;
      const { host } = new URL(one.address);
      const queue = this.#wanted.get(host) ?? [];
      // Whichever is said first; a report's own name outweighs a doubtful one.
      const there = queue.findIndex(({ address }) => address === one.address);
      if (there < 0) queue.push(one);
      else if (one.why === 'report' && queue[there]?.why === 'perhaps') queue[there] = one;
      this.#wanted.set(host, queue);
    }
  }

  #nextOf(host: string): Wanted | undefined {
    const queue = this.#wanted.get(host) ?? [];
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      if (this.#asked.has(one.address)) continue;
      const isOver =
        (this.#counts.get(host) ?? 0) >= this.#order.mostOfSite ||
        ((one.why === 'next' || one.why === 'data') && (this.#pages.get(one.column) ?? 0) >= mostPages);
      if (!isOver) return one;
      this.leftOver.push(one);
    }
    return undefined;
  }

  /** Writes answers one after the other: the WARC record, then the line of the journal that makes it count. */
  #kept<Result>(work: () => Promise<Result>): Promise<Result> {
    const next = this.#writing.then(work);
    this.#writing = next.catch(() => {});
    return next;
  }

  async #visit(wanted: Wanted, host: PoliteHost): Promise<void> {
    this.#asked.add(wanted.address);
    this.#count(wanted);
    const before = this.#known.get(wanted.address);
    const asked = await host.ask(wanted.address, {
      ...(before?.etag ? { 'if-none-match': before.etag } : {}),
      ...(before?.modified ? { 'if-modified-since': before.modified } : {}),
    });
    await this.#kept(async () => {
      const warc =
        asked.state === 'answered'
          ? await this.#warc.addAnswer(wanted.address, asked.at, asked.answer)
          : this.#lastWarc;
      const visit = this.#judged(wanted, asked, warc, before);
      this.#journal.add(visit);
      this.#lastWarc = warc;
      this.visits.push(visit);
      if (!this.#order.isRecheck || visit.outcome === 'moved') this.#want(visit.found);
      this.#order.tell?.(
        visit,
        [...this.#wanted.values()].reduce((sum, { length }) => sum + length, 0),
      );
    });
  }
  #lastWarc = 0;

  #judged(wanted: Wanted, asked: Asked, warc: number, before: Visit | undefined): Visit {
    const plain: Omit<Visit, 'outcome'> = {
      ...{ run: this.#run, at: asked.at.toISOString(), asked: wanted, warc, note: '', status: null },
      ...{ to: null, sha256: null, file: null, type: null, etag: null, modified: null, title: null, found: [] },
      kind: 'visit',
    };
    if (asked.state !== 'answered') {
      const outcome = asked.state === 'left' ? 'failed' : asked.state;
      return { ...plain, outcome, note: asked.note };
    }
    const { status, headers, body } = asked.answer;
    const type = headerOf(headers, 'content-type');
    const told: Omit<Visit, 'outcome'> = {
      ...{ ...plain, status, type },
      ...{ etag: headerOf(headers, 'etag'), modified: headerOf(headers, 'last-modified') },
    };
    if (status === 304 && before)
      return {
        ...{
          ...told,
          outcome: 'same',
          sha256: before.sha256,
          file: before.file,
          title: before.title,
          type: before.type,
        },
        ...{ etag: told.etag ?? before.etag, modified: told.modified ?? before.modified },
        found: before.found.map((one) => ({ ...one, column: wanted.column })),
      };
    if (status >= 300 && status < 400) return { ...told, ...this.#moved(wanted, headerOf(headers, 'location')) };
    if (status === 404 || status === 410) return { ...told, outcome: 'gone' };
    if (status === 401 || status === 403 || status === 429)
      return { ...told, outcome: 'refused', note: `回答 ${status}` };
    if (status !== 200) return { ...told, outcome: 'failed', note: `回答 ${status}` };
    const kind = kindOf(body, type);
    if (kind === null || body.length === 0)
      return { ...told, outcome: 'unfit', note: body.length === 0 ? '没有内容' : `${type ?? '不知道的种类'}` };
    const sha256 = digestOf(body);
    if (kind === 'json') return { ...told, outcome: 'kept', sha256, found: this.#ofData(wanted, body) };
    if (kind !== 'html') return { ...told, ...this.#capture(body, sha256, kind) };
    return { ...told, ...this.#page(wanted, body, sha256, charsetOf(type)) };
  }

  #moved(wanted: Wanted, location: string | null): Pick<Visit, 'outcome' | 'to' | 'note' | 'found'> {
    const to = location === null ? null : canonicalAddress(location, wanted.address);
    if (to === null) return { outcome: 'failed', to: null, note: '没有说移到何处', found: [] };
    if (!isSameSite(to, wanted.address)) return { outcome: 'moved', to, note: '移到别的网站，没有跟去', found: [] };
    return { outcome: 'moved', to, note: '', found: to === wanted.address ? [] : [{ ...wanted, address: to }] };
  }

  #capture(body: Uint8Array, sha256: string, ending: string): Pick<Visit, 'outcome' | 'sha256' | 'file'> {
    const file = this.#digests.get(sha256) ?? `${sha256}.${ending}`;
    const path = join(capturesFolder(this.#order.folder), file);
    const isKnown = this.#digests.has(sha256) && existsSync(path);
    if (!isKnown) writeWhole(path, body, { isLasting: false });
    this.#digests.set(sha256, file);
    return { outcome: isKnown ? 'same' : 'kept', sha256, file };
  }

  #ofData(wanted: Wanted, body: Uint8Array): Wanted[] {
    const page = wanted.from ?? wanted.address;
    const seen = this.#seenOf(wanted.column);
    let isNew = false;
    const found = listedItems(Buffer.from(body).toString('utf8')).flatMap(({ address, text }): Wanted[] => {
      const to = canonicalAddress(address, page);
      if (to === null) return [];
      if (!seen.has(to)) isNew = true;
      seen.add(to);
      const kind = linkOfList({ address: to, text }, page, 3);
      if (kind === null || kind === 'next' || kind === 'text') return [];
      return [
        { address: to, why: kind, column: wanted.column, from: page, text: text.slice(0, 200), depth: wanted.depth },
      ];
    });
    const next = isNew ? nextByNumber(wanted.address) : null;
    return [...found, ...(next === null ? [] : [{ ...wanted, address: next }])];
  }

  #seenOf(column: string): Set<string> {
    const seen = this.#seen.get(column) ?? new Set<string>();
    this.#seen.set(column, seen);
    return seen;
  }

  #page(
    wanted: Wanted,
    body: Uint8Array,
    sha256: string,
    charset: string | null,
  ): Pick<Visit, 'outcome' | 'note' | 'sha256' | 'file' | 'title' | 'found'> {
    const nothing = { sha256, file: null, title: null, found: [] };
    let page: PageReading;
    try {
      page = pageReading(body, wanted.address, charset);
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      return { ...nothing, outcome: 'unfit', note: error.message };
    }
    const { title } = page;
    if (saysGone(page.text)) return { ...nothing, sha256: null, title, outcome: 'gone', note: '网页说内容不存在' };
    if (asksForLogin(page.html, page.text)) return { ...nothing, title, outcome: 'refused', note: '要求登录' };
    const { refresh } = page;
    if (refresh !== null && refresh !== wanted.address && page.text.replace(/\s+/g, '').length < fewLetters) {
      const found = isSameSite(refresh, wanted.address) ? [{ ...wanted, address: refresh }] : [];
      return { ...nothing, title, outcome: 'moved', note: found.length > 0 ? '' : '移到别的网站，没有跟去', found };
    }
    if (isList(wanted.why)) {
      const found = ofList(page, wanted, this.#seenOf(wanted.column));
      const isReport = title !== null && isReportName(title) && page.text.replace(/\s+/g, '').length > fewLetters;
      const isItself = isReport && !found.some(({ why }) => why === 'report');
      const kept = isItself ? this.#capture(body, sha256, 'html') : { outcome: 'kept' as const, sha256, file: null };
      return { ...kept, note: '', title, found: isItself ? [...found, ...ofReport(page, wanted)] : found };
    }
    return { ...this.#capture(body, sha256, 'html'), note: '', title, found: ofReport(page, wanted) };
  }

  /** Asks all sites, so many at once, until nothing is wanted any more. */
  async work(): Promise<void> {
    const hosts = new Map<string, PoliteHost>();
    const lane = async (host: string): Promise<void> => {
      for (let wanted = this.#nextOf(host); wanted !== undefined; wanted = this.#nextOf(host)) {
        if (this.isStopped) return;
        const polite = hosts.get(host) ?? new PoliteHost(new URL(wanted.address).origin, this.#order.manners);
        hosts.set(host, polite);
        await this.#visit(wanted, polite);
      }
    };
    const busy = new Map<string, Promise<void>>();
    for (;;) {
      const waiting = [...this.#wanted].flatMap(([host, { length }]) => (length > 0 && !busy.has(host) ? [host] : []));
      for (const host of waiting) {
        if (busy.size >= this.#order.sitesAtOnce || this.isStopped) break;
        busy.set(
          host,
          lane(host).finally(() => busy.delete(host)),
        );
      }
      if (busy.size === 0) return;
      await Promise.race(busy.values());
    }
  }
}

/** Collects: goes on with a run that was cut off, or begins one. */
export function collecting(order: CollectingOrder): Collecting {
  let isStopped = false;
  let current: Run | null = null;
  const work = async (): Promise<CollectingResult> => {
    const file = journalFile(order.folder);
    const { entries, bytes } = journalReading(file);
    const resumed = openRun(entries, order);
    const run = resumed ?? new Date().toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
    const warcBytes = entries.reduce(
      (most, entry) => (entry.kind === 'visit' && entry.run === run ? Math.max(most, entry.warc) : most),
      0,
    );
    const journal = new Journal(file, bytes);
    const warc = await WarcFile.opened(join(order.folder, 'warc', `${run}.warc.gz`), warcBytes, {
      software: 'fazhi-archive collect',
      format: 'WARC File Format 1.1',
      robots: 'classic',
      'http-header-user-agent': order.manners.userAgent,
    });
    try {
      if (resumed === undefined)
        journal.add({
          kind: 'run',
          run,
          at: new Date().toISOString(),
          seeds: [...order.seeds],
          isRecheck: order.isRecheck,
        });
      current = new Run(order, run, journal, warc, entries);
      current.isStopped = isStopped;
      await current.work();
      if (!current.isStopped) journal.add({ kind: 'done', run, at: new Date().toISOString() });
      const { visits, leftOver } = current;
      return { run, isResumed: resumed !== undefined, isStopped: current.isStopped, visits, leftOver };
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
