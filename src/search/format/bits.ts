/** Bits written one after another, lowest first. */
export class BitWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  #open = 0;
  #count = 0;

  /** The lowest `width` bits of a value; `width` up to 24. */
  bits(value: number, width: number): void {
    this.#open |= (value & ((1 << width) - 1)) << this.#count;
    this.#count += width;
    while (this.#count >= 8) {
      if (this.#length === this.#bytes.length) {
        const grown = new Uint8Array(this.#length * 2);
        grown.set(this.#bytes);
        this.#bytes = grown;
      }
      this.#bytes[this.#length++] = this.#open & 255;
      this.#open >>>= 8;
      this.#count -= 8;
    }
  }

  /** A copy of what was written, filled up with zeros to a whole byte; begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    if (this.#count > 0) this.bits(0, 8 - this.#count);
    const taken = new Uint8Array(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    this.#open = 0;
    this.#count = 0;
    return taken;
  }
}

/** Reads what `BitWriter` wrote; throws a RangeError past the end. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #open = 0;
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  bits(width: number): number {
    while (this.#count < width) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError(`no bits after ${this.#bytes.length} bytes`);
      this.#open |= byte << this.#count;
      this.#count += 8;
    }
    const value = this.#open & ((1 << width) - 1);
    this.#open >>>= width;
    this.#count -= width;
    return value;
  }
}
