import { ByteReader } from '../format/byte-reader.ts';
import { readFileName } from '../format/file-names.ts';
import { textsPerPack } from '../format/layout.ts';
import { type ListEntry, type ListPack, longestListed, readListPage } from '../format/list-catalogue.ts';
import { type ParagraphRuns, readParagraphRuns } from '../format/paragraph-columns.ts';
import { readOpening, type SegmentOpening } from '../format/report-columns.ts';
import { roleCodeCount } from '../format/role-codes.ts';
import type { SegmentDescription } from '../format/start-file.ts';
import { type IndexedText, reportText } from '../format/text-record.ts';
import { type BlockPlace, type PiecePlace, readDirectoryPage } from './directory-page.ts';
import type { Fetcher } from './fetcher.ts';
import { lastNotAfter } from './last-not-after.ts';
import { decoded, opened } from './opened.ts';
import type { PieceParts } from './piece-reader.ts';
import { firstParagraphs, listPacks } from './place-files.ts';
import { type ListPlace, readListOffsets, readListParagraphs } from './place-list.ts';
import { Recent } from './recent.ts';
import { SearchFailure } from './search-failure.ts';
import { type FoldedParagraphs, foldedParagraphs } from './text-search.ts';

/** Where the texts of a segment stand. */
interface Shelf {
  readonly packs: readonly string[];
  readonly begins: readonly number[];
  readonly lengths: readonly number[];
}

/** Where places of a phrase stand: their paragraphs, rising, and the characters before each in its paragraph. */
export interface ListedPlaces {
  readonly paragraphs: Uint32Array;
  readonly offsets: Uint32Array;
}

/** Texts of a segment that are remembered. */
const textsKept = 256;

const mainParts = ['deflated', 'deflated', 'deflated', 'plain'] as const;
const roleParts = ['deflated', 'deflated'] as const;

/** One part of the index, its files read as they are needed and remembered. */
export class Segment {
  readonly description: SegmentDescription;
  readonly opening: SegmentOpening;
  readonly removed: ReadonlySet<number>;
  readonly #fetcher: Fetcher;
  readonly #pages = new Recent<readonly BlockPlace[]>(64);
  readonly #pieces = new Recent<PieceParts>(96);
  readonly #texts = new Recent<IndexedText>(textsKept);
  readonly #folded = new Recent<FoldedParagraphs>(textsKept);
  readonly #columns = new Recent<readonly number[]>(4);
  readonly #shelves = new Recent<Shelf>(1);
  readonly #packs = new Recent<ListPack[]>(1);
  readonly #listPages = new Recent<readonly ListEntry[]>(16);
  readonly #lists = new Recent<ListedPlaces>(12);
  readonly #firsts = new Recent<Uint32Array>(1);
  readonly #runs = new Recent<ParagraphRuns>(1);

  private constructor(description: SegmentDescription, opening: SegmentOpening, fetcher: Fetcher) {
    this.description = description;
    this.opening = opening;
    this.removed = new Set(description.removed);
    this.#fetcher = fetcher;
  }

  /** Reads the segment's first file; `isPlaced` begins to read what lists of places take, too. */
  static async open(description: SegmentDescription, fetcher: Fetcher, isPlaced = false): Promise<Segment> {
    const ahead = isPlaced ? ([listPacks(description, fetcher), firstParagraphs(description, fetcher)] as const) : null;
    // Who asks for one of them is told of its failure.
    for (const file of ahead ?? []) file.catch(() => {});
    const file = description.reports;
    const [bytes = new Uint8Array(0)] = await opened(await fetcher.whole(file), ['deflated'], file, fetcher);
    const opening = decoded(file, () => readOpening(bytes));
    if (opening.reports.ids.length !== description.documents) throw new SearchFailure('damaged', file);
    const segment = new Segment(description, opening, fetcher);
    if (ahead) {
      void segment.#packs.get('', () => ahead[0]);
      void segment.#firsts.get('', () => ahead[1]);
    }
    return segment;
  }

