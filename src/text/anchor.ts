import { folded } from './fold.ts';

/**
 * Eight hex digits that name a paragraph by what it says: FNV-1a, 32 bits, over the UTF-8 bytes of its folded text.
 * Addresses rest on it (`p-` before it, `-2` after a repeat), so it never changes.
 */
export function anchorHash(text: string): string {
  return foldedHash(folded(text));
}

/** The same of a text that is folded already. */
export function foldedHash(fold: string): string {
  let hash = 0x811c9dc5;
  const put = (byte: number): void => {
    hash = Math.imul(hash ^ byte, 0x01000193);
  };
  for (let i = 0; i < fold.length; i++) {
    const point = fold.codePointAt(i) ?? 0;
    if (point < 0x80) put(point);
    else {
      if (point < 0x800) put(0xc0 | (point >> 6));
      else {
        if (point < 0x10000) put(0xe0 | (point >> 12));
        else {
          put(0xf0 | (point >> 18));
          put(0x80 | ((point >> 12) & 63));
          i++;
        }
        put(0x80 | ((point >> 6) & 63));
      }
      put(0x80 | (point & 63));
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
