import { sampledPlaces } from '../../../search/corpus/sampled-places.ts';
import { folded } from '../../../text/fold.ts';
import type { PhraseLine } from '../exact/engine.ts';
import type { CorpusState } from './corpus-state.ts';

/** A report that was found. */
interface Found {
  readonly facts: { readonly id: string };
  readonly occurrences: number;
}

/** Which of the lines found are wanted. */
export interface LineChoice {
  /** Which places of each report were drawn, numbered from 0, by id; null for all. */
  readonly drawn: ReadonlyMap<string, ReadonlySet<number>> | null;
  /** What a line must hold, folded; empty for nothing. */
  readonly within: string;
}

/** The choice that a state makes among what was found; null for all. */
export function lineChoice(
  { sample, seed, within }: Pick<CorpusState, 'sample' | 'seed' | 'within'>,
  found: readonly Found[],
): LineChoice | null {
  if (sample === 0 && within === '') return null;
  const counted = found.map(({ facts, occurrences }) => ({ id: facts.id, occurrences }));
  return { drawn: sample === 0 ? null : sampledPlaces(counted, sample, seed), within: folded(within) };
}

/** The reports in which places were drawn, with how many of them. */
export function chosenReports<One extends Found>(choice: LineChoice | null, found: readonly One[]): readonly One[] {
  if (!choice?.drawn) return found;
  const { drawn } = choice;
  return found.flatMap((one) => {
    const own = drawn.get(one.facts.id);
    return own ? [{ ...one, occurrences: own.size }] : [];
  });
}

/** Of all lines of a report those that are wanted. */
export function chosenLines(
  choice: LineChoice | null,
  id: string,
  lines: readonly PhraseLine[],
): readonly PhraseLine[] {
  if (!choice) return lines;
  const { drawn, within } = choice;
  const isWithin = ({ before, phrase, after }: PhraseLine): boolean =>
    within === '' || folded(before + phrase + after).includes(within);
  return lines.filter((line, at) => (drawn === null || drawn.get(id)?.has(at)) && isWithin(line));
}
