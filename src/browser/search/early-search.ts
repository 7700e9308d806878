import type { startFileName } from '../../search/format/start-file.ts';
import type { PhraseRequest } from './exact/worker.ts';

/*
 * Opens the exact layer where the address asks for something, before the page's own program is loaded. Stands alone,
 * so that it waits for no other module; whether all that succeeds, the search itself will say.
 */
const page = document.querySelector<HTMLElement>('phrase-search');
const folder = page?.dataset.index;
// Said again, since a module that others share would have to be waited for.
const startFile: typeof startFileName = 'start.json';
if (page && folder && new URLSearchParams(location.search).get('q')) {
  const worker = new Worker(new URL('./exact/worker.ts', import.meta.url), { type: 'module' });
  const send = (request: PhraseRequest): void => worker.postMessage(request);
  const address = new URL(folder, location.href).href;
  // While the worker is still on its way.
  const start = fetch(address + startFile, { cache: 'no-cache', priority: 'high' })
    .then((response) => (response.ok ? response.text() : null))
    .catch(() => null);
  send({ kind: 'open', folder: address, asked: location.search });
  void start.then((text) => send({ kind: 'start', text }));
  // The client takes it from there, unless it could not be loaded.
  Reflect.set(page, 'earlyWorker', worker);
  worker.addEventListener('error', () => Reflect.deleteProperty(page, 'earlyWorker'));
}
