import { ByteReader } from '../format/byte-reader.ts';
import { ByteWriter } from '../format/byte-writer.ts';
import { readFileName, writeFileHash } from '../format/file-names.ts';
import { textsPerPack } from '../format/layout.ts';
import { type ListPack, listRootBytes, readListRoot } from '../format/list-catalogue.ts';
import { readParagraphCounts } from '../format/paragraph-columns.ts';
import { openingBytes, type RootEntry, readOpening } from '../format/report-columns.ts';
import { sealed, unsealed } from '../format/sealed.ts';
import { reportText, textRecord } from '../format/text-record.ts';
import { type BlockEntry, directoryPage } from '../indexing/directory-writer.ts';
import type { RememberedSegment } from '../indexing/manifest.ts';
import { PackWriter } from '../indexing/pack-writer.ts';
import { beginsPhrase } from '../indexing/partition.ts';
import type { BuildPlatform } from '../indexing/platform.ts';
import { type BlockPlace, readDirectoryPage } from '../lookup/directory-page.ts';
import { lastNotAfter } from '../lookup/last-not-after.ts';
import { foldedParagraphs } from '../lookup/text-search.ts';
import type { Inflate } from './piece-content.ts';
import { type PieceWork, purgedBlock, purgedHead } from './purged-block.ts';
import { purgedLists } from './purged-lists.ts';

/** What a segment is read and written by. */
export interface PurgingPlatform extends Pick<BuildPlatform, 'deflate' | 'hash' | 'write'> {
  readonly inflate: Inflate;
  /** A file of the index, which stands; throws where it does not. */
  readonly read: (name: string) => Uint8Array;
}

/** Thrown where a segment cannot be changed so, and has to be written anew. */
export class NotPurged extends Error {}

/** As far as two places are told apart, in units. */
const deepest = 1024;

function parts(bytes: Uint8Array, count: number): Uint8Array[] {
  const found = unsealed(bytes, count);
  if (found === null) throw new NotPurged('a file of the index is damaged');
  return found;
}

/** What stands in a text without which nothing tells of it. */
const emptyRecord = textRecord(
  {
    ...{ id: '', region: '', year: 0, level: 'county', issuerKind: 'government', slug: null },
    ...{ title: null, path: [], paragraphs: [] },
  },
  [],
);

/** A segment being rewritten without the texts of some of its reports. */
class Purge {
  readonly #segment: RememberedSegment;
  readonly #platform: PurgingPlatform;
  readonly #gone: ReadonlySet<number>;
  /** Files of the segment that others stand for, or none. */
  readonly #instead = new Map<string, string | null>();
  #folds: readonly string[] = [];

  constructor(segment: RememberedSegment, gone: ReadonlySet<number>, platform: PurgingPlatform) {
    this.#segment = segment;
    this.#gone = gone;
    this.#platform = platform;
  }

  async #written(kind: string, pieces: readonly Uint8Array[], instead: string): Promise<string> {
    const pack = new PackWriter(this.#platform, kind);
    for (const piece of pieces) pack.add(piece);
    const name = await pack.write();
    this.#instead.set(instead, name);
    return name;
  }

  #isSaid = (phrase: string): boolean => this.#folds.some((fold) => fold.includes(phrase));

