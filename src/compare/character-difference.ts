import { alignment, type Pair } from '../text/alignment.ts';
import { type Difference, joinedRuns, type Run } from './run.ts';

/** A number with its sign of percent, a word of letters, else one character: what counts as changed as a whole. */
const token = /\d+(?:\.\d+)*[%％‰]?|[A-Za-z]+|[\s\S]/gu;

const tokens = (text: string): string[] => text.match(token) ?? [];

/** Above this product of token counts two sentences are only compared at their ends. */
const largest = 4_000_000;

/** Stretches of common tokens without a gap on either side. */
interface Stretch {
  readonly left: number;
  readonly right: number;
  readonly length: number;
}

function stretches(common: readonly Pair[]): Stretch[] {
  const found: { left: number; right: number; length: number }[] = [];
  for (const [left, right] of common) {
    const last = found.at(-1);
    if (last && last.left + last.length === left && last.right + last.length === right) last.length++;
    else found.push({ left, right, length: 1 });
  }
  return found;
}

/**
 * What two sentences share, token by token. A single character between two changes is chance, not a shared word, and
 * counts as changed.
 */
export function characterDifference(left: string, right: string): Difference {
  const [a, b] = [tokens(left), tokens(right)];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [innerA, innerB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const isTooLarge = innerA.length * innerB.length > largest;
  // Equal tokens weigh the same, so that the pairs are a longest common subsequence.
  const common = isTooLarge ? [] : alignment(innerA.length, innerB.length, (i, j) => (innerA[i] === innerB[j] ? 1 : 0));
  const inner = stretches(common).filter(({ length }) => length > 1);
  const kept: readonly Stretch[] = [
    { left: 0, right: 0, length: head },
    ...inner.map((stretch) => ({ ...stretch, left: stretch.left + head, right: stretch.right + head })),
    { left: a.length - tail, right: b.length - tail, length: tail },
  ];
  const runs = (all: readonly string[], begin: (stretch: Stretch) => number): Run[] => {
    let done = 0;
    return kept.flatMap((stretch): Run[] => {
      const from = begin(stretch);
      const before = all.slice(done, from).join('');
      done = from + stretch.length;
      return [
        { text: before, isSame: false },
        { text: all.slice(from, done).join(''), isSame: true },
      ];
    });
  };
  return {
    left: joinedRuns(runs(a, (stretch) => stretch.left)),
    right: joinedRuns(runs(b, (stretch) => stretch.right)),
  };
}
