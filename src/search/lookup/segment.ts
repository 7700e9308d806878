import { ByteReader } from '../format/byte-reader.ts';
import { readFileName } from '../format/file-names.ts';
import { textsPerPack } from '../format/layout.ts';
import { readOpening, type SegmentOpening } from '../format/report-columns.ts';
import { roleCodeCount } from '../format/role-codes.ts';
import type { SegmentDescription } from '../format/start-file.ts';
import { type IndexedText, reportText } from '../format/text-record.ts';
import { type BlockPlace, type PiecePlace, readDirectoryPage } from './directory-page.ts';
import type { Fetcher } from './fetcher.ts';
import { decoded, opened } from './opened.ts';
import type { PieceParts } from './piece-reader.ts';
import { PlaceReader } from './place-reader.ts';
import { Recent } from './recent.ts';
import { SearchFailure } from './search-failure.ts';
import { type FoldedParagraphs, foldedParagraphs } from './text-search.ts';

/** Where the texts of a segment stand. */
interface Shelf {
  readonly packs: readonly string[];
  readonly begins: readonly number[];
  readonly lengths: readonly number[];
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
  /** Where frequent phrases stand. */
  readonly places: PlaceReader;
  readonly #fetcher: Fetcher;
  readonly #pages = new Recent<readonly BlockPlace[]>(64);
  readonly #pieces = new Recent<PieceParts>(96);
  readonly #texts = new Recent<IndexedText>(textsKept);
  readonly #folded = new Recent<FoldedParagraphs>(textsKept);
  readonly #columns = new Recent<readonly number[]>(4);
  readonly #shelves = new Recent<Shelf>(1);

  private constructor(description: SegmentDescription, opening: SegmentOpening, fetcher: Fetcher, places: PlaceReader) {
    this.description = description;
    this.opening = opening;
    this.removed = new Set(description.removed);
    this.places = places;
    this.#fetcher = fetcher;
  }

  /** Reads the segment's first file; `expect` may begin to read lists of places beside it. */
  static async open(
    description: SegmentDescription,
    fetcher: Fetcher,
    expect: (places: PlaceReader) => void = () => {},
  ): Promise<Segment> {
    const places = new PlaceReader(description, fetcher);
    expect(places);
    const file = description.reports;
    const [bytes = new Uint8Array(0)] = await opened(await fetcher.whole(file), ['deflated'], file, fetcher);
    const opening = decoded(file, () => readOpening(bytes));
    if (opening.reports.ids.length !== description.documents) throw new SearchFailure('damaged', file);
    return new Segment(description, opening, fetcher, places);
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
