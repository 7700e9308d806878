import { type LeafKind, leafKinds } from '../format/leaf-kinds.ts';
import { beginsPhrase, type Partition } from './partition.ts';

/** Told, in the order of the sorted suffixes, how they divide. `left` up to (not with) `right` are sorted places. */
export interface SuffixReceiver {
  /**
   * Places that share a path of `depth` units and are divided no further. Those of a merged leaf go on with the unit
   * `first` or a higher one, up to where the next leaf begins (0 for other kinds). `common` is how many units the path
   * shares with that of the leaf before. Only an end leaf and one at the greatest depth may exceed the leaf size;
   * their places are in the order of the text.
   */
  leaf(left: number, right: number, depth: number, kind: LeafKind, first: number, common: number): void;
  /** More places than a leaf holds, all sharing `depth` units, and no others share their first `shortest` units. */
  node(left: number, right: number, shortest: number, depth: number): void;
}

/** How far suffixes are told apart, in units: no phrase is longer. */
export const greatestDepth = 1024;

/** Places at which a phrase of the partition can begin, by first unit; `begins[unit - from]` is where a unit's begin. */
export interface Places {
  readonly places: Uint32Array;
  readonly begins: Uint32Array;
}

/** Finds the places of a partition in one pass over the text. `counts` are the text's `unitCounts`. */
export function placesOf(units: Uint16Array, counts: Uint32Array, { from, to }: Partition): Places {
  const begins = new Uint32Array(to - from + 1);
  for (let unit = from; unit < to; unit++) {
    begins[unit - from + 1] = (begins[unit - from] ?? 0) + (beginsPhrase(unit) ? (counts[unit] ?? 0) : 0);
  }
  const places = new Uint32Array(begins[to - from] ?? 0);
  const next = begins.slice();
  const isOurs = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
    unit >= from && unit < to && beginsPhrase(unit) ? 1 : 0,
  );
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? 0;
    if (isOurs[unit] === 0) continue;
    const slot = next[unit - from] ?? 0;
    places[slot] = at;
    next[unit - from] = slot + 1;
  }
  return { places, begins };
}

/**
 * Sorts the places of a partition by what stands there, only as far as leaves of at most `leafSize` places need it
 * (most significant unit first, shared stretches skipped), and tells the receiver. `places` is sorted in place.
 */
export function sortSuffixes(
  units: Uint16Array,
  { places, begins }: Places,
  from: number,
  leafSize: number,
  receiver: SuffixReceiver,
): void {
  const counts = new Uint32Array(0x10000);
  /** The least depth at which paths parted since the last leaf. */
  let parted = 0;
  let nexts = new Uint16Array(1 << 12);
  let moved = new Uint32Array(1 << 12);

  const leaf = (left: number, right: number, depth: number, kind: LeafKind, first: number): void => {
    receiver.leaf(left, right, depth, kind, first, parted);
    parted = greatestDepth;
  };

  const sharedLength = (left: number, right: number, depth: number): number => {
    const first = (places[left] ?? 0) + depth;
    let shared = 0;
    while (depth + shared < greatestDepth && units[first + shared] !== 0) shared++;
    for (let i = left + 1; i < right && shared > 0; i++) {
      const other = (places[i] ?? 0) + depth;
      let same = 0;
      while (same < shared && units[other + same] === units[first + same]) same++;
      shared = same;
    }
    return shared;
  };

  const sortFew = (left: number, count: number, depth: number): void => {
    for (let i = 0; i < count; i++) {
      const place = places[left + i] ?? 0;
      const next = units[place + depth] ?? 0;
      let hole = i;
      for (; hole > 0 && (nexts[hole - 1] ?? 0) > next; hole--) {
        nexts[hole] = nexts[hole - 1] ?? 0;
        places[left + hole] = places[left + hole - 1] ?? 0;
      }
      nexts[hole] = next;
      places[left + hole] = place;
    }
  };

  const divideFew = (left: number, right: number, depth: number): void => {
    sortFew(left, right - left, depth);
    const found: number[] = [];
    const limits: number[] = [];
    for (let i = 0; i < right - left; i++) {
      const next = nexts[i] ?? 0;
      if (i > 0 && next === nexts[i - 1]) continue;
      found.push(next);
      limits.push(left + i);
    }
    limits.push(right);
    groups(found, limits, depth);
  };

  const divideMany = (left: number, right: number, depth: number): void => {
    const count = right - left;
    if (nexts.length < count) {
      nexts = new Uint16Array(count + (count >> 2));
      moved = new Uint32Array(count + (count >> 2));
    }
    const found: number[] = [];
    for (let i = 0; i < count; i++) {
      const next = units[(places[left + i] ?? 0) + depth] ?? 0;
      nexts[i] = next;
      const before = counts[next] ?? 0;
      if (before === 0) found.push(next);
      counts[next] = before + 1;
    }
    found.sort((a, b) => a - b);
    const limits: number[] = [];
    let begin = 0;
    for (const next of found) {
      const size = counts[next] ?? 0;
      limits.push(left + begin);
      counts[next] = begin;
      begin += size;
    }
    limits.push(right);
    if (found.length > 1) {
      for (let i = 0; i < count; i++) {
        const next = nexts[i] ?? 0;
        const slot = counts[next] ?? 0;
        moved[slot] = places[left + i] ?? 0;
        counts[next] = slot + 1;
      }
      places.set(moved.subarray(0, count), left);
    }
    for (const next of found) counts[next] = 0;
    groups(found, limits, depth);
  };

  const node = (left: number, right: number, reached: number): void => {
    if (right - left <= leafSize) {
      leaf(left, right, reached, leafKinds.plain, 0);
      return;
    }
    const depth = reached + sharedLength(left, right, reached);
    receiver.node(left, right, reached, depth);
    if (depth >= greatestDepth) leaf(left, right, depth, leafKinds.plain, 0);
    else if (right - left <= 48) divideFew(left, right, depth);
    else divideMany(left, right, depth);
  };

  /** Groups by the unit at `depth`; neighbours that fit into one leaf become a merged one. */
  const groups = (nextUnits: readonly number[], limits: readonly number[], depth: number): void => {
    for (let i = 0; i < nextUnits.length; i++) {
      const next = nextUnits[i] ?? 0;
      const left = limits[i] ?? 0;
      if (i > 0 && depth < parted) parted = depth;
      if (next === 0) {
        leaf(left, limits[i + 1] ?? 0, depth, leafKinds.end, 0);
        continue;
      }
      let end = i;
      while (end + 1 < nextUnits.length && (limits[end + 2] ?? 0) - left <= leafSize) end++;
      if (end > i) leaf(left, limits[end + 1] ?? 0, depth, leafKinds.merged, next);
      else node(left, limits[i + 1] ?? 0, depth + 1);
      i = end;
    }
  };

  const first: number[] = [];
  const limits: number[] = [];
  for (let i = 0; i + 1 < begins.length; i++) {
    if (begins[i] === begins[i + 1]) continue;
    first.push(from + i);
    limits.push(begins[i] ?? 0);
  }
  limits.push(places.length);
  groups(first, limits, 0);
}
