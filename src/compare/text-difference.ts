import { alignment } from '../text/alignment.ts';
import { characterPairs, likeness, sharedPairs } from '../text/likeness.ts';
import { sentences } from '../text/sentences.ts';
import { characterDifference } from './character-difference.ts';
import { type Difference, joinedRuns, type Run } from './run.ts';

/** Sentences less alike than this have only words in common, not a wording. */
const alike = 0.35;

function ordered(left: string, right: string): Difference {
  const [a, b] = [sentences(left), sentences(right)];
  const [pairsA, pairsB] = [a.map(characterPairs), b.map(characterPairs)];
  const none = characterPairs('');
  const pairs = alignment(a.length, b.length, (i, j) => {
    const [x, y] = [pairsA[i] ?? none, pairsB[j] ?? none];
    // Who asks has paired the paragraphs; where each is one sentence, nothing else could be paired.
    if (a.length === 1 && b.length === 1) return 1;
    return likeness(x, y) >= alike ? sharedPairs(x, y) : 0;
  });
  const sides: { left: Run[]; right: Run[] } = { left: [], right: [] };
  const only = (texts: readonly string[]): Run => ({ text: texts.join(''), isSame: false });
  let [doneA, doneB] = [0, 0];
  for (const [i, j] of [...pairs, [a.length, b.length] as const]) {
    const inside = characterDifference(a[i] ?? '', b[j] ?? '');
    sides.left.push(only(a.slice(doneA, i)), ...inside.left);
    sides.right.push(only(b.slice(doneB, j)), ...inside.right);
    [doneA, doneB] = [i + 1, j + 1];
  }
  return { left: joinedRuns(sides.left), right: joinedRuns(sides.right) };
}

/**
 * What two paragraphs share: sentences are paired in order by likeness, then compared character by character. Which
 * of the two stands on the left changes nothing but the sides.
 */
export function textDifference(left: string, right: string): Difference {
  if (left <= right) return ordered(left, right);
  const mirrored = ordered(right, left);
  return { left: mirrored.right, right: mirrored.left };
}