  /** Takes the texts from their packs, and keeps them folded; gives the new list of texts. */
  async #shelf(alphabet: PieceWork['alphabet']): Promise<string> {
    const { read, inflate, deflate } = this.#platform;
    const { shelf, documents } = this.#segment.description;
    const [coded = new Uint8Array(), codedLengths = new Uint8Array()] = parts(read(shelf), 2);
    const nameReader = new ByteReader(coded);
    const names: string[] = [];
    while (nameReader.rest > 0) names.push(readFileName('texts', nameReader));
    const lengthReader = new ByteReader(inflate(codedLengths));
    const lengths = Array.from({ length: documents }, () => lengthReader.number());
    const folds: string[] = [];
    const empty = sealed([deflate(alphabet.coded(emptyRecord), true)]);
    for (const [at, name] of names.entries()) {
      const first = at * textsPerPack;
      const own = lengths.slice(first, first + textsPerPack);
      if (!own.some((_, i) => this.#gone.has(first + i))) continue;
      const bytes = read(name);
      let from = 0;
      const pieces = own.map((length, i) => {
        const piece = bytes.subarray(from, from + length);
        from += length;
        if (!this.#gone.has(first + i)) return piece;
        const [text = piece] = parts(piece, 1);
        const record = reportText(alphabet.decoded(inflate(text)));
        folds.push(...foldedParagraphs(record).map(({ text }) => text));
        lengths[first + i] = empty.length;
        return empty;
      });
      names[at] = await this.#written('texts', pieces, name);
    }
    this.#folds = folds;
    const list = new ByteWriter();
    for (const name of names) writeFileHash(name, list);
    const newLengths = new ByteWriter();
    for (const length of lengths) newLengths.number(length);
    return this.#written('shelf', [sealed([list.written(), deflate(newLengths.written(), false)])], shelf);
  }

  /** The blocks in which the places of the texts stand, by their numbers. */
  #blocksOfPlaces(blocks: readonly BlockPlace[]): { readonly numbers: ReadonlySet<number>; readonly places: number } {
    const numbers = new Set<number>();
    let places = 0;
    for (const fold of this.#folds)
      for (let at = 0; at < fold.length; at++) {
        if (!beginsPhrase(fold.charCodeAt(at))) continue;
        places++;
        numbers.add(lastNotAfter(blocks, fold.slice(at, at + deepest)));
      }
    return { numbers, places };
  }

  /** Takes the places from blocks and heads; gives the new directory and its root. */
  async #directory(work: PieceWork, root: readonly RootEntry[]): Promise<{ directory: string; root: RootEntry[] }> {
    const { read } = this.#platform;
    const { directory: file } = this.#segment.description;
    const directory = read(file);
    let from = 0;
    const pages = root.map(({ length }) => {
      const bytes = directory.subarray(from, from + length);
      from += length;
      const [names = bytes, coded = bytes] = parts(bytes, 2);
      return { bytes, blocks: readDirectoryPage(names, work.inflate(coded)) };
    });
    const all = pages.flatMap(({ blocks }) => blocks);
    const { numbers, places } = this.#blocksOfPlaces(all);
    let [taken, first] = [0, 0];
    const newRoot: RootEntry[] = [];
    const newPages: Uint8Array[] = [];
    for (const [at, { bytes, blocks }] of pages.entries()) {
      const isHeadGone = (i: number, shortest: number): boolean =>
        this.#isSaid((all[first + i + 1]?.separator ?? '').slice(0, shortest));
      const isTouched = blocks.some(
        ({ heads }, i) => numbers.has(first + i) || heads.some(({ shortest }) => isHeadGone(i, shortest)),
      );
      if (isTouched) {
        const pack = blocks[0]?.file ?? '';
        const headFile = blocks.find(({ heads }) => heads.length > 0)?.heads[0]?.file ?? null;
        const blockBytes = read(pack);
        const headBytes = headFile === null ? new Uint8Array() : read(headFile);
        const newBlocks: Uint8Array[] = [];
        const newHeads: Uint8Array[] = [];
        const entries: BlockEntry[] = [];
        for (const [i, block] of blocks.entries()) {
          if (block.file !== pack) throw new NotPurged('a page of the directory has several packs of blocks');
          const main = blockBytes.subarray(block.from, block.from + block.main);
          const roles = blockBytes.subarray(block.from + block.main, block.from + block.main + block.roles);
          const purged = numbers.has(first + i)
            ? purgedBlock({ main, roles }, block.separator, this.#gone, work)
            : { piece: { main, roles }, separator: block.separator, taken: 0 };
          // Its heads would have to go to the next one.
          if (!purged) throw new NotPurged('nothing is left of a block');
          taken += purged.taken;
          newBlocks.push(purged.piece.main, purged.piece.roles);
          const heads = block.heads.map(({ from, main, roles, shortest, depth }) => {
            const whole = {
              main: headBytes.subarray(from, from + main),
              roles: headBytes.subarray(from + main, from + main + roles),
            };
            const head = isHeadGone(i, shortest) ? purgedHead(whole, this.#gone, work) : whole;
            newHeads.push(head.main, head.roles);
            return { shortest, depth, main: head.main.length, roles: head.roles.length };
          });
          const { length } = purged.piece.main;
          entries.push({ separator: purged.separator, main: length, roles: purged.piece.roles.length, heads });
        }
        const names = [await this.#written('blocks', newBlocks, pack)];
        if (headFile !== null) names.push(await this.#written('heads', newHeads, headFile));
        const page = directoryPage(names, entries, work.deflate);
        newPages.push(page);
        newRoot.push({ separator: entries[0]?.separator ?? '', length: page.length });
      } else {
        newPages.push(bytes);
        newRoot.push({ separator: root[at]?.separator ?? '', length: bytes.length });
      }
      first += blocks.length;
    }
    if (taken !== places) throw new NotPurged(`${taken} of ${places} places were found`);
    return { directory: await this.#written('directory', newPages, file), root: newRoot };
  }

  /** Takes the places from the lists of frequent phrases; gives the new root of the lists. */
  async #lists(): Promise<string> {
    const { read, inflate, deflate } = this.#platform;
    const { lists, paragraphs, documents } = this.#segment.description;
    const [counts = new Uint8Array()] = parts(read(paragraphs), 1);
    const firsts = readParagraphCounts(inflate(counts), documents);
    const gone = [...this.#gone].map((report) => ({ from: firsts[report] ?? 0, to: firsts[report + 1] ?? 0 }));
    const [names = new Uint8Array(), coded = new Uint8Array()] = parts(read(lists), 2);
    const packs: ListPack[] = [];
    for (const pack of readListRoot(names, inflate(coded))) {
      const purged = purgedLists(read(pack.file), pack, { isSaid: this.#isSaid, gone, inflate, deflate });
      if (purged) {
        const file = await this.#written('places', purged.bytes, pack.file);
        packs.push({ file, separator: purged.separator, page: purged.page });
      } else this.#instead.set(pack.file, null);
    }
    const written = listRootBytes(packs);
    return this.#written('lists', [sealed([written.names, deflate(written.root, true)])], lists);
  }

  async segment(): Promise<RememberedSegment> {
    const { read, inflate, deflate } = this.#platform;
    const { description, files, reports } = this.#segment;
    const [coded = new Uint8Array()] = parts(read(description.reports), 1);
    const opening = readOpening(inflate(coded));
    const { alphabet } = opening;
    const work = { alphabet, explicitDepth: description.explicitDepth, inflate, deflate };
    const shelf = await this.#shelf(alphabet);
    const { directory, root } = await this.#directory(work, opening.root);
    const lists = await this.#lists();
    const ids = opening.reports.ids.map((id, number) => (this.#gone.has(number) ? '' : id));
    const bytes = openingBytes({ alphabet, root, reports: { ...opening.reports, ids } });
    const opened = await this.#written('reports', [sealed([deflate(bytes, true)])], description.reports);
    return {
      description: { ...description, reports: opened, directory, shelf, lists },
      files: files.flatMap((file) => {
        const name = this.#instead.get(file);
        return name === undefined ? [file] : name === null ? [] : [name];
      }),
      reports: reports.map((report, number) =>
        this.#gone.has(number) ? { id: '', digest: '', redactions: 0, characters: 0 } : report,
      ),
    };
  }
}

/**
 * Writes a segment without the texts of some of its reports, given by number, into new files: neither a block nor a head
 * nor a list nor a text tells of them. Their numbers stay, and must be left out by whoever reads it. Only what holds a
 * place of theirs is read and written again: of thousands of reports that takes a small part of what the whole does.
 * Throws `NotPurged` where that cannot be done, `Error` where a file is missing or damaged; the old files are as they were.
 */
export const purgedSegment = (
  segment: RememberedSegment,
  gone: ReadonlySet<number>,
  platform: PurgingPlatform,
): Promise<RememberedSegment> => new Purge(segment, gone, platform).segment();
