/** The last entry whose separator is not after the phrase; -1 when all are. */
export function lastNotAfter(entries: readonly { readonly separator: string }[], phrase: string): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.separator ?? '') <= phrase) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
