import { type ListEntry, type ListPack, longestListed, readListPage, readListRoot } from '../format/list-catalogue.ts';
import { type ParagraphRuns, readParagraphCounts, readParagraphRuns } from '../format/paragraph-columns.ts';
import type { SegmentDescription } from '../format/start-file.ts';
import type { Fetcher } from './fetcher.ts';
import { lastNotAfter } from './last-not-after.ts';
import { decoded, opened } from './opened.ts';
import { type ListPlace, readListOffsets, readListParagraphs } from './place-list.ts';
import { Recent } from './recent.ts';

/** Where places of a phrase stand: their paragraphs, rising, and the characters before each in its paragraph. */
export interface ListedPlaces {
  readonly paragraphs: Uint32Array;
  readonly offsets: Uint32Array;
}

const none = new Uint8Array();

/** Lists of places of a segment, read as they are needed and remembered. Needs no other file of the segment opened. */
export class PlaceReader {
  readonly #description: SegmentDescription;
  readonly #fetcher: Fetcher;
  readonly #packs = new Recent<ListPack[]>(1);
  readonly #pages = new Recent<readonly ListEntry[]>(16);
  readonly #lists = new Recent<ListedPlaces>(12);
  readonly #firsts = new Recent<Uint32Array>(1);
  readonly #runs = new Recent<ParagraphRuns>(1);

  constructor(description: SegmentDescription, fetcher: Fetcher) {
    this.#description = description;
    this.#fetcher = fetcher;
  }

  #opened(bytes: Uint8Array, order: readonly ('deflated' | 'plain')[], file: string): Promise<Uint8Array[]> {
    return opened(bytes, order, file, this.#fetcher);
  }

  /** Which files of lists there are. */
  packs(): Promise<ListPack[]> {
    return this.#packs.get('', async () => {
      const { lists: file } = this.#description;
      const [names = none, root = none] = await this.#opened(
        await this.#fetcher.whole(file),
        ['plain', 'deflated'],
        file,
      );
      return decoded(file, () => readListRoot(names, root));
    });
  }

  async #page({ file, page: length }: ListPack): Promise<readonly ListEntry[]> {
    return this.#pages.get(file, async () => {
      const [page = none] = await this.#opened(await this.#fetcher.range(file, 0, length), ['deflated'], file);
      return decoded(file, () => readListPage(page));
    });
  }

  /** The list of the places of a phrase; null where it has none, being rare or long or nowhere, or too frequent. */
  async list(phrase: string): Promise<ListPlace | null> {
    if (phrase.length > longestListed) return null;
    const packs = await this.packs();
    const at = lastNotAfter(packs, phrase);
    // A list whose path the phrase begins may be the first of the next file.
    for (const pack of packs.slice(Math.max(0, at), at + 2)) {
      let from = pack.page;
      for (const { path, shortest, count, paragraphs, offsets } of await this.#page(pack)) {
        const isBelow = path.startsWith(phrase);
        if (isBelow && shortest <= phrase.length) return { path, file: pack.file, from, count, paragraphs, offsets };
        if (isBelow || path > phrase) return null;
        from += paragraphs + offsets;
      }
      if (!packs[at + 1]?.separator.startsWith(phrase)) return null;
    }
    return null;
  }

  /** The places of a list. */
  read({ file, from, count, paragraphs, offsets }: ListPlace): Promise<ListedPlaces> {
    return this.#lists.get(`${file} ${from}`, async () => {
      const bytes = await this.#fetcher.range(file, from, paragraphs + offsets);
      const [[widths = none, bits = none], [offsetWidths = none, offsetBits = none]] = await Promise.all([
        this.#opened(bytes.subarray(0, paragraphs), ['deflated', 'plain'], file),
        this.#opened(bytes.subarray(paragraphs), ['deflated', 'plain'], file),
      ]);
      return decoded(file, () => {
        const found = readListParagraphs(widths, bits, count);
        return { paragraphs: found, offsets: readListOffsets(offsetWidths, offsetBits, found) };
      });
    });
  }

  /** For each report the number of its first paragraph, and behind the last one more. */
  firstParagraphs(): Promise<Uint32Array> {
    return this.#firsts.get('', async () => {
      const { paragraphs: file, documents } = this.#description;
      const [bytes = none] = await this.#opened(await this.#fetcher.whole(file), ['deflated'], file);
      return decoded(file, () => readParagraphCounts(bytes, documents));
    });
  }

  /** The role and the section of each paragraph. */
  paragraphRuns(): Promise<ParagraphRuns> {
    return this.#runs.get('', async () => {
      const { sections: file, documents } = this.#description;
      const [firsts, whole] = await Promise.all([this.firstParagraphs(), this.#fetcher.whole(file)]);
      const [bytes = none] = await this.#opened(whole, ['deflated'], file);
      return decoded(file, () => readParagraphRuns(bytes, documents, firsts[documents] ?? 0));
    });
  }
}
