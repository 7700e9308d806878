import type { BitReader, BitWriter } from './bits.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

/*
 * A step from one report's number to the next is written as its width in bits (a byte, to be compressed) and, apart
 * from them, its bits below the highest: steps are near to random, so only their widths compress.
 */

/** Writes a step of 0 up to 2^24. */
export function writeGap(gap: number, widths: ByteWriter, bits: BitWriter): void {
  const width = 32 - Math.clz32(gap);
  widths.byte(width);
  if (width > 1) bits.bits(gap, width - 1);
}

/** Reads what `writeGap` wrote. */
export function readGap(widths: ByteReader, bits: BitReader): number {
  const width = widths.byte();
  if (width > 25) throw new RangeError(`a step ${width} bits wide`);
  return width < 2 ? width : (1 << (width - 1)) | bits.bits(width - 1);
}
