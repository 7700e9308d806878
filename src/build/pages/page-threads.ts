import { Worker } from 'node:worker_threads';
import type { SiteFile } from '../site/site-change.ts';
import type { PageThreadAnswer, PageThreadOrder } from './page-thread.ts';

/** Threads at work. */
export interface PageThreads {
  /** Fulfilled when there is nothing more to take, rejects with what went wrong in one of them. */
  readonly ended: Promise<unknown>;
  /** Ends all of them, whatever they are at. */
  readonly end: () => Promise<unknown>;
}

/**
 * Has threads write pages, beside what the caller writes itself: each takes the paths of the next ones (none when there
 * are no more) and puts what it has made of them.
 */
export function onThreads(
  count: number,
  order: PageThreadOrder,
  take: () => readonly string[],
  put: (files: readonly (readonly [string, SiteFile])[]) => void,
): PageThreads {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./page-thread.ts', import.meta.url), { workerData: order }),
  );
  const works = workers.map(
    (worker) =>
      new Promise<void>((resolve, reject) => {
        worker.on('error', reject);
        worker.on('message', (answer: PageThreadAnswer) => {
          if ('failure' in answer) return reject(new Error(answer.failure));
          put(answer.files);
          const paths = take();
          if (paths.length === 0) resolve();
          else worker.postMessage(paths);
        });
      }),
  );
  const ended = Promise.all(works);
  // Where the caller fails first, nobody waits for it.
  ended.catch(() => {});
  return { ended, end: () => Promise.all(workers.map((worker) => worker.terminate())) };
}
