import { compareText } from '../../text/order.ts';

/**
 * A whole number from 0 to 2³² − 1 that hangs on nothing but a seed and a key: FNV-1a over the key's UTF-16 units, begun
 * with the seed, and mixed as by MurmurHash3. Samples rest on it, so it must never change.
 */
export function seededNumber(seed: number, key: string): number {
  let value = Math.imul(seed ^ 0x811c9dc5, 0x01000193);
  for (let i = 0; i < key.length; i++) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/**
 * Keys in an order of chance that hangs on the seed and each key alone: the first so many are a random sample, and
 * adding or removing a key leaves the order of the others as it was.
 */
export function seededOrder(keys: readonly string[], seed: number): string[] {
  return keys
    .map((key) => ({ key, number: seededNumber(seed, key) }))
    .sort((a, b) => a.number - b.number || compareText(a.key, b.key))
    .map(({ key }) => key);
}
