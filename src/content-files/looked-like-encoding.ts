import { isUtf8 } from 'node:buffer';

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How many of the characters are those that every report has. */
const usual = (text: string): number => (text.match(/[的一是在和了有为政法治建行工作人年市县区，。、]/g) ?? []).length;

/** Names of the two byte orders of UTF-16: by the mark, else by the zeros beside ASCII. */
function utf16(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'UTF-16 LE（Windows 的“Unicode”）';
  if (first === 0xfe && second === 0xff) return 'UTF-16 BE';
  const sample = bytes.subarray(0, 4000);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 20 && odd > 4 * even) return 'UTF-16 LE（没有标记）';
  return even > sample.length / 20 && even > 4 * odd ? 'UTF-16 BE（没有标记）' : null;
}

/** What bytes look like that are no UTF-8, named for a curator; null where they are UTF-8, with its mark or without. */
export function lookedLikeEncoding(bytes: Uint8Array): string | null {
  const isNarrow = isUtf8(bytes);
  if (isNarrow && !bytes.includes(0)) return null;
  const wide = utf16(bytes);
  if (wide !== null || isNarrow) return wide;
  const rivals = (['gb18030', 'big5'] as const).flatMap((encoding) => {
    const text = decoded(bytes, encoding);
    return text === null ? [] : [{ encoding, usual: usual(text) }];
  });
  const [best] = rivals.sort((a, b) => b.usual - a.usual);
  if (!best) return '夹有别种编码的字，或已损坏的 UTF-8';
  return best.encoding === 'gb18030' ? 'GB18030（GBK，中文 Windows 的“ANSI”）' : 'Big5';
}
