import type { startFileName } from '../../search/format/start-file.ts';
import type {} from './exact/early-worker.ts';
import type { PhraseRequest } from './exact/worker.ts';

/*
 * Opens the exact layer where the address asks for something, before the page's own program is loaded. Stands alone,
 * so that it waits for no other module; whether all that succeeds, the search itself will say.
 */
const page = document.querySelector<HTMLElement>('phrase-search');
const folder = new URL(page?.dataset.index ?? '', location.href).href;
// Said again, since a module that others share would have to be waited for.
const startFile: typeof startFileName = 'start.json';
const query = new URLSearchParams(location.search).get('q');
/** What every query takes of a segment, and with signs for patterns or nearness, too. */
const ahead = /[~～…*?？.|｜/]/.test(query ?? '') ? /(?:reports|lists|paragraphs)-\w+\.bin/g : /reports-\w+\.bin/g;

// The page has the browser fetch the start file beside this program: to be taken, also where nothing is asked.
const start = fetch(folder + startFile, { cache: 'no-cache' })
  .then((response) => (response.ok ? response.text() : null))
  .catch(() => null);

if (page && query) {
  const worker = new Worker(new URL('./exact/worker.ts', import.meta.url), { type: 'module' });
  const send = (request: PhraseRequest, ...moved: ArrayBuffer[]): void => worker.postMessage(request, moved);
  send({ kind: 'open', folder, asked: location.search });
  // While the worker is still on its way.
  void start.then((text) => {
    const files = text?.match(ahead) ?? [];
    send({ kind: 'start', text, files });
    for (const file of files)
      fetch(folder + file, { priority: 'high' })
        .then((response) => (response.ok ? response.arrayBuffer() : null))
        .catch(() => null)
        .then((bytes) => send({ kind: 'file', file, bytes }, ...(bytes ? [bytes] : [])));
  });
  // The client takes it from there, unless it could not be loaded.
  document.earlyWorker = worker;
  worker.addEventListener('error', () => {
    if (document.earlyWorker === worker) document.earlyWorker = null;
  });
}
