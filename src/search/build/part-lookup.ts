import type { FoldedCorpus } from './folded-corpus.ts';

/** Finds the part in which a place of the corpus lies: a coarse table, then a step or two. */
export function partLookup({ units, starts }: FoldedCorpus): (place: number) => number {
  const shift = 9;
  const coarse = new Uint32Array((units.length >>> shift) + 1);
  for (let cell = 0, part = 0; cell < coarse.length; cell++) {
    while ((starts[part + 1] ?? Number.POSITIVE_INFINITY) <= cell * (1 << shift)) part++;
    coarse[cell] = part;
  }
  return (place) => {
    let part = coarse[place >>> shift] ?? 0;
    while ((starts[part + 1] ?? Number.POSITIVE_INFINITY) <= place) part++;
    return part;
  };
}
