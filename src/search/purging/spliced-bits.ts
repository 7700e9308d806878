import type { BitWriter } from '../format/bits.ts';

/** Bits that a number of so many bits in width takes beside its width; see `writeGap`. */
const bitsOf = (width: number): number => (width > 1 ? width - 1 : 0);

/** Up to 24 bits of what a `BitWriter` wrote, from the so-and-so-many-th on; zeros behind the end. */
function bitsAt(bytes: Uint8Array, bit: number, count: number): number {
  const at = bit >> 3;
  const four =
    (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  return (four >>> (bit & 7)) & ((1 << count) - 1);
}

/** Copies bits from one place up to another. */
function copyBits(bytes: Uint8Array, from: number, to: number, writer: BitWriter): void {
  for (let bit = from; bit < to; bit += 24) {
    const count = Math.min(24, to - bit);
    writer.bits(bitsAt(bytes, bit, count), count);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Numbers as `writeGap` wrote them: their widths, and apart from them their bits. */
export interface GapBytes {
  readonly widths: Uint8Array<ArrayBuffer>;
  readonly bits: Uint8Array<ArrayBuffer>;
}

/** Where numbers stand among others: the first, and the first behind them. */
export interface NumberStretch {
  readonly first: number;
  readonly behind: number;
}

const bitsBetween = (widths: Uint8Array, from: number, to: number): number => {
  let bits = 0;
  for (let at = from; at < to; at++) bits += bitsOf(widths[at] ?? 0);
  return bits;
};

/** Leaves out a stretch of numbers. */
export function withoutNumbers(
  { widths, bits }: { readonly widths: Uint8Array; readonly bits: Uint8Array },
  { first, behind }: NumberStretch,
  writer: BitWriter,
): GapBytes {
  const begin = bitsBetween(widths, 0, first);
  const end = begin + bitsBetween(widths, first, behind);
  copyBits(bits, 0, begin, writer);
  copyBits(bits, end, end + bitsBetween(widths, behind, widths.length), writer);
  return { widths: joined([widths.subarray(0, first), widths.subarray(behind)]), bits: writer.take() };
}

/**
 * Leaves out those of rising numbers, written as steps, that are at least `from` and less than `to`; null where there
 * are none. Only the step behind them becomes another, so that all others are copied as they are.
 */
export function withoutRange(
  { widths, bits }: { readonly widths: Uint8Array; readonly bits: Uint8Array },
  from: number,
  to: number,
  writer: BitWriter,
): (GapBytes & NumberStretch) | null {
  let [at, bit, value] = [0, 0, 0];
  const step = (): number => {
    const width = widths[at] ?? 0;
    return width < 2 ? width : (1 << (width - 1)) | bitsAt(bits, bit, width - 1);
  };
  const passTo = (limit: number): void => {
    for (let next = value + step(); at < widths.length && next < limit; next = value + step()) {
      value = next;
      bit += bitsOf(widths[at] ?? 0);
      at++;
    }
  };
  passTo(from);
  const [first, firstBit, before] = [at, bit, value];
  passTo(to);
  if (at === first) return null;
  copyBits(bits, 0, firstBit, writer);
  if (at === widths.length)
    return { first, behind: at, widths: joined([widths.subarray(0, first)]), bits: writer.take() };
  const gap = value + step() - before;
  const width = 32 - Math.clz32(gap);
  if (width > 1) writer.bits(gap, width - 1);
  const rest = bit + bitsOf(widths[at] ?? 0);
  copyBits(bits, rest, rest + bitsBetween(widths, at + 1, widths.length), writer);
  return {
    first,
    behind: at,
    widths: joined([widths.subarray(0, first), Uint8Array.of(width), widths.subarray(at + 1)]),
    bits: writer.take(),
  };
}

/** Leaves out of `rows` rows of so many numbers each, as `ByteWriter.number` wrote them, the one at a place in each row. */
export function withoutColumn(
  bytes: Uint8Array,
  rows: number,
  length: number,
  column: number,
): Uint8Array<ArrayBuffer> {
  let at = 0;
  const pass = (count: number): void => {
    for (let left = count; left > 0; at++) if ((bytes[at] ?? 0) < 128) left--;
  };
  const kept: Uint8Array[] = [];
  for (let row = 0; row < rows; row++) {
    const begin = at;
    pass(column);
    kept.push(bytes.subarray(begin, at));
    pass(1);
    const behind = at;
    pass(length - column - 1);
    kept.push(bytes.subarray(behind, at));
  }
  return joined(kept);
}
