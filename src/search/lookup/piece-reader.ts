import type { Alphabet } from '../format/alphabet.ts';
import { BitReader } from '../format/bits.ts';
import { ByteReader } from '../format/byte-reader.ts';
import { readGap } from '../format/gaps.ts';
import { remainderRole, roleCodeCount } from '../format/role-codes.ts';

/** In which reports places stand, and how many in each. */
export type OnCount = (report: number, count: number) => void;

/** The opened parts of a piece; `roles` are there only where places are to be told apart by role. */
export interface PieceParts {
  readonly main: readonly Uint8Array[];
  readonly roles: readonly Uint8Array[] | null;
}

/** Codes of the roles whose places count. */
export type WantedRoles = ReadonlySet<number>;

const empty = new Uint8Array(0);

/** Reads a block or a head as `PieceStreams` wrote it. */
export class PieceReader {
  readonly numbers: ByteReader;
  readonly #units: ByteReader;
  readonly #widths: ByteReader;
  readonly #bits: BitReader;
  readonly #rolePairs: Uint8Array;
  readonly #roleCounts: ByteReader;
  readonly #alphabet: Alphabet;
  readonly #wanted: WantedRoles | null;
  #each = 0;

  /** With `wanted` roles the parts' roles must be there; only places in those roles are counted then. */
  constructor({ main, roles }: PieceParts, alphabet: Alphabet, wanted: WantedRoles | null) {
    const [numbers = empty, units = empty, widths = empty, bits = empty] = main;
    this.numbers = new ByteReader(numbers);
    this.#units = new ByteReader(units);
    this.#widths = new ByteReader(widths);
    this.#bits = new BitReader(bits);
    this.#rolePairs = roles?.[0] ?? empty;
    this.#roleCounts = new ByteReader(roles?.[1] ?? empty);
    this.#alphabet = alphabet;
    this.#wanted = wanted;
  }

  unit(): number {
    return this.#alphabet.read(this.#units);
  }

  /** Places written one by one. */
  readEach(count: number, tally: OnCount): void {
    let report = 0;
    for (let i = 0; i < count; i++) {
      report += readGap(this.#widths, this.#bits);
      const pair = this.#rolePairs[this.#each >> 1] ?? 0;
      const role = this.#each & 1 ? pair & 7 : pair >> 3;
      this.#each++;
      tally(report, this.#wanted === null || this.#wanted.has(role) ? 1 : 0);
    }
  }

  /** Places written as counts by report. */
  readCounted(tally: OnCount): void {
    const length = this.numbers.number();
    const reports: number[] = [];
    const counts: number[] = [];
    for (let i = 0, report = 0; i < length; i++) {
      report += readGap(this.#widths, this.#bits);
      reports.push(report);
      counts.push(this.numbers.number() + 1);
    }
    const wanted = this.#wanted === null ? counts : this.#countsInRoles(counts, this.#wanted);
    for (let i = 0; i < length; i++) tally(reports[i] ?? 0, wanted[i] ?? 0);
  }

  #countsInRoles(counts: readonly number[], codes: WantedRoles): number[] {
    const inOthers = counts.map(() => 0);
    const wanted = counts.map(() => 0);
    for (let role = 0; role < roleCodeCount; role++) {
      if (role === remainderRole) continue;
      for (let i = 0; i < counts.length; i++) {
        const count = this.#roleCounts.number();
        inOthers[i] = (inOthers[i] ?? 0) + count;
        if (codes.has(role)) wanted[i] = (wanted[i] ?? 0) + count;
      }
    }
    if (codes.has(remainderRole)) {
      for (const [i, count] of counts.entries()) wanted[i] = (wanted[i] ?? 0) + count - (inOthers[i] ?? 0);
    }
    return wanted;
  }
}
