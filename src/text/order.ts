/**
 * The order of two texts by their UTF-16 units, the same on every machine and in every language: below 0 where `a`
 * stands first, 0 where they are the same.
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
