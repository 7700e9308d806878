import type { Saying } from '../../i18n/saying.ts';
import type { PackIndex } from '../../offline/pack-lists.ts';
import { keepPacks, NotKept, removePacks } from './packing.ts';

/** What the worker is asked: once. */
export type PackingOrder =
  | { readonly kind: 'keep'; readonly base: string; readonly offered: PackIndex; readonly names: readonly string[] }
  | { readonly kind: 'remove'; readonly base: string; readonly names: readonly string[] };

/** What it tells: how far it has come, then that all stands or why not. */
export type PackingTold =
  | {
      readonly kind: 'reached';
      readonly phase: 'files' | 'texts' | 'index';
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly why: Saying | string };

const tell = (told: PackingTold): void => postMessage(told);

async function work(order: PackingOrder): Promise<void> {
  const reached = (phase: 'files' | 'texts' | 'index', done: number, total: number): void =>
    tell({ kind: 'reached', phase, done, total });
  try {
    if (order.kind === 'keep') await keepPacks(order.base, order.offered, order.names, reached);
    else await removePacks(order.base, order.names, reached);
    tell({ kind: 'done' });
  } catch (error) {
    tell({
      kind: 'failed',
      why: error instanceof NotKept ? error.said : error instanceof Error ? error.message : String(error),
    });
  }
}

addEventListener('message', ({ data }: MessageEvent<PackingOrder>) => void work(data));
