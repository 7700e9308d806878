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
import { readerDay } from '../page/reader-day.ts';
import { saveFile } from '../page/save-file.ts';
import { type AllLines, allLines } from './all-lines.ts';
import type { PhraseEngine } from './exact/engine.ts';
import { foundAddress, lineAddress } from './lines.ts';
import type { ReadingProgress } from './reading-progress.ts';
import { reportRecords } from './records/record-files.ts';
import { chineseWords } from './saved-words.ts';
import type { SearchState } from './state.ts';
import type { PhraseTally } from './tally.ts';

/** What files need of the page around them. */
export interface FoundContext {
  readonly engine: PhraseEngine;
  readonly routes: SiteRoutes;
  readonly archiveVersion: string;
  /** What the search was confined to. */
  readonly scope: readonly (Saying | string)[];
}

const csvType = 'text/csv;charset=utf-8';

/** The files that hold what a search found. */
export class FoundFiles {
  readonly #context: FoundContext;
  readonly #state: SearchState;
  readonly #tally: PhraseTally;

  constructor(context: FoundContext, state: SearchState, tally: PhraseTally) {
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
    const reading = reportRecords(
      routes,
      found.map(({ facts }) => facts),
    );
    // Without what the columns need, nothing more is read; why, is said below.
    let isFailed = false;
    reading.catch(() => {
      isFailed = true;
      progress.stop();
    });
    const all = await allLines(engine, this.#state, found, progress);
    if (all.isStopped && !isFailed) return all;
    const records = await Promise.race([reading, progress.stopped]);
    if (records === null) {
      if (isFailed) await reading;
      return { ...all, isStopped: true };
    }
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
        isAsTyped: line.isAsTyped,
        address: new URL(lineAddress(routes, this.#state, facts.id, line), location.href).href,
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
      const address = foundAddress(routes, this.#state, id);
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
