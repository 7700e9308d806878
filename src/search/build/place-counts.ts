import { BitWriter } from '../format/bits.ts';
import { ByteWriter } from '../format/byte-writer.ts';
import { writeGap } from '../format/gaps.ts';
import { mostEach } from '../format/layout.ts';
import { remainderRole, roleCodeCount } from '../format/role-codes.ts';
import type { FoldedCorpus } from './folded-corpus.ts';
import type { Places } from './places.ts';

/** The streams of a piece of the index; see `format/README.md`. */
export class PieceStreams {
  readonly numbers = new ByteWriter();
  readonly units = new ByteWriter();
  readonly widths = new ByteWriter();
  readonly bits = new BitWriter();
  readonly eachRole = new ByteWriter();
  readonly roles = new ByteWriter();
}

/** Writes in which reports, how often and in which roles places of a corpus stand. */
export class PlaceCounts {
  readonly #corpus: FoldedCorpus;
  readonly #few = new Uint32Array(mostEach);
  readonly #countOfPart: Uint32Array;

  constructor(corpus: FoldedCorpus) {
    this.#corpus = corpus;
    this.#countOfPart = new Uint32Array(corpus.documents.length);
  }

  /** Up to `mostEach` places: the report's number of each as a step from the one before, and the role of each. */
  writeEach(places: Places, left: number, right: number, streams: PieceStreams): void {
    const { documents, roles } = this.#corpus;
    const parts = this.#few;
    const count = right - left;
    for (let i = 0; i < count; i++) {
      const part = places[4 * (left + i) + 1] ?? 0;
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
    const { documents, roles } = this.#corpus;
    const reports: number[] = [];
    const counts: number[] = [];
    const byRole = Array.from({ length: roleCodeCount }, (): number[] => []);
    this.#eachPart(places, left, right, (part, count) => {
      const document = documents[part] ?? 0;
      if (reports.at(-1) !== document) {
        reports.push(document);
        counts.push(0);
        for (const column of byRole) column.push(0);
      }
      const last = reports.length - 1;
      const column = byRole[roles[part] ?? 0];
      counts[last] = (counts[last] ?? 0) + count;
      if (column) column[last] = (column[last] ?? 0) + count;
    });
    streams.numbers.number(reports.length);
    let before = 0;
    for (const [i, document] of reports.entries()) {
      writeGap(document - before, streams.widths, streams.bits);
      streams.numbers.number((counts[i] ?? 0) - 1);
      before = document;
    }
    for (const [role, column] of byRole.entries()) {
      if (role !== remainderRole) for (const count of column) streams.roles.number(count);
    }
  }

  /** The parts in which places stand, in order, and how many stand in each. */
  #eachPart(places: Places, left: number, right: number, each: (part: number, count: number) => void): void {
    const counts = this.#countOfPart;
    if (right - left > counts.length / 8) {
      for (let i = left; i < right; i++) {
        const part = places[4 * i + 1] ?? 0;
        counts[part] = (counts[part] ?? 0) + 1;
      }
      for (let part = 0; part < counts.length; part++) {
        const count = counts[part] ?? 0;
        if (count === 0) continue;
        each(part, count);
        counts[part] = 0;
      }
      return;
    }
    const parts = new Uint32Array(right - left);
    let isSorted = true;
    for (let i = 0, before = 0; i < parts.length; i++) {
      const part = places[4 * (left + i) + 1] ?? 0;
      if (part < before) isSorted = false;
      parts[i] = part;
      before = part;
    }
    // Only the places of a node come in another order than that of the text.
    if (!isSorted) parts.sort();
    for (let i = 0; i < parts.length; ) {
      const part = parts[i] ?? 0;
      let next = i + 1;
      while (next < parts.length && parts[next] === part) next++;
      each(part, next - i);
      i = next;
    }
  }
}
