/** The worker that `early-search.ts` opened for the page, once; null where it opened none or it could not be loaded. */
export function takenEarlyWorker(page: HTMLElement): Worker | null {
  const worker: unknown = Reflect.get(page, 'earlyWorker');
  Reflect.deleteProperty(page, 'earlyWorker');
  return worker instanceof Worker ? worker : null;
}
