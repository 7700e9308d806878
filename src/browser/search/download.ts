import type { SiteRoutes } from '../../archive/routes.ts';
import { type ExportedReport, reportListCsv } from '../../exports/count-files.ts';
import {
  type ExportedOccurrence,
  type ExportHead,
  occurrencesCsv,
  occurrencesJson,
  searchNotes,
} from '../../exports/occurrence-files.ts';
import { searchFileName } from '../../exports/search-file-name.ts';
import { issuerKindKeys, levelKeys, roleKeys } from '../../i18n/report-words.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import { readerDay } from '../page/reader-day.ts';
import { saveFile } from '../page/save-file.ts';
import { weChatHint } from '../page/wechat-hint.ts';
import { type AllLines, allLines } from './all-lines.ts';
import { type PhraseEngine, toldOf } from './exact/engine.ts';
import { lineAddress } from './lines.ts';
import { ReadingProgress } from './reading-progress.ts';
import { reportRecords } from './record-files.ts';
import { chineseWords } from './saved-words.ts';
import type { SearchState } from './state.ts';
import type { PhraseTally } from './tally.ts';
import { said } from './words.ts';

const sizeSaying = (bytes: number): Saying =>
  bytes < 1_000_000
    ? saying('sizeKilobytes', { count: String(Math.max(1, Math.round(bytes / 1000))) })
    : saying('sizeMegabytes', { count: (bytes / 1_000_000).toFixed(1) });

/** What a download needs. */
export interface DownloadContext {
  readonly engine: PhraseEngine;
  readonly routes: SiteRoutes;
  readonly archiveVersion: string;
  /** What the search was confined to. */
  readonly scope: readonly (Saying | string)[];
}

export const csvType = 'text/csv;charset=utf-8';

/** The files that hold what a search found. */
class FoundFiles {
  readonly #context: DownloadContext;
  readonly #state: SearchState;
  readonly #tally: PhraseTally;

  constructor(context: DownloadContext, state: SearchState, tally: PhraseTally) {
    this.#context = context;
    this.#state = state;
    this.#tally = tally;
  }

