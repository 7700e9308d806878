import type { BuildPlatform } from './platform.ts';

/** Collects pieces of an index into a file named after its content. */
export class PackWriter {
  readonly #platform: BuildPlatform;
  readonly #kind: string;
  #pieces: Uint8Array[] = [];

  /** `kind` is how the file's name begins. */
  constructor(platform: BuildPlatform, kind: string) {
    this.#platform = platform;
    this.#kind = kind;
  }

  get count(): number {
    return this.#pieces.length;
  }

  add(piece: Uint8Array): void {
    this.#pieces.push(piece);
  }

  /** Writes what was collected, begins anew, and gives the file's name: `<kind>-<16 hex digits>.bin`. */
  async write(): Promise<string> {
    const bytes = new Uint8Array(this.#pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [];
    const name = `${this.#kind}-${this.#platform.hash(bytes)}.bin`;
    await this.#platform.write(name, bytes);
    return name;
  }
}
