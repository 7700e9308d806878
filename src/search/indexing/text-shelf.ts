import type { Alphabet } from '../format/alphabet.ts';
import { ByteWriter } from '../format/byte-writer.ts';
import { writeFileHash } from '../format/file-names.ts';
import { textsPerPack } from '../format/layout.ts';
import { sealed } from '../format/sealed.ts';
import { PackWriter } from './pack-writer.ts';
import type { BuildPlatform } from './platform.ts';

/** Keeps the texts of reports, in the order of their numbers, in packs, and a list of where each stands. */
export class TextShelf {
  readonly #platform: BuildPlatform;
  readonly #pack: PackWriter;
  readonly #names: string[] = [];
  readonly #lengths: number[] = [];

  constructor(platform: BuildPlatform) {
    this.#platform = platform;
    this.#pack = new PackWriter(platform, 'texts');
  }

  /** Adds the next report's `textRecord`. */
  async add(record: string, alphabet: Alphabet): Promise<void> {
    const piece = sealed([this.#platform.deflate(alphabet.coded(record), true)]);
    this.#pack.add(piece);
    this.#lengths.push(piece.length);
    if (this.#pack.count === textsPerPack) this.#names.push(await this.#pack.write());
  }

  /** Writes what is left and the list; gives all names, that of the list last. */
  async end(): Promise<string[]> {
    if (this.#pack.count > 0) this.#names.push(await this.#pack.write());
    const list = new ByteWriter();
    for (const name of this.#names) writeFileHash(name, list);
    const lengths = new ByteWriter();
    for (const length of this.#lengths) lengths.number(length);
    const shelf = new PackWriter(this.#platform, 'shelf');
    shelf.add(sealed([list.written(), this.#platform.deflate(lengths.written(), false)]));
    return [...this.#names, await shelf.write()];
  }
}
