import { type Saying, saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import { weChatHint } from '../page/wechat-hint.ts';
import { toldOf } from './exact/engine.ts';
import { type FoundContext, FoundFiles } from './found-files.ts';
import { ReadingProgress } from './reading-progress.ts';
import type { SearchState } from './state.ts';
import type { PhraseTally } from './tally.ts';
import { said } from './words.ts';

const sizeSaying = (bytes: number): Saying =>
  bytes < 1_000_000
    ? saying('sizeKilobytes', { count: String(Math.max(1, Math.round(bytes / 1000))) })
    : saying('sizeMegabytes', { count: (bytes / 1_000_000).toFixed(1) });

/**
 * Buttons that save what was found: all places as CSV or JSON, with how much is to be read for them, how far that has
 * come and a way to stop it; the list of reports; and the notes that belong to the tables.
 */
export function phraseDownload(context: FoundContext, state: SearchState, tally: PhraseTally): HTMLElement {
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
