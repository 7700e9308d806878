import { BitWriter } from '../format/bits.ts';
import { type ListEntry, type ListPack, listPageBytes, readListPage } from '../format/list-catalogue.ts';
import { sealed, unsealed } from '../format/sealed.ts';
import type { Deflate } from '../indexing/compression.ts';
import type { Inflate } from './piece-content.ts';
import { withoutNumbers, withoutRange } from './spliced-bits.ts';

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

const writer = new BitWriter();

const part = (bytes: Uint8Array, count: number): Uint8Array[] => {
  const parts = unsealed(bytes, count);
  if (parts === null) throw new Error('a damaged list of places');
  return parts;
};

function purgedList(entry: ListEntry, bytes: Uint8Array, { gone, inflate, deflate }: ListWork): WrittenList | null {
  const [widths = bytes, bits = bytes] = part(bytes.subarray(0, entry.paragraphs), 2);
  const [offsetWidths = bytes, offsetBits = bytes] = part(bytes.subarray(entry.paragraphs), 2);
  let paragraphs = { widths: inflate(widths), bits };
  let offsets = { widths: inflate(offsetWidths), bits: offsetBits };
  for (const { from, to } of gone) {
    const left = withoutRange(paragraphs, from, to, writer);
    if (left === null) continue;
    // The first place of the paragraph behind them is written from the paragraph's beginning, as before.
    offsets = withoutNumbers(offsets, left, writer);
    paragraphs = left;
  }
  const count = paragraphs.widths.length;
  if (count === entry.count) return { entry, bytes: [bytes] };
  if (count === 0) return null;
  const own = sealed([deflate(paragraphs.widths, false), paragraphs.bits]);
  const behind = sealed([deflate(offsets.widths, false), offsets.bits]);
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
