import type { ParagraphRun } from '../format/paragraph-columns.ts';
import { roleCodeCount } from '../format/role-codes.ts';

/**
 * The folded text of all reports, one after another: UTF-16 units, a 0 after each paragraph (no folded text holds
 * one). A part is a longest run of paragraphs of one report and one role; `starts` has one entry more than there are
 * parts, the length of the text.
 */
export interface FoldedCorpus {
  readonly units: Uint16Array;
  /** Where each paragraph begins, through all reports, and the length of the text. */
  readonly paragraphs: Uint32Array;
  /** Where the second units stand of characters that take two. */
  readonly lowUnits: Uint32Array;
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly roles: Uint8Array;
}

/** A paragraph's folded text, the code of its role and the number of its section in the report. */
export interface FoldedParagraph {
  readonly fold: string;
  readonly role: number;
  readonly section: number;
}

/** What a report measures. */
export interface DocumentMeasure {
  /** Folded characters (code points) in all, and by role code. */
  readonly characters: number;
  readonly byRole: readonly number[];
  /** Its paragraphs, without those that fold to nothing, as runs of one section and one role. */
  readonly runs: readonly ParagraphRun[];
}

const chunkUnits = 1 << 20;

const codePoints = (text: string): number => {
  let count = text.length;
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) count--;
  return count;
};

/** A list of numbers below 2^32 that takes four bytes each while it grows. */
class GrowingNumbers {
  #numbers = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[this.length++] = value;
  }

  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }
}

/** Takes reports in, one by one, in the order of their numbers, and joins them to a corpus. */
export class CorpusCollector {
  readonly #chunks: Uint16Array[] = [];
  #chunk = new Uint16Array(chunkUnits);
  #filled = 0;
  #length = 0;
  #documents = 0;
  readonly #starts = new GrowingNumbers();
  readonly #partDocuments = new GrowingNumbers();
  readonly #partRoles = new GrowingNumbers();
  readonly #paragraphStarts = new GrowingNumbers();
  readonly #lowUnits = new GrowingNumbers();

  #push(unit: number): void {
    if (this.#filled === chunkUnits) {
      this.#chunks.push(this.#chunk);
      this.#chunk = new Uint16Array(chunkUnits);
      this.#filled = 0;
    }
    this.#chunk[this.#filled++] = unit;
  }

  #paragraph(fold: string, role: number): number {
    if (fold === '') return 0;
    const last = this.#starts.length - 1;
    if (last < 0 || this.#partDocuments.at(last) !== this.#documents || this.#partRoles.at(last) !== role) {
      this.#starts.push(this.#length);
      this.#partDocuments.push(this.#documents);
      this.#partRoles.push(role);
    }
    this.#paragraphStarts.push(this.#length);
    for (let i = 0; i < fold.length; i++) {
      const unit = fold.charCodeAt(i);
      if ((unit & 0xfc00) === 0xdc00) this.#lowUnits.push(this.#length + i);
      this.#push(unit);
    }
    this.#push(0);
    this.#length += fold.length + 1;
    if (this.#length > 0xfffffff0) throw new RangeError('more text than one segment holds (4,294,967,280 characters)');
    return codePoints(fold);
  }

  /** Adds the next report, given as its folded paragraphs, and measures it. */
  add(paragraphs: readonly FoldedParagraph[]): DocumentMeasure {
    const byRole = Array.from({ length: roleCodeCount }, () => 0);
    const runs: { role: number; section: number; length: number }[] = [];
    for (const { fold, role, section } of paragraphs) {
      byRole[role] = (byRole[role] ?? 0) + this.#paragraph(fold, role);
      if (fold === '') continue;
      const last = runs.at(-1);
      if (last?.role === role && last.section === section) last.length++;
      else runs.push({ role, section, length: 1 });
    }
    this.#documents++;
    return { characters: byRole.reduce((sum, count) => sum + count, 0), byRole, runs };
  }

  /** The corpus of all that was added; `allocate` gives zeroed memory, shared if threads are to read it. */
  corpus(allocate: (bytes: number) => ArrayBufferLike): FoldedCorpus {
    const units = new Uint16Array(allocate(this.#length * 2));
    let at = 0;
    for (let chunk = this.#chunks.shift(); chunk; chunk = this.#chunks.shift()) {
      units.set(chunk, at);
      at += chunk.length;
    }
    units.set(this.#chunk.subarray(0, this.#filled), at);
    const parts = this.#starts.length;
    const starts = new Uint32Array(allocate((parts + 1) * 4));
    const documents = new Uint32Array(allocate(parts * 4));
    const roles = new Uint8Array(allocate(parts));
    for (let part = 0; part < parts; part++) {
      starts[part] = this.#starts.at(part);
      documents[part] = this.#partDocuments.at(part);
      roles[part] = this.#partRoles.at(part);
    }
    starts[parts] = this.#length;
    const paragraphs = new Uint32Array(allocate((this.#paragraphStarts.length + 1) * 4));
    for (let i = 0; i < this.#paragraphStarts.length; i++) paragraphs[i] = this.#paragraphStarts.at(i);
    paragraphs[this.#paragraphStarts.length] = this.#length;
    const lowUnits = new Uint32Array(allocate(this.#lowUnits.length * 4));
    for (let i = 0; i < this.#lowUnits.length; i++) lowUnits[i] = this.#lowUnits.at(i);
    return { units, starts, documents, roles, paragraphs, lowUnits };
  }
}
