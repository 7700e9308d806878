import type { SiteRoutes } from '../../archive/routes.ts';
import { type ExportedReport, reportListCsv } from '../../exports/count-files.ts';
import {
  type ExportedOccurrence,
  type ExportHead,
  occurrencesCsv,
  occurrencesJson,
  occurrencesTsv,
  searchNotes,
} from '../../exports/occurrence-files.ts';
import { searchFileName } from '../../exports/search-file-name.ts';
import { issuerKindKeys, levelKeys, roleKeys } from '../../i18n/report-words.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { readerDay } from '../page/reader-day.ts';
import { saveFile } from '../page/save-file.ts';
import { chineseWords } from '../words/saved-words.ts';
import { type AllLines, allLines } from './all-lines.ts';
import { HandledLines } from './corpus/handled-lines.ts';
import { chosenLines, chosenReports, type LineChoice, lineChoice } from './corpus/line-choice.ts';
import type { PhraseEngine } from './exact/engine.ts';
import { foundAddress, lineAddress } from './lines.ts';
import type { ReadingProgress } from './reading-progress.ts';
import { reportRecords } from './records/record-files.ts';
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

/** The forms in which places are saved. */
export const occurrenceForms = ['csv', 'tsv', 'json'] as const;
export type OccurrenceForm = (typeof occurrenceForms)[number];

/** What came of saving places: what was read, and how many places stand in the file. */
export interface SavedOccurrences extends AllLines {
  readonly saved: number;
}

const csvType = 'text/csv;charset=utf-8';

/** The files that hold what a search found. */
export class FoundFiles {
  readonly #context: FoundContext;
  readonly #state: SearchState;
  readonly #tally: PhraseTally;
  readonly #choice: LineChoice | null;
  /** The reports of which places are saved. */
  readonly chosen: PhraseTally['found'];

  constructor(context: FoundContext, state: SearchState, tally: PhraseTally) {
    this.#context = context;
    this.#state = state;
    this.#tally = tally;
    this.#choice = lineChoice(state, tally.found);
    this.chosen = chosenReports(this.#choice, tally.found);
  }

  #save(holds: Parameters<typeof searchFileName>[0], ending: string, content: string, type: string): void {
    saveFile(`${searchFileName(holds, this.#state.q, readerDay())}.${ending}`, content, type);
  }

  /** What confines the places that are saved. */
  #selection(): Saying[] {
    const { tool, sample, seed, within, context, q } = this.#state;
    const dropped = tool === 'sample' ? new HandledLines(q).count('dropped') : 0;
    return [
      ...(sample > 0 ? [saying('selectionSample', { count: sample, seed: String(seed) })] : []),
      ...(within !== '' ? [saying('selectionWithin', { phrase: within, limit: context })] : []),
      ...(dropped > 0 ? [saying('selectionDropped', { count: dropped })] : []),
    ];
  }

  async #head(): Promise<ExportHead> {
    const { total } = this.#tally;
    const chinese = await chineseWords();
    return {
      query: this.#state.q,
      scope: this.#context.scope.map(chinese).join('，'),
      day: readerDay(),
      archiveVersion: this.#context.archiveVersion,
      address: location.href,
      reportsSearched: total.searched,
      charactersSearched: total.characters,
      reports: total.reports,
      occurrences: total.occurrences,
      selection: this.#selection().map(chinese).join('，'),
    };
  }

  /** Saves the places, all or those chosen, without those that the reader dropped; where the reader stops, none. */
  async saveOccurrences(form: OccurrenceForm, progress: ReadingProgress): Promise<SavedOccurrences> {
    const { engine, routes } = this.#context;
    const found = this.chosen;
    const handled = this.#state.tool === 'sample' ? new HandledLines(this.#state.q) : null;
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
    if (all.isStopped && !isFailed) return { ...all, saved: 0 };
    const records = await Promise.race([reading, progress.stopped]);
    if (records === null) {
      if (isFailed) await reading;
      return { ...all, isStopped: true, saved: 0 };
    }
    const rows = all.read.flatMap(({ found: { facts }, path, lines }): ExportedOccurrence[] => {
      const record = records.get(facts.id);
      if (!record) return [];
      const { issuers, title, published } = record;
      const kind = chinese(saying(issuerKindKeys[facts.issuerKind]));
      const kept = chosenLines(this.#choice, facts.id, lines).filter(
        (line) => handled?.of(facts.id, line) !== 'dropped',
      );
      return kept.map((line) => ({
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
        isMarked: handled?.of(facts.id, line) === 'marked',
        address: new URL(lineAddress(routes, this.#state, facts.id, line), location.href).href,
      }));
    });
    if (form === 'csv') this.#save('occurrences', 'csv', occurrencesCsv(rows), csvType);
    else if (form === 'tsv')
      this.#save('occurrences', 'tsv', occurrencesTsv(rows), 'text/tab-separated-values;charset=utf-8');
    else this.#save('occurrences', 'json', occurrencesJson(await this.#head(), rows), 'application/json');
    return { ...all, saved: rows.length };
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
