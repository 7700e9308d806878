import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../host/whole-file.ts';
import { UnreadableInput } from '../import/lines/reading.ts';
import { headerOf } from './answer.ts';
import { type BodyKind, bodyKind } from './body-kind.ts';
import { capturesFolder } from './collected-files.ts';
import type { JournalEntry, Visit, Wanted } from './journal.ts';
import { canonicalAddress } from './links/canonical-address.ts';
import { isReportName, isSameSite } from './links/link-judgement.ts';
import { asksForLogin, saysGone } from './links/page-state.ts';
import { dataReading, isList, isShortPage, listReading, onwardOfReport } from './onward-addresses.ts';
import { type PageReading, pageReading } from './page-reading.ts';
import type { Asked } from './polite-host.ts';

/** What an answer came to. */
type Judged = Partial<Visit> & Pick<Visit, 'outcome'>;

const charsetOf = (type: string | null): string | null => /charset\s*=\s*["']?([\w-]+)/i.exec(type ?? '')?.[1] ?? null;

const elsewhere = '移到别的网站，没有跟去';

/** What is asked of a site so that it need not send again what it sent. */
export type Conditions = Readonly<Record<string, string>>;

/**
 * Judges what came of asking, and keeps the bodies that may hold reports. It knows what earlier runs were answered and
 * what the lists of this one have shown.
 */
export class VisitJudging {
  readonly #run: string;
  readonly #folder: string;
  /** The last answer with a body to each address in earlier runs. */
  readonly #known = new Map<string, Visit>();
  /** Files by the digests of what they hold. */
  readonly #files = new Map<string, string>();
  /** Links that the lists of a column have shown, by column. */
  readonly #seen = new Map<string, Set<string>>();

  /** `entries` are those of the journal; those of `run` itself were made before it was cut off. */
  constructor(run: string, folder: string, entries: readonly JournalEntry[]) {
    this.#run = run;
    this.#folder = folder;
    for (const entry of entries) {
      if (entry.kind !== 'visit') continue;
      if (entry.run === run) this.#see(entry);
      else if (entry.sha256 !== null) this.#known.set(entry.asked.address, entry);
      if (entry.sha256 !== null && entry.file !== null) this.#files.set(entry.sha256, entry.file);
    }
  }

  /** Headers by which a site may say that nothing has changed; none where it was never asked for the same purpose. */
  conditions(wanted: Wanted): Conditions {
    const before = this.#before(wanted);
    return {
      ...(before?.etag ? { 'if-none-match': before.etag } : {}),
      ...(before?.modified ? { 'if-modified-since': before.modified } : {}),
    };
  }

  /** What came of asking for an address; its body is kept where it may hold a report. `warc`: see `Visit`. */
  judged(wanted: Wanted, asked: Asked, warc: number): Visit {
    const visit: Visit = {
      ...{ kind: 'visit', run: this.#run, at: asked.at.toISOString(), asked: wanted, outcome: 'failed', warc },
      ...{ status: null, note: '', to: null, sha256: null, file: null, type: null, etag: null, modified: null },
      ...{ title: null, found: [], shown: [] },
      ...this.#answered(wanted, asked),
    };
    this.#see(visit);
    return visit;
  }

  #before({ address, why }: Wanted): Visit | undefined {
    const before = this.#known.get(address);
    // What a page was found to lead to depends on what it was asked for.
    return before && isList(before.asked.why) === isList(why) ? before : undefined;
  }

  #see({ asked, shown }: Visit): void {
    const seen = this.#seenOf(asked.column);
    for (const address of shown) seen.add(address);
  }

  #seenOf(column: string): Set<string> {
    const seen = this.#seen.get(column) ?? new Set<string>();
    this.#seen.set(column, seen);
    return seen;
  }

  #answered(wanted: Wanted, asked: Asked): Judged {
    if (asked.state !== 'answered') {
      const { state, note } = asked;
      return { outcome: state === 'left' ? 'failed' : state, note };
    }
    const { status, headers, body } = asked.answer;
    const type = headerOf(headers, 'content-type');
    const marks = { etag: headerOf(headers, 'etag'), modified: headerOf(headers, 'last-modified') };
    const told = { status, type, ...marks };
    const before = this.#before(wanted);
    if (status === 304 && before) {
      const { sha256, file, title, found, shown } = before;
      const own = found.map((one) => ({ ...one, column: wanted.column }));
      const kept = { etag: marks.etag ?? before.etag, modified: marks.modified ?? before.modified, type: before.type };
      return { ...told, ...kept, outcome: 'same', sha256, file, title, found: own, shown };
    }
    if (status >= 300 && status < 400) return { ...told, ...moved(wanted, headerOf(headers, 'location')) };
    if (status === 404 || status === 410) return { ...told, outcome: 'gone' };
    const note = `回答 ${status}`;
    if (status === 401 || status === 403 || status === 429) return { ...told, outcome: 'refused', note };
    if (status !== 200) return { ...told, outcome: 'failed', note };
    return { ...told, ...this.#body(wanted, body, type) };
  }

  #body(wanted: Wanted, body: Uint8Array, type: string | null): Judged {
    if (body.length === 0) return { outcome: 'unfit', note: '没有内容' };
    const kind = bodyKind(body, type);
    if (kind === null) return { outcome: 'unfit', note: type ?? '不知道的种类' };
    if (kind === 'html') return this.#page(wanted, body, charsetOf(type));
    if (kind !== 'json') return this.#capture(body, kind);
    const sha256 = digestOf(body);
    const text = Buffer.from(body).toString('utf8');
    return { outcome: 'kept', sha256, ...dataReading(text, wanted, this.#seenOf(wanted.column)) };
  }

  #page(wanted: Wanted, body: Uint8Array, charset: string | null): Judged {
    let page: PageReading;
    try {
      page = pageReading(body, wanted.address, charset);
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      return { outcome: 'unfit', sha256: digestOf(body), note: error.message };
    }
    const { title, refresh } = page;
    if (saysGone(page.text)) return { outcome: 'gone', title, note: '网页说内容不存在' };
    const sha256 = digestOf(body);
    if (asksForLogin(page.html, page.text)) return { outcome: 'refused', sha256, title, note: '要求登录' };
    if (refresh !== null && refresh !== wanted.address && isShortPage(page))
      return { sha256, title, ...moved(wanted, refresh) };
    if (!isList(wanted.why)) return { ...this.#capture(body, 'html'), title, found: onwardOfReport(page, wanted) };
    const list = listReading(page, wanted, this.#seenOf(wanted.column));
    // A column's address may be that of the report itself.
    const isReport = title !== null && isReportName(title) && !isShortPage(page);
    if (!isReport || list.found.some(({ why }) => why === 'report')) return { outcome: 'kept', sha256, title, ...list };
    const found = [...list.found, ...onwardOfReport(page, wanted)];
    return { ...this.#capture(body, 'html'), title, found, shown: list.shown };
  }

  /** Keeps a body under its digest; `same` where it is known and still there. */
  #capture(body: Uint8Array, kind: BodyKind): Judged {
    const sha256 = digestOf(body);
    const file = this.#files.get(sha256) ?? `${sha256}.${kind}`;
    const path = join(capturesFolder(this.#folder), file);
    const isKnown = this.#files.has(sha256) && existsSync(path);
    if (!isKnown) writeWhole(path, body);
    this.#files.set(sha256, file);
    return { outcome: isKnown ? 'same' : 'kept', sha256, file };
  }
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A page that sends its readers elsewhere; another site is named, not asked. */
function moved(wanted: Wanted, location: string | null): Judged {
  const to = location === null ? null : canonicalAddress(location, wanted.address);
  if (to === null) return { outcome: 'failed', note: '没有说移到何处' };
  if (!isSameSite(to, wanted.address)) return { outcome: 'moved', to, note: elsewhere };
  return { outcome: 'moved', to, found: to === wanted.address ? [] : [{ ...wanted, address: to }] };
}
