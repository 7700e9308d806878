/** Reads what `ByteWriter` wrote. Reading past the end throws a RangeError: the bytes are not what they claim. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get rest(): number {
    return this.#bytes.length - this.at;
  }

  byte(): number {
    const value = this.#bytes[this.at++];
    if (value === undefined) throw new RangeError(`no byte at ${this.at - 1} of ${this.#bytes.length}`);
    return value;
  }

  unit(): number {
    const low = this.byte();
    return low | (this.byte() << 8);
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      if (scale > 2 ** 42) throw new RangeError('a number longer than any that is written');
    }
  }

  text(): string {
    const length = this.number();
    let value = '';
    for (let i = 0; i < length; i++) value += String.fromCharCode(this.unit());
    return value;
  }

  /** The next bytes, as a view. */
  bytes(length: number): Uint8Array {
    if (length > this.rest) throw new RangeError(`${length} bytes wanted, ${this.rest} left`);
    const value = this.#bytes.subarray(this.at, this.at + length);
    this.at += length;
    return value;
  }
}
