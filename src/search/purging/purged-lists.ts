import { BitWriter } from '../format/bits.ts';
import { ByteWriter } from '../format/byte-writer.ts';
import { writeGap } from '../format/gaps.ts';
import { type ListEntry, type ListPack, listPageBytes, readListPage } from '../format/list-catalogue.ts';
import { sealed, unsealed } from '../format/sealed.ts';
import type { Deflate } from '../indexing/compression.ts';
import { readListOffsets, readListParagraphs } from '../lookup/place-list.ts';
import type { Inflate } from './piece-content.ts';

/** Paragraphs in a row, counted through all reports of a segment; the last is not among them. */
export interface ParagraphStretch {
  readonly from: number;
  readonly to: number;
}

interface ListWork {
  /** Whether a text that goes stands at some place of a list, by the list's path. */
  readonly isSaid: (path: string) => boolean;
  readonly gone: readonly ParagraphStretch[];
  readonly inflate: Inflate;
  readonly deflate: Deflate;
}

/** A list as it stands in a file: its entry on the page, and its two pieces. */
interface WrittenList {
  readonly entry: ListEntry;
  readonly bytes: readonly Uint8Array[];
}

const part = (bytes: Uint8Array, count: number): Uint8Array[] => {
  const parts = unsealed(bytes, count);
  if (parts === null) throw new Error('a damaged list of places');
  return parts;
};

function purgedList(entry: ListEntry, bytes: Uint8Array, { gone, inflate, deflate }: ListWork): WrittenList | null {
  const [widths = bytes, bits = bytes] = part(bytes.subarray(0, entry.paragraphs), 2);
  const [offsetWidths = bytes, offsetBits = bytes] = part(bytes.subarray(entry.paragraphs), 2);
  const paragraphs = readListParagraphs(inflate(widths), bits, entry.count);
  const offsets = readListOffsets(inflate(offsetWidths), offsetBits, paragraphs);
  const newWidths = new ByteWriter();
  const newBits = new BitWriter();
  const newOffsetWidths = new ByteWriter();
  const newOffsetBits = new BitWriter();
  let [count, paragraphBefore, offsetBefore] = [0, 0, 0];
  for (const [at, paragraph] of paragraphs.entries()) {
    if (gone.some(({ from, to }) => paragraph >= from && paragraph < to)) continue;
    const gap = paragraph - paragraphBefore;
    const offset = offsets[at] ?? 0;
    writeGap(gap, newWidths, newBits);
    writeGap(gap === 0 ? offset - offsetBefore : offset, newOffsetWidths, newOffsetBits);
    [paragraphBefore, offsetBefore] = [paragraph, offset];
    count++;
  }
  if (count === 0) return null;
  const own = sealed([deflate(newWidths.view(), false), newBits.take()]);
  const behind = sealed([deflate(newOffsetWidths.view(), false), newOffsetBits.take()]);
  return { entry: { ...entry, count, paragraphs: own.length, offsets: behind.length }, bytes: [own, behind] };
}

/** A file of lists without the places of some paragraphs; null where no list is left. Throws where it is damaged. */
export function purgedLists(
  file: Uint8Array,
  { page }: ListPack,
  work: ListWork,
): { readonly bytes: readonly Uint8Array[]; readonly separator: string; readonly page: number } | null {
  const { isSaid, inflate, deflate } = work;
  const [coded = file] = part(file.subarray(0, page), 1);
  let from = page;
  const left: WrittenList[] = [];
  for (const entry of readListPage(inflate(coded))) {
    const bytes = file.subarray(from, from + entry.paragraphs + entry.offsets);
    from += bytes.length;
    const list = isSaid(entry.path) ? purgedList(entry, bytes, work) : { entry, bytes: [bytes] };
    if (list) left.push(list);
  }
  const [first] = left;
  if (!first) return null;
  const written = sealed([deflate(listPageBytes(left.map(({ entry }) => entry)), true)]);
  return {
    bytes: [written, ...left.flatMap(({ bytes }) => bytes)],
    separator: first.entry.path,
    page: written.length,
  };
}
