import { type Comparison, comparison } from '../../compare/comparison.ts';
import type { ComparisonRequest } from '../compare/worker.ts';

/** Stands in for `browser/compare/compared-in-worker.ts` in an edition: browsers refuse workers to pages from a folder. */
export const comparedInWorker = async ({ left, right }: ComparisonRequest): Promise<Comparison> =>
  comparison(left, right);
