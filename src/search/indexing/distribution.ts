import { type Places, placeWidth } from './places.ts';

/** Groups of places by their next unit: the units found, in order, and where the places of each begin, and the end. */
export interface Groups {
  readonly units: number[];
  readonly limits: number[];
}

/** Below so many places, putting each into its row takes less than counting. */
const few = 48;

const byNumber = (a: number, b: number): number => a - b;

/** Puts ranges of places into the order of one of their units ahead, keeping the order among equals. */
export class Distribution {
  readonly #counts = new Uint32Array(0x10000);
  #moved = new Uint32Array(1 << 14);

  /** Orders the places from `left` to `right` by the unit that is `which` units ahead. */
  ordered(places: Places, left: number, right: number, which: number): Groups {
    const groups: Groups = { units: [], limits: [] };
    const word = 2 + (which >> 1);
    const shift = which & 1 ? 0 : 16;
    if (right - left <= few) orderFew(places, left, right, word, shift, groups);
    else this.#orderMany(places, left, right, word, shift, groups);
    groups.limits.push(right);
    return groups;
  }

  #orderMany(places: Places, left: number, right: number, word: number, shift: number, groups: Groups): void {
    const counts = this.#counts;
    const { units, limits } = groups;
    for (let i = 4 * left; i < 4 * right; i += 4) {
      const unit = ((places[i + word] ?? 0) >>> shift) & 0xffff;
      const before = counts[unit] ?? 0;
      if (before === 0) units.push(unit);
      counts[unit] = before + 1;
    }
    units.sort(byNumber);
    let begin = 0;
    for (const unit of units) {
      limits.push(left + begin);
      const count = counts[unit] ?? 0;
      counts[unit] = begin;
      begin += count;
    }
    if (units.length > 1) {
      const width = (right - left) * placeWidth;
      if (this.#moved.length < width) this.#moved = new Uint32Array(width + (width >> 2));
      const moved = this.#moved;
      for (let i = 4 * left; i < 4 * right; i += 4) {
        const unit = ((places[i + word] ?? 0) >>> shift) & 0xffff;
        const slot = counts[unit] ?? 0;
        counts[unit] = slot + 1;
        moved[4 * slot] = places[i] ?? 0;
        moved[4 * slot + 1] = places[i + 1] ?? 0;
        moved[4 * slot + 2] = places[i + 2] ?? 0;
        moved[4 * slot + 3] = places[i + 3] ?? 0;
      }
      places.set(moved.subarray(0, width), left * placeWidth);
    }
    for (const unit of units) counts[unit] = 0;
  }
}

function orderFew(places: Places, left: number, right: number, word: number, shift: number, groups: Groups): void {
  for (let i = 4 * left + 4; i < 4 * right; i += 4) {
    const place = places[i] ?? 0;
    const part = places[i + 1] ?? 0;
    const first = places[i + 2] ?? 0;
    const second = places[i + 3] ?? 0;
    const unit = ((word === 2 ? first : second) >>> shift) & 0xffff;
    let hole = i;
    for (; hole > 4 * left && (((places[hole - 4 + word] ?? 0) >>> shift) & 0xffff) > unit; hole -= 4) {
      places[hole] = places[hole - 4] ?? 0;
      places[hole + 1] = places[hole - 3] ?? 0;
      places[hole + 2] = places[hole - 2] ?? 0;
      places[hole + 3] = places[hole - 1] ?? 0;
    }
    if (hole === i) continue;
    places[hole] = place;
    places[hole + 1] = part;
    places[hole + 2] = first;
    places[hole + 3] = second;
  }
  for (let i = left, before = -1; i < right; i++) {
    const unit = ((places[4 * i + word] ?? 0) >>> shift) & 0xffff;
    if (unit === before) continue;
    groups.units.push(unit);
    groups.limits.push(i);
    before = unit;
  }
}
