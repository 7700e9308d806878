import { type ListEntry, type ListPack, listPageBytes, listRootBytes, listsPerPack } from '../format/list-catalogue.ts';
import { sealed } from '../format/sealed.ts';
import { PackWriter } from './pack-writer.ts';
import type { BuildPlatform } from './platform.ts';
import type { ListRun } from './sorted-partition.ts';

/** Writes lists of places into packs, each behind a page that tells of them, and the root that tells of the packs. */
export class ListWriter {
  readonly #platform: BuildPlatform;
  readonly #packs: ListPack[] = [];
  #entries: ListEntry[] = [];
  #pieces: Uint8Array[] = [];

  constructor(platform: BuildPlatform) {
    this.#platform = platform;
  }

  /** Adds the lists of the next partition. */
  async add({ paths, shortest, counts, bytes, lengths }: ListRun): Promise<void> {
    let at = 0;
    for (const [i, path] of paths.entries()) {
      const paragraphs = lengths[2 * i] ?? 0;
      const offsets = lengths[2 * i + 1] ?? 0;
      this.#entries.push({ path, shortest: shortest[i] ?? 0, count: counts[i] ?? 0, paragraphs, offsets });
      // What a thread handed over is kept only as long as its pack is open.
      this.#pieces.push(bytes.slice(at, at + paragraphs + offsets));
      at += paragraphs + offsets;
      if (this.#entries.length === listsPerPack) await this.#write();
    }
  }

  async #write(): Promise<void> {
    const page = sealed([this.#platform.deflate(listPageBytes(this.#entries), true)]);
    const pack = new PackWriter(this.#platform, 'places');
    pack.add(page);
    for (const piece of this.#pieces) pack.add(piece);
    this.#packs.push({ file: await pack.write(), separator: this.#entries[0]?.path ?? '', page: page.length });
    this.#entries = [];
    this.#pieces = [];
  }

  /** Writes what is left; gives the names of all files, that of the root last. */
  async end(): Promise<string[]> {
    if (this.#entries.length > 0) await this.#write();
    const { names, root } = listRootBytes(this.#packs);
    const file = new PackWriter(this.#platform, 'lists');
    file.add(sealed([names, this.#platform.deflate(root, true)]));
    return [...this.#packs.map(({ file }) => file), await file.write()];
  }
}
