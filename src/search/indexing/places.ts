import type { FoldedCorpus } from './folded-corpus.ts';
import { beginsPhrase, type Partition } from './partition.ts';

/**
 * Places in the text at which phrases can begin, being sorted: four numbers each, together, since fetching them from
 * all over memory is what sorting costs. The place; its part; and the units that follow, two to a number, the first in
 * the high half.
 */
export type Places = Uint32Array;

/** Numbers a place takes in `Places`. */
export const placeWidth = 4;

/** How many of the units that follow a place are kept beside it. */
export const unitsAhead = 4;

/** Fetches the units that stand `depth` units after each place of a range. */
export function lookAhead(units: Uint16Array, places: Places, left: number, right: number, depth: number): void {
  for (let i = 4 * left; i < 4 * right; i += 4) {
    const at = (places[i] ?? 0) + depth;
    places[i + 2] = ((units[at] ?? 0) << 16) | (units[at + 1] ?? 0);
    places[i + 3] = ((units[at + 2] ?? 0) << 16) | (units[at + 3] ?? 0);
  }
}

/** Places by their first unit: those of unit `from + i` begin at `begins[i]`. The units ahead are those after it. */
export interface PlacesByUnit {
  readonly places: Places;
  readonly begins: Uint32Array;
}

/** Finds the places of a partition in one pass over the text. `counts` are the text's `unitCounts`. */
export function placesOf({ units, starts }: FoldedCorpus, counts: Uint32Array, { from, to }: Partition): PlacesByUnit {
  const begins = new Uint32Array(to - from + 1);
  const isOurs = new Uint8Array(0x10000);
  for (let unit = from; unit < to; unit++) {
    const isSought = beginsPhrase(unit);
    isOurs[unit] = isSought ? 1 : 0;
    begins[unit - from + 1] = (begins[unit - from] ?? 0) + (isSought ? (counts[unit] ?? 0) : 0);
  }
  const places = new Uint32Array((begins[to - from] ?? 0) * placeWidth);
  const next = begins.slice();
  for (let part = 0, at = 0; part + 1 < starts.length; part++) {
    for (const end = starts[part + 1] ?? 0; at < end; at++) {
      const unit = units[at] ?? 0;
      if (isOurs[unit] === 0) continue;
      const slot = next[unit - from] ?? 0;
      next[unit - from] = slot + 1;
      places[4 * slot] = at;
      places[4 * slot + 1] = part;
      places[4 * slot + 2] = ((units[at + 1] ?? 0) << 16) | (units[at + 2] ?? 0);
      places[4 * slot + 3] = ((units[at + 3] ?? 0) << 16) | (units[at + 4] ?? 0);
    }
  }
  return { places, begins };
}
