// The worker that answers in place of the network where there is none. It is registered when a reader keeps a first
// pack, and taken away with the last.
import { heldIndexPath, heldReports } from '../../offline/held-packs.ts';
import { heldPacks } from './held-store.ts';

interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
declare const clients: { claim(): Promise<void> };
declare const skipWaiting: () => Promise<void>;

const isFetch = (event: Event): event is FetchEvent => 'respondWith' in event;
const isLife = (event: Event): event is LifeEvent => 'waitUntil' in event;

const base = new URL('.', location.href).pathname;
const report = /^reports\/(\d{2})\d{4}[^/]*\/(\d{4})/;

/** A file of the packs by its path; null where none of them holds it. */
async function heldFile(path: string): Promise<Response | null> {
  const held = await heldPacks(base);
  const [, province = '', year = ''] = report.exec(path) ?? [];
  const packs = held?.packs.toSorted((a) => (a.name === `${province}/${year}` ? -1 : 1)) ?? [];
  for (const name of new Set(packs.flatMap(({ caches }) => caches))) {
    const found = await (await caches.open(name)).match(base + path);
    if (found) return found;
  }
  return null;
}

/** A file of the index over what is kept. */
async function indexFile(path: string): Promise<Response> {
  const held = await heldPacks(base);
  const found = held && (await (await caches.open(held.index)).match(base + path));
  return found ?? new Response(null, { status: 404 });
}

/** The search page, told that it searches what is kept. */
async function heldSearch(page: Response): Promise<Response> {
  const held = await heldPacks(base);
  const told = `<phrase-search data-held="${held ? heldReports(held) : 0}" `;
  const text = (await page.text())
    .replace('<phrase-search ', told)
    .replace(/ data-index="[^"]*"/, ` data-index="${base}${heldIndexPath}"`)
    // What stands there is asked of the network before all else.
    .replace(/<link rel="preload"[^>]*>/, '');
  return new Response(text, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/** What stands in place of an answer that the network does not give. */
async function answerHeld(request: Request, path: string): Promise<Response> {
  const found = await heldFile(path);
  if (found) return /^(?:en\/)?search\/$/.test(path) ? heldSearch(found) : found;
  // What else is kept is listed there.
  const list = request.mode === 'navigate' ? await heldFile('offline/') : null;
  if (!list) return Response.error();
  return new Response(list.body, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

addEventListener('install', (event) => {
  if (isLife(event)) event.waitUntil(skipWaiting());
});
addEventListener('activate', (event) => {
  if (isLife(event)) event.waitUntil(clients.claim());
});
addEventListener('fetch', (event) => {
  if (!isFetch(event)) return;
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(base)) return;
  const path = pathname.slice(base.length);
  if (path.startsWith(heldIndexPath)) event.respondWith(indexFile(path));
  else event.respondWith(fetch(request).catch(() => answerHeld(request, path)));
});
