/** A share of all suffixes: those whose first unit is `from` up to (not with) `to`. */
export interface Partition {
  readonly from: number;
  readonly to: number;
}

const isLowSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

/** Whether places that begin with a unit are indexed: no phrase begins with a paragraph's end or half a character. */
export function beginsPhrase(unit: number): boolean {
  return unit !== 0 && !isLowSurrogate(unit);
}

/** How often each unit occurs, 65,536 counts. */
export function unitCounts(units: Uint16Array): Uint32Array {
  const counts = new Uint32Array(0x10000);
  for (const unit of units) counts[unit] = (counts[unit] ?? 0) + 1;
  return counts;
}

/**
 * Divides the suffixes by their first unit into shares of about `size` or a twelfth of all, whichever is more. Hangs
 * on the text alone, so that an index is the same whatever machine builds it.
 */
export function partitions(counts: Uint32Array, size: number): Partition[] {
  let total = 0;
  for (let unit = 0; unit < counts.length; unit++) if (beginsPhrase(unit)) total += counts[unit] ?? 0;
  const share = Math.max(size, Math.ceil(total / 12));
  const found: Partition[] = [];
  let from = 0;
  let filled = 0;
  for (let unit = 0; unit < counts.length; unit++) {
    const count = beginsPhrase(unit) ? (counts[unit] ?? 0) : 0;
    if (count > 0 && filled > 0 && filled + count > share) {
      found.push({ from, to: unit });
      from = unit;
      filled = 0;
    }
    filled += count;
  }
  if (filled > 0) found.push({ from, to: counts.length });
  return found;
}
