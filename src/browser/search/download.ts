import type { SiteRoutes } from '../../archive/routes.ts';
import {
  type ExportedOccurrence,
  type ExportHead,
  occurrencesCsv,
  occurrencesJson,
} from '../../exports/occurrence-files.ts';
import { issuerKindKeys } from '../../i18n/report-words.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { written } from '../../i18n/written.ts';
import { madeElement } from '../page/made-element.ts';
import { readerDay } from '../page/reader-day.ts';
import { saveFile } from '../page/save-file.ts';
import { weChatHint } from '../page/wechat-hint.ts';
import { type PhraseEngine, toldOf } from './engine.ts';
import { lineAddress } from './lines.ts';
import type { SearchState } from './state.ts';
import type { PhraseTally } from './tally.ts';
import { said } from './words.ts';

/** About how many bytes one occurrence takes in a file, for the size that is shown before. */
const bytesAnOccurrence = { csv: 330, json: 520 };

const sizeSaying = (bytes: number): Saying =>
  bytes < 1_000_000
    ? saying('sizeKilobytes', { count: String(Math.max(1, Math.round(bytes / 1000))) })
    : saying('sizeMegabytes', { count: (bytes / 1_000_000).toFixed(1) });

/** What gives the words of a file, which is in Chinese whatever the page's language is. */
async function chineseWords(): Promise<(of: Saying | string) => string> {
  const [{ vocabulary }, { search }] = await Promise.all([
    import('../../i18n/zh-hans/vocabulary.ts'),
    import('../../i18n/zh-hans/search.ts'),
  ]);
  return (of) => (typeof of === 'string' ? of : written({ ...vocabulary, ...search }, of));
}

/** What a download needs. */
export interface DownloadContext {
  readonly engine: PhraseEngine;
  readonly routes: SiteRoutes;
  readonly archiveVersion: string;
  /** What the search was confined to. */
  readonly scope: readonly (Saying | string)[];
}

/** Buttons that save all occurrences as CSV or JSON: size before, progress, cancel. */
export function phraseDownload(context: DownloadContext, state: SearchState, tally: PhraseTally): HTMLElement {
  const progress = madeElement('span');
  progress.setAttribute('role', 'status');
  const cancel = madeElement('button', { type: 'button', hidden: true }, said('cancel'));
  let running: AbortController | null = null;
  cancel.addEventListener('click', () => running?.abort());

  const collected = async (signal: AbortSignal): Promise<ExportedOccurrence[] | null> => {
    const rows: ExportedOccurrence[] = [];
    const chinese = await chineseWords();
    for (const [at, { facts }] of tally.found.entries()) {
      if (signal.aborted) return null;
      progress.replaceChildren(said('readingReports', { at: String(at + 1), total: String(tally.found.length) }));
      const { path, lines } = await context.engine.lines(state.q, state.role, facts.id, state.context);
      for (const line of lines)
        rows.push({
          report: facts.id,
          region: facts.region,
          path,
          year: facts.year,
          issuers: chinese(saying(issuerKindKeys[facts.issuerKind])),
          section: line.heading ?? '',
          before: line.before,
          phrase: line.phrase,
          after: line.after,
          address: new URL(lineAddress(context.routes, state.q, facts.id, line), location.href).href,
        });
    }
    return rows;
  };

  const start = async (form: 'csv' | 'json'): Promise<void> => {
    running?.abort();
    running = new AbortController();
    cancel.hidden = false;
    try {
      const rows = await collected(running.signal);
      if (rows === null) {
        progress.replaceChildren(said('cancelled'));
        return;
      }
      const { total } = tally;
      const head: ExportHead = {
        query: state.q,
        scope: context.scope.map(await chineseWords()).join('，'),
        day: readerDay(),
        archiveVersion: context.archiveVersion,
        address: location.href,
        reportsSearched: total.searched,
        charactersSearched: total.characters,
        reports: total.reports,
        occurrences: total.occurrences,
      };
      if (form === 'csv') saveFile('occurrences.csv', occurrencesCsv(head, rows), 'text/csv;charset=utf-8');
      else saveFile('occurrences.json', occurrencesJson(head, rows), 'application/json');
      progress.replaceChildren(said('savedOccurrences', { count: String(rows.length) }));
    } catch (error) {
      progress.replaceChildren(said('notSaved', { thing: toldOf(error) }));
    } finally {
      cancel.hidden = true;
    }
  };

  const button = (form: 'csv' | 'json', name: string): HTMLButtonElement =>
    madeElement(
      'button',
      { type: 'button', onclick: () => void start(form) },
      said('download', { name, words: sizeSaying(tally.total.occurrences * bytesAnOccurrence[form]) }),
    );
  const hint = weChatHint(() => said('weChatFiles'), 'span');
  return madeElement(
    'p',
    { className: 'download' },
    button('csv', 'CSV'),
    button('json', 'JSON'),
    cancel,
    progress,
    ...(hint ? [hint] : []),
  );
}
