import { folded } from './fold.ts';

/**
 * Eight hex digits that name a paragraph by what it says: FNV-1a, 32 bits, over the UTF-8 bytes of its folded text.
 * Addresses rest on it (`p-` before it, `-2` after a repeat), so it never changes.
 */
export function anchorHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(folded(text))) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
