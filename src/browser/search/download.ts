import type { SiteRoutes } from '../../archive/routes.ts';
import {
  type ExportedOccurrence,
  type ExportHead,
  occurrencesCsv,
  occurrencesJson,
} from '../../exports/occurrence-files.ts';
import { issuerKindNames } from '../../i18n/report-words.ts';
import { madeElement } from '../page/made-element.ts';
import { readerDay } from '../page/reader-day.ts';
import { saveFile } from '../page/save-file.ts';
import { weChatHint } from '../page/wechat-hint.ts';
import type { PhraseEngine } from './engine.ts';
import { lineAddress } from './lines.ts';
import type { SearchState } from './state.ts';
import type { PhraseTally } from './tally.ts';

/** About how many bytes one occurrence takes in a file, for the size that is shown before. */
const bytesAnOccurrence = { csv: 330, json: 520 };

const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `约 ${Math.max(1, Math.round(bytes / 1000))} kB` : `约 ${(bytes / 1_000_000).toFixed(1)} MB`;

/** What a download needs. */
export interface DownloadContext {
  readonly engine: PhraseEngine;
  readonly routes: SiteRoutes;
  readonly archiveVersion: string;
  /** The filters in words. */
  readonly scope: string;
}

/** Buttons that save all occurrences as CSV or JSON: size before, progress, cancel. */
export function phraseDownload(context: DownloadContext, state: SearchState, tally: PhraseTally): HTMLElement {
  const progress = madeElement('span');
  progress.setAttribute('role', 'status');
  const cancel = madeElement('button', { type: 'button', textContent: '取消', hidden: true });
  let running: AbortController | null = null;
  cancel.addEventListener('click', () => running?.abort());

  const collected = async (signal: AbortSignal): Promise<ExportedOccurrence[] | null> => {
    const rows: ExportedOccurrence[] = [];
    for (const [at, { facts }] of tally.found.entries()) {
      if (signal.aborted) return null;
      progress.textContent = `正在读取：${at + 1}/${tally.found.length} 份`;
      const { path, lines } = await context.engine.lines(state.q, state.role, facts.id, state.context);
      for (const line of lines)
        rows.push({
          report: facts.id,
          region: facts.region,
          path,
          year: facts.year,
          issuers: issuerKindNames[facts.issuerKind],
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
        progress.textContent = '已取消，没有保存。';
        return;
      }
      const { total } = tally;
      const head: ExportHead = {
        query: state.q,
        scope: context.scope,
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
      progress.textContent = `已保存 ${rows.length} 处。`;
    } catch (error) {
      progress.textContent = `没有保存：${error instanceof Error ? error.message : String(error)}`;
    } finally {
      cancel.hidden = true;
    }
  };

  const button = (form: 'csv' | 'json', name: string): HTMLButtonElement =>
    madeElement('button', {
      type: 'button',
      textContent: `下载 ${name}（${sizeText(tally.total.occurrences * bytesAnOccurrence[form])}）`,
      onclick: () => void start(form),
    });
  const hint = weChatHint('span');
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
