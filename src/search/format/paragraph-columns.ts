import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

/** Paragraphs of one report in a row that stand in one section and have one role. */
export interface ParagraphRun {
  /** The code of the role. */
  readonly role: number;
  /** Told apart within the report only. */
  readonly section: number;
  readonly length: number;
}

/** How many paragraphs each report has that fold to something, as bytes, before compression. */
export function paragraphCountBytes(reports: readonly (readonly ParagraphRun[])[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  for (const runs of reports) writer.number(runs.reduce((sum, { length }) => sum + length, 0));
  return writer.written();
}

/** The runs of each report as bytes, before compression: how many, then length, and role plus 8 where a section begins. */
export function paragraphRunBytes(reports: readonly (readonly ParagraphRun[])[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  for (const runs of reports) {
    writer.number(runs.length);
    let before: number | null = null;
    for (const { role, section, length } of runs) {
      writer.number(length);
      writer.byte(role + (section === before ? 0 : 8));
      before = section;
    }
  }
  return writer.written();
}

/** For each report the number of its first paragraph, counted through all reports, and behind the last one more. */
export function readParagraphCounts(bytes: Uint8Array, reports: number): Uint32Array {
  const reader = new ByteReader(bytes);
  const firsts = new Uint32Array(reports + 1);
  for (let report = 0; report < reports; report++) firsts[report + 1] = (firsts[report] ?? 0) + reader.number();
  return firsts;
}

/** The role code of each paragraph and the number of its section, both counted through all reports. */
export interface ParagraphRuns {
  readonly roles: Uint8Array;
  readonly sections: Uint32Array;
}

/** Reads what `paragraphRunBytes` wrote of `reports` reports with so many `paragraphs` in all. */
export function readParagraphRuns(bytes: Uint8Array, reports: number, paragraphs: number): ParagraphRuns {
  const reader = new ByteReader(bytes);
  const roles = new Uint8Array(paragraphs);
  const sections = new Uint32Array(paragraphs);
  let at = 0;
  let section = -1;
  for (let report = 0; report < reports; report++) {
    for (let runs = reader.number(); runs > 0; runs--) {
      const length = reader.number();
      const code = reader.byte();
      if (code >= 8) section++;
      if (at + length > paragraphs) throw new RangeError('more paragraphs than there are');
      roles.fill(code & 7, at, at + length);
      sections.fill(section, at, at + length);
      at += length;
    }
  }
  return { roles, sections };
}
