import { type Comparison, comparison } from '../../compare/comparison.ts';
import type { TextBlock } from '../../compare/report-text.ts';

/** What the worker is asked, and by posting back the comparison answers. */
export interface ComparisonRequest {
  readonly left: readonly TextBlock[];
  readonly right: readonly TextBlock[];
}

addEventListener('message', ({ data }: MessageEvent<ComparisonRequest>) => {
  const answer: Comparison = comparison(data.left, data.right);
  postMessage(answer);
});
