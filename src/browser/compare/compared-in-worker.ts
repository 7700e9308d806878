import type { Comparison } from '../../compare/comparison.ts';
import type { ComparisonRequest } from './worker.ts';

/** Compares in a worker, so that the page answers meanwhile. Rejects when the worker cannot run. */
export function comparedInWorker(request: ComparisonRequest): Promise<Comparison> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Comparison>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Comparison>) => resolve(data));
    worker.addEventListener('error', () => reject(new Error('the comparison worker failed')));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
