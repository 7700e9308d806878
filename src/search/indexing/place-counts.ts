import { BitWriter } from '../format/bits.ts';
import { ByteWriter } from '../format/byte-writer.ts';
import { writeGap } from '../format/gaps.ts';
import { mostEach } from '../format/layout.ts';
import { remainderRole, roleCodeCount } from '../format/role-codes.ts';
import type { FoldedCorpus } from './folded-corpus.ts';
import { type Places, placeWidth } from './places.ts';

/** The streams of a piece of the index; see `format/README.md`. */
export class PieceStreams {
  readonly numbers = new ByteWriter();
  readonly units = new ByteWriter();
  readonly widths = new ByteWriter();
  /** Only while counted places are being written. */
  readonly counts = new ByteWriter();
  readonly bits = new BitWriter();
  readonly eachRole = new ByteWriter();
  readonly roles = new ByteWriter();
}

/** Numbers of a role's counts of a report in a row of `PlaceCounts`. */
const row = 8;

/** Writes in which reports, how often and in which roles places of a corpus stand. */
export class PlaceCounts {
  readonly #documents: Uint32Array;
  readonly #roles: Uint8Array;
  readonly #few = new Uint32Array(mostEach);
  /** Counts by report and role, all zero between calls. */
  readonly #byRole: Uint32Array;

  constructor({ documents, roles }: FoldedCorpus) {
    this.#documents = documents;
    this.#roles = roles;
    this.#byRole = new Uint32Array(((documents.at(-1) ?? 0) + 1) * row);
  }

  /** Up to `mostEach` places: the report's number of each as a step from the one before, and the role of each. */
  writeEach(places: Places, left: number, right: number, streams: PieceStreams): void {
    const documents = this.#documents;
    const roles = this.#roles;
    const parts = this.#few;
    const count = right - left;
    for (let i = 0; i < count; i++) {
      const part = places[placeWidth * (left + i) + 1] ?? 0;
      let hole = i;
      for (; hole > 0 && (parts[hole - 1] ?? 0) > part; hole--) parts[hole] = parts[hole - 1] ?? 0;
      parts[hole] = part;
    }
    let before = 0;
    for (let i = 0; i < count; i++) {
      const part = parts[i] ?? 0;
      const document = documents[part] ?? 0;
      writeGap(document - before, streams.widths, streams.bits);
      streams.eachRole.byte(roles[part] ?? 0);
      before = document;
    }
  }

  /** Any number of places: reports as steps, the count in each less one, then role by role the counts by report. */
  writeCounted(places: Places, left: number, right: number, streams: PieceStreams): void {
    const byRole = this.#byRole;
    let first = byRole.length;
    let last = -1;
    for (let i = left; i < right; i++) {
      const part = places[placeWidth * i + 1] ?? 0;
      const document = this.#documents[part] ?? 0;
      const cell = document * row + (this.#roles[part] ?? 0);
      byRole[cell] = (byRole[cell] ?? 0) + 1;
      if (document < first) first = document;
      if (document > last) last = document;
    }
    const held: number[] = [];
    for (let document = first; document <= last; document++) {
      let count = 0;
      for (let role = 0; role < roleCodeCount; role++) count += byRole[document * row + role] ?? 0;
      if (count === 0) continue;
      writeGap(document - (held.at(-1) ?? 0), streams.widths, streams.bits);
      streams.counts.number(count - 1);
      held.push(document);
    }
    streams.numbers.number(held.length);
    streams.numbers.bytes(streams.counts.view());
    streams.counts.clear();
    for (let role = 0; role < roleCodeCount; role++) {
      if (role === remainderRole) continue;
      for (const document of held) streams.roles.number(byRole[document * row + role] ?? 0);
    }
    byRole.fill(0, first * row, (last + 1) * row);
  }
}