  /** A page of the directory. */
  page(index: number): Promise<readonly BlockPlace[]> {
    return this.#pages.get(String(index), async () => {
      const file = this.description.directory;
      const from = this.opening.root.slice(0, index).reduce((sum, { length }) => sum + length, 0);
      const bytes = await this.#fetcher.range(file, from, this.opening.root[index]?.length ?? 0);
      const [names, blocks] = await opened(bytes, ['plain', 'deflated'], file, this.#fetcher);
      return decoded(file, () => readDirectoryPage(names ?? bytes, blocks ?? bytes));
    });
  }

  /** Neighbouring pieces of one or more files, one request a file. `withRoles` reads their roles too. */
  async pieces(places: readonly PiecePlace[], withRoles: boolean): Promise<PieceParts[]> {
    const byFile = new Map<string, PiecePlace[]>();
    for (const place of places) byFile.set(place.file, [...(byFile.get(place.file) ?? []), place]);
    const parts = await Promise.all(
      [...byFile.values()].map((run) => {
        const [first] = run;
        const last = run.at(-1);
        if (!first || !last) return [];
        const length = last.from + last.main + (withRoles ? last.roles : 0) - first.from;
        const bytes = new Recent<Uint8Array>(1);
        const fetched = (): Promise<Uint8Array> =>
          bytes.get('', () => this.#fetcher.range(first.file, first.from, length));
        return Promise.all(run.map((place) => this.#piece(place, first.from, fetched, withRoles)));
      }),
    );
    return parts.flat();
  }

  #piece(
    { file, from, main, roles }: PiecePlace,
    begin: number,
    fetched: () => Promise<Uint8Array>,
    withRoles: boolean,
  ): Promise<PieceParts> {
    return this.#pieces.get(`${file} ${from} ${withRoles}`, async () => {
      const bytes = await fetched();
      const at = from - begin;
      const open = (part: Uint8Array, order: readonly ('deflated' | 'plain')[]): Promise<Uint8Array[]> =>
        opened(part, order, file, this.#fetcher);
      return {
        main: await open(bytes.subarray(at, at + main), mainParts),
        roles: withRoles ? await open(bytes.subarray(at + main, at + main + roles), roleParts) : null,
      };
    });
  }

  #shelf(): Promise<Shelf> {
    return this.#shelves.get('', async () => {
      const file = this.description.shelf;
      const parts = await opened(await this.#fetcher.whole(file), ['plain', 'deflated'], file, this.#fetcher);
      return decoded(file, () => {
        const [names = new Uint8Array(0), lengths = names] = parts;
        const nameReader = new ByteReader(names);
        const packs: string[] = [];
        while (nameReader.rest > 0) packs.push(readFileName('texts', nameReader));
        const reader = new ByteReader(lengths);
        let at = 0;
        const sizes = Array.from({ length: this.description.documents }, () => reader.number());
        const begins: number[] = [];
        for (const [i, size] of sizes.entries()) {
          begins.push(i % textsPerPack === 0 ? 0 : at);
          at = (begins[i] ?? 0) + size;
        }
        return { packs, begins, lengths: sizes };
      });
    });
  }

  /** The text of a report of this segment. */
  text(report: number): Promise<IndexedText> {
    return this.#texts.get(String(report), async () => {
      const { packs, begins, lengths } = await this.#shelf();
      const file = packs[Math.floor(report / textsPerPack)] ?? '';
      return this.#textOf(file, await this.#fetcher.range(file, begins[report] ?? 0, lengths[report] ?? 0));
    });
  }

  async #textOf(file: string, bytes: Uint8Array): Promise<IndexedText> {
    const [codes = bytes] = await opened(bytes, ['deflated'], file, this.#fetcher);
    return decoded(file, () => reportText(this.opening.alphabet.decoded(codes)));
  }

  /**
   * Begins to read the texts of several reports, in rising order and at most `textsKept`, for those who ask for them
   * next: texts that stand side by side in a file in one request.
   */
  async expectTexts(reports: readonly number[]): Promise<void> {
    const { packs, begins, lengths } = await this.#shelf();
    const runs: number[][] = [];
    for (const report of reports) {
      const last = runs.at(-1);
      if (last?.at(-1) === report - 1 && report % textsPerPack > 0) last.push(report);
      else runs.push([report]);
    }
    for (const run of runs) {
      const file = packs[Math.floor((run[0] ?? 0) / textsPerPack)] ?? '';
      const from = begins[run[0] ?? 0] ?? 0;
      const length = run.reduce((sum, report) => sum + (lengths[report] ?? 0), 0);
      const bytes = new Recent<Uint8Array>(1);
      for (const report of run) {
        void this.#texts.get(String(report), async () => {
          const all = await bytes.get('', () => this.#fetcher.range(file, from, length));
          const at = (begins[report] ?? 0) - from;
          return this.#textOf(file, all.subarray(at, at + (lengths[report] ?? 0)));
        });
      }
    }
  }

  /** How many bytes the texts of reports take to fetch. */
  async textBytes(reports: readonly number[]): Promise<number> {
    const { lengths } = await this.#shelf();
    return reports.reduce((sum, report) => sum + (lengths[report] ?? 0), 0);
  }

  /** The folded text of a report of this segment. */
  foldedText(report: number): Promise<FoldedParagraphs> {
    return this.#folded.get(String(report), async () => foldedParagraphs(await this.text(report)));
  }

  async #listPage(pack: ListPack): Promise<readonly ListEntry[]> {
    return this.#listPages.get(pack.file, async () => {
      const bytes = await this.#fetcher.range(pack.file, 0, pack.page);
      const [page = bytes] = await opened(bytes, ['deflated'], pack.file, this.#fetcher);
      return decoded(pack.file, () => readListPage(page));
    });
  }

  /** The list of the places of a phrase; null where it has none, being rare or long or nowhere, or too frequent. */
  async list(phrase: string): Promise<ListPlace | null> {
    if (phrase.length > longestListed) return null;
    const packs = await this.listPacks();
    const at = lastNotAfter(packs, phrase);
    // A list whose path the phrase begins may be the first of the next file.
    for (const pack of packs.slice(Math.max(0, at), at + 2)) {
      let from = pack.page;
      for (const { path, shortest, count, paragraphs, offsets } of await this.#listPage(pack)) {
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
  places({ file, from, count, paragraphs, offsets }: ListPlace): Promise<ListedPlaces> {
    return this.#lists.get(`${file} ${from}`, async () => {
      const bytes = await this.#fetcher.range(file, from, paragraphs + offsets);
      const open = (part: Uint8Array): Promise<Uint8Array[]> =>
        opened(part, ['deflated', 'plain'], file, this.#fetcher);
      const [own, behind] = await Promise.all([open(bytes.subarray(0, paragraphs)), open(bytes.subarray(paragraphs))]);
      return decoded(file, () => {
        const [widths = bytes, bits = bytes] = own;
        const [offsetWidths = bytes, offsetBits = bytes] = behind;
        const found = readListParagraphs(widths, bits, count);
        return { paragraphs: found, offsets: readListOffsets(offsetWidths, offsetBits, found) };
      });
    });
  }

  /** For each report the number of its first paragraph, and behind the last one more. */
  firstParagraphs(): Promise<Uint32Array> {
    return this.#firsts.get('', () => firstParagraphs(this.description, this.#fetcher));
  }

  /** Which files of lists of places there are. */
  listPacks(): Promise<ListPack[]> {
    return this.#packs.get('', () => listPacks(this.description, this.#fetcher));
  }

  /** The role and the section of each paragraph. */
  paragraphRuns(): Promise<ParagraphRuns> {
    return this.#runs.get('', async () => {
      const { sections: file, documents } = this.description;
      const [firsts, whole] = await Promise.all([this.firstParagraphs(), this.#fetcher.whole(file)]);
      const [bytes = whole] = await opened(whole, ['deflated'], file, this.#fetcher);
      return decoded(file, () => readParagraphRuns(bytes, documents, firsts[documents] ?? 0));
    });
  }

  async #column(file: string, length: number): Promise<readonly number[]> {
    return this.#columns.get(file, async () => {
      const [bytes = new Uint8Array(0)] = await opened(
        await this.#fetcher.whole(file),
        ['deflated'],
        file,
        this.#fetcher,
      );
      return decoded(file, () => {
        const reader = new ByteReader(bytes);
        return Array.from({ length }, () => reader.number());
      });
    });
  }

  /** Folded characters of each report. */
  characters(): Promise<readonly number[]> {
    return this.#column(this.description.characters, this.description.documents);
  }

  /** Folded characters of each report in sections with one of the roles. */
  async charactersIn(roles: ReadonlySet<number>): Promise<readonly number[]> {
    const { documents } = this.description;
    const columns = await this.#column(this.description.roles, documents * roleCodeCount);
    return Array.from({ length: documents }, (_, report) =>
      [...roles].reduce((sum, role) => sum + (columns[role * documents + report] ?? 0), 0),
    );
  }
}