  #save(holds: Parameters<typeof searchFileName>[0], ending: string, content: string, type: string): void {
    saveFile(`${searchFileName(holds, this.#state.q, readerDay())}.${ending}`, content, type);
  }

  async #head(): Promise<ExportHead> {
    const { total } = this.#tally;
    return {
      query: this.#state.q,
      scope: this.#context.scope.map(await chineseWords()).join('，'),
      day: readerDay(),
      archiveVersion: this.#context.archiveVersion,
      address: location.href,
      reportsSearched: total.searched,
      charactersSearched: total.characters,
      reports: total.reports,
      occurrences: total.occurrences,
    };
  }

  /** Saves all places; where the reader stops, none. */
  async saveOccurrences(form: 'csv' | 'json', progress: ReadingProgress): Promise<AllLines> {
    const { engine, routes } = this.#context;
    const { found } = this.#tally;
    const chinese = await chineseWords();
    const [records, all] = await Promise.all([
      reportRecords(
        routes,
        found.map(({ facts }) => facts),
      ),
      allLines(engine, this.#state, found, progress),
    ]);
    if (all.isStopped) return all;
    const rows = all.read.flatMap(({ found: { facts }, path, lines }): ExportedOccurrence[] => {
      const record = records.get(facts.id);
      if (!record) return [];
      const { issuers, title, published } = record;
      const kind = chinese(saying(issuerKindKeys[facts.issuerKind]));
      return lines.map((line) => ({
        report: facts.id,
        region: facts.region,
        path,
        year: facts.year,
        issuers,
        kind,
        title,
        published,
        role: line.role === null ? null : chinese(saying(roleKeys[line.role])),
        section: line.heading,
        before: line.before,
        phrase: line.phrase,
        after: line.after,
        address: new URL(lineAddress(routes, this.#state.q, facts.id, line), location.href).href,
      }));
    });
    if (form === 'csv') this.#save('occurrences', 'csv', occurrencesCsv(rows), csvType);
    else this.#save('occurrences', 'json', occurrencesJson(await this.#head(), rows), 'application/json');
    return all;
  }

  /** Saves the reports found, without their lines. */
  async saveReports(): Promise<void> {
    const { routes } = this.#context;
    const { found } = this.#tally;
    const chinese = await chineseWords();
    const records = await reportRecords(
      routes,
      found.map(({ facts }) => facts),
    );
    const rows = found.flatMap(({ facts, occurrences }): ExportedReport[] => {
      const record = records.get(facts.id);
      if (!record) return [];
      const { id, region, year, level, issuerKind, characters } = facts;
      const address = `${routes.report(id)}?${new URLSearchParams({ q: this.#state.q })}`;
      return [
        {
          ...record,
          report: id,
          region,
          year,
          level: chinese(saying(levelKeys[level])),
          kind: chinese(saying(issuerKindKeys[issuerKind])),
          occurrences,
          characters,
          address: new URL(address, location.href).href,
        },
      ];
    });
    this.#save('reports', 'csv', reportListCsv(rows), csvType);
  }

  async saveNotes(): Promise<void> {
    this.#save('notes', 'txt', searchNotes(await this.#head()), 'text/plain;charset=utf-8');
  }
}

/**
 * Buttons that save what was found: all places as CSV or JSON, with how much is to be read for them, how far that has
 * come and a way to stop it; the list of reports; and the notes that belong to the tables.
 */
export function phraseDownload(context: DownloadContext, state: SearchState, tally: PhraseTally): HTMLElement {
  const files = new FoundFiles(context, state, tally);
  const status = madeElement('span');
  status.setAttribute('role', 'status');
  const live = madeElement('span');
  let running: ReadingProgress | null = null;
  const fail = (error: unknown): void => status.replaceChildren(said('notSaved', { thing: toldOf(error) }));

  const saveOccurrences = async (form: 'csv' | 'json'): Promise<void> => {
    running?.stop();
    const progress = new ReadingProgress(
      ({ read, candidates }) => said('readingReports', { at: read, total: candidates }),
      said('stop'),
    );
    running = progress;
    status.replaceChildren();
    live.replaceChildren(progress.element);
    try {
      const { read, isStopped } = await files.saveOccurrences(form, progress);
      if (running !== progress) return;
      status.replaceChildren(
        isStopped
          ? said('downloadStopped', { count: read.length, total: tally.found.length })
          : said('savedOccurrences', { count: tally.total.occurrences }),
      );
    } catch (error) {
      if (running === progress) fail(error);
    } finally {
      progress.element.remove();
    }
  };
  const button = (label: Text, save: () => Promise<void>): HTMLButtonElement =>
    madeElement('button', { type: 'button', onclick: () => void save().catch(fail) }, label);
  const [csv, json] = (['csv', 'json'] as const).map((form) =>
    button(said('downloadPlain', { name: form.toUpperCase() }), () => saveOccurrences(form)),
  );
  // The lines shown need the lengths of texts too; where they cannot be had the lines say so.
  context.engine
    .textBytes(tally.found.map(({ facts }) => facts.id))
    .then((bytes) => {
      csv?.replaceChildren(said('download', { name: 'CSV', words: sizeSaying(bytes) }));
      json?.replaceChildren(said('download', { name: 'JSON', words: sizeSaying(bytes) }));
    })
    .catch(() => {});
  const hint = weChatHint(() => said('weChatFiles'), 'span');
  return madeElement(
    'p',
    { className: 'download' },
    ...(csv && json ? [csv, json] : []),
    button(said('downloadReports'), () => files.saveReports()),
    button(said('downloadNotes'), () => files.saveNotes()),
    live,
    status,
    madeElement('span', { className: 'soft' }, said('csvGuard')),
    ...(hint ? [hint] : []),
  );
}
