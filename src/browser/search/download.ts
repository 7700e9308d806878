import { type Saying, saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import { weChatHint } from '../page/wechat-hint.ts';
import { toldOf } from './exact/engine.ts';
import { type FoundContext, FoundFiles, type OccurrenceForm, occurrenceForms } from './found-files.ts';
import { ReadingProgress } from './reading-progress.ts';
import type { SearchState } from './state.ts';
import type { PhraseTally } from './tally.ts';
import { said } from './words.ts';

const sizeSaying = (bytes: number): Saying =>
  bytes < 1_000_000
    ? saying('sizeKilobytes', { count: String(Math.max(1, Math.round(bytes / 1000))) })
    : saying('sizeMegabytes', { count: (bytes / 1_000_000).toFixed(1) });

/**
 * Buttons that save what was found: all places as CSV, TSV or JSON, with how much is to be read for them, how far that has
 * come and a way to stop it; the list of reports; and the notes that belong to the tables.
 */
export function phraseDownload(context: FoundContext, state: SearchState, tally: PhraseTally): HTMLElement {
  const files = new FoundFiles(context, state, tally);
  const status = madeElement('span');
  status.setAttribute('role', 'status');
  const live = madeElement('span');
  let running: ReadingProgress | null = null;
  const fail = (error: unknown): void => status.replaceChildren(said('notSaved', { thing: toldOf(error) }));

  const saveOccurrences = async (form: OccurrenceForm): Promise<void> => {
    running?.stop();
    const progress = new ReadingProgress(
      ({ read, candidates }) => said('readingReports', { at: read, total: candidates }),
      said('stop'),
    );
    running = progress;
    status.replaceChildren();
    live.replaceChildren(progress.element);
    try {
      const { read, isStopped, saved } = await files.saveOccurrences(form, progress);
      if (running !== progress) return;
      status.replaceChildren(
        isStopped
          ? said('downloadStopped', { count: read.length, total: files.chosen.length })
          : said('savedOccurrences', { count: saved }),
      );
    } catch (error) {
      if (running === progress) fail(error);
    } finally {
      progress.element.remove();
    }
  };
  const button = (label: Text, save: () => Promise<void>): HTMLButtonElement =>
    madeElement('button', { type: 'button', onclick: () => void save().catch(fail) }, label);
  const forms = occurrenceForms.map((form) => ({
    name: form.toUpperCase(),
    element: button(said('downloadPlain', { name: form.toUpperCase() }), () => saveOccurrences(form)),
  }));
  // The lines shown need the lengths of texts too; where they cannot be had the lines say so.
  context.engine
    .textBytes(files.chosen.map(({ facts }) => facts.id))
    .then((bytes) => {
      for (const { name, element } of forms)
        element.replaceChildren(said('download', { name, words: sizeSaying(bytes) }));
    })
    .catch(() => {});
  const hint = weChatHint(() => said('weChatFiles'), 'span');
  return madeElement(
    'p',
    { className: 'download' },
    ...forms.map(({ element }) => element),
    button(said('downloadReports'), () => files.saveReports()),
    button(said('downloadNotes'), () => files.saveNotes()),
    live,
    status,
    madeElement('span', { className: 'soft' }, said('csvGuard')),
    ...(hint ? [hint] : []),
  );
}
