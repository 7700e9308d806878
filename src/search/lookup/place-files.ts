import { type ListPack, readListRoot } from '../format/list-catalogue.ts';
import { readParagraphCounts } from '../format/paragraph-columns.ts';
import type { SegmentDescription } from '../format/start-file.ts';
import type { Fetcher } from './fetcher.ts';
import { decoded, opened } from './opened.ts';

/** Which files of lists of places a segment has. */
export async function listPacks({ lists }: SegmentDescription, fetcher: Fetcher): Promise<ListPack[]> {
  const parts = await opened(await fetcher.whole(lists), ['plain', 'deflated'], lists, fetcher);
  const [names = new Uint8Array(0), root = names] = parts;
  return decoded(lists, () => readListRoot(names, root));
}

/** For each report of a segment the number of its first paragraph, and behind the last one more. */
export async function firstParagraphs(
  { paragraphs, documents }: SegmentDescription,
  fetcher: Fetcher,
): Promise<Uint32Array> {
  const parts = await opened(await fetcher.whole(paragraphs), ['deflated'], paragraphs, fetcher);
  const [bytes = new Uint8Array(0)] = parts;
  return decoded(paragraphs, () => readParagraphCounts(bytes, documents));
}
