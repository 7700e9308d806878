import { ByteWriter } from '../format/byte-writer.ts';
import { writeFileHash } from '../format/file-names.ts';
import { blocksPerPack, blocksPerPage } from '../format/layout.ts';
import type { RootEntry } from '../format/report-columns.ts';
import { sealed } from '../format/sealed.ts';
import { sharedLength } from '../format/shared-length.ts';
import { PackWriter } from './pack-writer.ts';
import type { BuildPlatform } from './platform.ts';
import type { PieceRun, SortedPartition } from './sorted-partition.ts';

interface HeadEntry {
  readonly shortest: number;
  readonly depth: number;
  readonly main: number;
  readonly roles: number;
}

interface BlockEntry {
  readonly separator: string;
  readonly main: number;
  readonly roles: number;
  readonly heads: readonly HeadEntry[];
}

/** Walks through the pieces of a run. */
function* piecesOf({ bytes, lengths }: PieceRun): Generator<{ bytes: Uint8Array; main: number; roles: number }> {
  for (let i = 0, at = 0; i < lengths.length; i += 2) {
    const main = lengths[i] ?? 0;
    const roles = lengths[i + 1] ?? 0;
    yield { bytes: bytes.subarray(at, at + main + roles), main, roles };
    at += main + roles;
  }
}

/** Writes blocks and heads into packs and, page by page, the directory of where they stand. */
export class DirectoryWriter {
  readonly #platform: BuildPlatform;
  readonly #blocks: PackWriter;
  readonly #heads: PackWriter;
  readonly #pages: PackWriter;
  readonly #root: RootEntry[] = [];
  readonly #names: string[] = [];
  #entries: BlockEntry[] = [];
  #packs: string[] = [];

  constructor(platform: BuildPlatform) {
    this.#platform = platform;
    this.#blocks = new PackWriter(platform, 'blocks');
    this.#heads = new PackWriter(platform, 'heads');
    this.#pages = new PackWriter(platform, 'directory');
  }

  /** Adds the next partition. */
  async add({ separators, blocks, spans, heads }: SortedPartition): Promise<void> {
    const headPieces = [...piecesOf(heads)];
    let nextHead = 0;
    let block = 0;
    for (const { bytes, main, roles } of piecesOf(blocks)) {
      const own: HeadEntry[] = [];
      for (let span = spans[nextHead]; span?.block === block; span = spans[nextHead]) {
        const piece = headPieces[nextHead++];
        if (!piece) break;
        this.#heads.add(piece.bytes);
        own.push({ shortest: span.shortest, depth: span.depth, main: piece.main, roles: piece.roles });
      }
      this.#blocks.add(bytes);
      this.#entries.push({ separator: separators[block] ?? '', main, roles, heads: own });
      if (this.#blocks.count === blocksPerPack) this.#packs.push(await this.#blocks.write());
      if (this.#entries.length === blocksPerPage) await this.#writePage();
      block++;
    }
  }

  async #writePage(): Promise<void> {
    if (this.#blocks.count > 0) this.#packs.push(await this.#blocks.write());
    const names = new ByteWriter();
    for (const name of this.#packs) writeFileHash(name, names);
    this.#names.push(...this.#packs);
    if (this.#heads.count > 0) {
      const name = await this.#heads.write();
      writeFileHash(name, names);
      this.#names.push(name);
    }
    const page = new ByteWriter();
    page.number(this.#entries.length);
    let before = '';
    for (const { separator, main, roles, heads } of this.#entries) {
      const shared = sharedLength(before, separator);
      page.number(shared);
      page.text(separator.slice(shared));
      page.number(main);
      page.number(roles);
      page.number(heads.length);
      for (const head of heads) {
        page.number(head.shortest);
        page.number(head.depth - head.shortest);
        page.number(head.main);
        page.number(head.roles);
      }
      before = separator;
    }
    const bytes = sealed([names.written(), this.#platform.deflate(page.written(), true)]);
    this.#pages.add(bytes);
    this.#root.push({ separator: this.#entries[0]?.separator ?? '', length: bytes.length });
    this.#entries = [];
    this.#packs = [];
  }

  /** Writes what is left; gives the names of all files, that of the directory last, and the directory's root. */
  async end(): Promise<{ names: string[]; root: RootEntry[] }> {
    if (this.#entries.length > 0) await this.#writePage();
    return { names: [...this.#names, await this.#pages.write()], root: this.#root };
  }
}
