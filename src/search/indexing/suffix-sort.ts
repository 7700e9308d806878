import { type LeafKind, leafKinds } from '../format/leaf-kinds.ts';
import { Distribution, type Groups } from './distribution.ts';
import { lookAhead, type Places, type PlacesByUnit, placeWidth, unitsAhead } from './places.ts';

/** Told, in the order of the sorted suffixes, how they divide. `left` up to (not with) `right` are sorted places. */
export interface SuffixReceiver {
  /**
   * Places that share a path of `depth` units and are divided no further. Those of a merged leaf go on with the unit
   * `first` or a higher one, up to where the next leaf begins (0 for other kinds). `common` is how many units the path
   * shares with that of the leaf before. Only an end leaf and one at the greatest depth may exceed the limits;
   * their places are in the order of the text.
   */
  leaf(left: number, right: number, depth: number, kind: LeafKind, first: number, common: number): void;
  /** More places than a leaf holds, all sharing `depth` units, and no others share their first `shortest` units. */
  node(left: number, right: number, shortest: number, depth: number): void;
}

/** How many places a leaf may hold above `explicitDepth`, and from there on. */
export interface LeafLimits {
  readonly leafSize: number;
  readonly deepLeafSize: number;
  readonly explicitDepth: number;
}

/** How far suffixes are told apart, in units: no phrase is longer. */
const greatestDepth = 1024;

/** How many units from the one that is `which` ahead on all places share, up to where a paragraph ends. */
function sharedAhead(places: Places, left: number, right: number, which: number): number {
  const high = places[4 * left + 2] ?? 0;
  const low = places[4 * left + 3] ?? 0;
  const shift = which & 1 ? 0 : 16;
  const unit = ((which < 2 ? high : low) >>> shift) & 0xffff;
  for (let i = 4 * left + 4 + (which < 2 ? 2 : 3); i < 4 * right; i += 4) {
    if ((((places[i] ?? 0) >>> shift) & 0xffff) !== unit) return 0;
  }
  let highDifference = 0;
  let lowDifference = 0;
  for (let i = 4 * left + 4; i < 4 * right; i += 4) {
    highDifference |= (places[i + 2] ?? 0) ^ high;
    lowDifference |= (places[i + 3] ?? 0) ^ low;
  }
  let shared = 0;
  for (let at = which; at < unitsAhead; at++) {
    const atShift = at & 1 ? 0 : 16;
    if (((at < 2 ? highDifference : lowDifference) >>> atShift) & 0xffff) break;
    if ((((at < 2 ? high : low) >>> atShift) & 0xffff) === 0) break;
    shared++;
  }
  return shared;
}

/**
 * Sorts the places of a partition by what stands there, only as far as leaves need it (most significant unit first,
 * shared stretches skipped), and tells the receiver. `from` is the partition's first unit; `all` is sorted in place.
 */
export function sortSuffixes(
  units: Uint16Array,
  all: PlacesByUnit,
  from: number,
  { leafSize, deepLeafSize, explicitDepth }: LeafLimits,
  receiver: SuffixReceiver,
): void {
  const { places, begins } = all;
  const distribution = new Distribution();
  /** The least depth at which paths parted since the last leaf. */
  let parted = 0;

  const mostIn = (depth: number): number => (depth < explicitDepth ? leafSize : deepLeafSize);

  const leaf = (left: number, right: number, depth: number, kind: LeafKind, first: number): void => {
    receiver.leaf(left, right, depth, kind, first, parted);
    parted = greatestDepth;
  };

  const node = (left: number, right: number, reached: number, fetchedBefore: number): void => {
    if (right - left <= mostIn(reached)) {
      leaf(left, right, reached, leafKinds.plain, 0);
      return;
    }
    let depth = reached;
    let fetched = fetchedBefore;
    for (;;) {
      if (depth - fetched === unitsAhead) {
        lookAhead(units, places, left, right, depth);
        fetched = depth;
      }
      const shared = sharedAhead(places, left, right, depth - fetched);
      depth = Math.min(depth + shared, greatestDepth);
      if (depth - fetched < unitsAhead || depth === greatestDepth) break;
    }
    receiver.node(left, right, reached, depth);
    if (depth === greatestDepth) leaf(left, right, depth, leafKinds.plain, 0);
    else divide(distribution.ordered(places, left, right, depth - fetched), depth, fetched);
  };

  /** Goes through groups by the unit at `depth`; neighbours that fit into one leaf become a merged one. */
  const divide = ({ units: nextUnits, limits }: Groups, depth: number, fetched: number): void => {
    const most = mostIn(depth);
    for (let i = 0; i < nextUnits.length; i++) {
      const next = nextUnits[i] ?? 0;
      const left = limits[i] ?? 0;
      if (i > 0 && depth < parted) parted = depth;
      if (next === 0) {
        leaf(left, limits[i + 1] ?? 0, depth, leafKinds.end, 0);
        continue;
      }
      let end = i;
      while (end + 1 < nextUnits.length && (limits[end + 2] ?? 0) - left <= most) end++;
      if (end > i) leaf(left, limits[end + 1] ?? 0, depth, leafKinds.merged, next);
      else node(left, limits[i + 1] ?? 0, depth + 1, fetched);
      i = end;
    }
  };

  const byFirst: Groups = { units: [], limits: [] };
  for (let i = 0; i + 1 < begins.length; i++) {
    if (begins[i] === begins[i + 1]) continue;
    byFirst.units.push(from + i);
    byFirst.limits.push(begins[i] ?? 0);
  }
  byFirst.limits.push(places.length / placeWidth);
  divide(byFirst, 0, 1);
}
