import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

/** Codes of one byte; what follows takes two bytes, 256 codes to each of the leads; the last byte escapes a raw unit. */
const singles = 192;
const leads = 63;
const escapeByte = 255;
const capacity = singles + leads * 256;

/**
 * The UTF-16 units of a segment, the frequent ones first, so that they are written in one byte and the others in two.
 * Only frequent characters need to be ranked; whatever turns up later is put at the end.
 */
export class Alphabet {
  readonly #units: number[];
  readonly #codes = new Uint16Array(0x10000);

  constructor(units: readonly number[]) {
    this.#units = [];
    for (const unit of units) this.add(unit);
  }

  /** Gives a unit a code if it has none yet and there is room. */
  add(unit: number): void {
    if (this.#codes[unit] !== 0 || this.#units.length === capacity) return;
    this.#units.push(unit);
    this.#codes[unit] = this.#units.length;
  }

  /** All units, in the order of their codes. */
  get units(): readonly number[] {
    return this.#units;
  }

  write(unit: number, to: ByteWriter): void {
    const code = (this.#codes[unit] ?? 0) - 1;
    if (code < 0) {
      to.byte(escapeByte);
      to.unit(unit);
    } else if (code < singles) to.byte(code);
    else {
      to.byte(singles + ((code - singles) >> 8));
      to.byte((code - singles) & 255);
    }
  }

  read(from: ByteReader): number {
    const lead = from.byte();
    if (lead === escapeByte) return from.unit();
    const code = lead < singles ? lead : singles + ((lead - singles) << 8) + from.byte();
    const unit = this.#units[code];
    if (unit === undefined) throw new RangeError(`no unit has code ${code}`);
    return unit;
  }

  /** A text as codes, unit by unit. */
  coded(text: string): Uint8Array<ArrayBuffer> {
    const writer = new ByteWriter(text.length * 2);
    for (let i = 0; i < text.length; i++) this.write(text.charCodeAt(i), writer);
    return writer.written();
  }

  /** The text that `coded` wrote. */
  decoded(bytes: Uint8Array): string {
    const reader = new ByteReader(bytes);
    const units = new Uint16Array(bytes.length);
    let length = 0;
    while (reader.rest > 0) units[length++] = this.read(reader);
    let text = '';
    for (let i = 0; i < length; i += 4096)
      text += String.fromCharCode(...units.subarray(i, Math.min(length, i + 4096)));
    return text;
  }
}

/** Units by how often they occur; within the codes that cost the same, by number, so that their list compresses. */
export function rankedUnits(counts: Uint32Array): number[] {
  const present: number[] = [];
  for (let unit = 0; unit < counts.length; unit++) if ((counts[unit] ?? 0) > 0) present.push(unit);
  const ranked = present.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const shelves = [ranked.slice(0, singles)];
  for (let at = singles; at < ranked.length; at += 256) shelves.push(ranked.slice(at, at + 256));
  return shelves.flatMap((shelf) => shelf.sort((a, b) => a - b));
}
