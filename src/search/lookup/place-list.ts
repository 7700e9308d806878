import { BitReader } from '../format/bits.ts';
import { ByteReader } from '../format/byte-reader.ts';
import { readGap } from '../format/gaps.ts';

/** Where a list of places stands in a file of the index. */
export interface ListPlace {
  /** What stands at each place: the phrase, and what follows it everywhere. */
  readonly path: string;
  readonly file: string;
  readonly from: number;
  /** Places. */
  readonly count: number;
  /** Bytes of its paragraphs, and of the offsets behind them. */
  readonly paragraphs: number;
  readonly offsets: number;
}

const numbersOf = (widths: Uint8Array, bits: Uint8Array, count: number): Uint32Array => {
  const widthReader = new ByteReader(widths);
  const bitReader = new BitReader(bits);
  const numbers = new Uint32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = readGap(widthReader, bitReader);
  return numbers;
};

/** The paragraph of each place, rising, counted through all reports of the segment. */
export function readListParagraphs(widths: Uint8Array, bits: Uint8Array, count: number): Uint32Array {
  const paragraphs = numbersOf(widths, bits, count);
  for (let i = 1; i < count; i++) paragraphs[i] = (paragraphs[i - 1] ?? 0) + (paragraphs[i] ?? 0);
  return paragraphs;
}

/** Characters before each place in its paragraph. */
export function readListOffsets(widths: Uint8Array, bits: Uint8Array, paragraphs: Uint32Array): Uint32Array {
  const offsets = numbersOf(widths, bits, paragraphs.length);
  for (let i = 1; i < offsets.length; i++)
    if (paragraphs[i] === paragraphs[i - 1]) offsets[i] = (offsets[i - 1] ?? 0) + (offsets[i] ?? 0);
  return offsets;
}
