/** Bytes written one after another into a buffer that grows. */
export class ByteWriter {
  #bytes: Uint8Array;
  length = 0;

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity);
  }

  #reserve(count: number): void {
    if (this.length + count <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + count));
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
  }

  /** The lowest eight bits of a number. */
  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.length++] = value;
  }

  /** A UTF-16 unit, low byte first. */
  unit(value: number): void {
    this.#reserve(2);
    this.#bytes[this.length++] = value & 255;
    this.#bytes[this.length++] = value >> 8;
  }

  /** An integer of 0 up to 2^53, seven bits a byte, lowest first. */
  number(value: number): void {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.byte((rest & 127) | 128);
    this.byte(rest);
  }

  /** A string as the number of its UTF-16 units and the units. */
  text(value: string): void {
    this.number(value.length);
    for (let i = 0; i < value.length; i++) this.unit(value.charCodeAt(i));
  }

  bytes(value: Uint8Array): void {
    this.#reserve(value.length);
    this.#bytes.set(value, this.length);
    this.length += value.length;
  }

  /** A copy of what was written. */
  written(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#bytes.subarray(0, this.length));
  }

  /** What was written, as a view that lasts until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }

  /** Begins anew in the same buffer. */
  clear(): void {
    this.length = 0;
  }
}
