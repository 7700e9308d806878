import { Alphabet } from './alphabet.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { sharedLength } from './shared-length.ts';

/** Where a page of the directory begins, and its length in the directory's file. */
export interface RootEntry {
  readonly separator: string;
  readonly length: number;
}

/** What the index knows of a report beforehand: its id, and codes of its level and its kind of issuer. */
export interface ReportColumns {
  readonly ids: readonly string[];
  readonly levels: readonly number[];
  readonly issuerKinds: readonly number[];
}

/** What a segment's first file holds. */
export interface SegmentOpening {
  readonly alphabet: Alphabet;
  readonly root: readonly RootEntry[];
  readonly reports: ReportColumns;
}

const signed = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unsigned = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

/** The opening as bytes, before compression. Ids are ASCII; what an id shares with the one before is not repeated. */
export function openingBytes({ alphabet, root, reports }: SegmentOpening): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.number(alphabet.units.length);
  let unitBefore = 0;
  for (const unit of alphabet.units) {
    writer.number(signed(unit - unitBefore));
    unitBefore = unit;
  }
  writer.number(root.length);
  for (const { separator, length } of root) {
    writer.text(separator);
    writer.number(length);
  }
  writer.number(reports.ids.length);
  let idBefore = '';
  for (const id of reports.ids) {
    const shared = sharedLength(idBefore, id);
    writer.number(shared);
    writer.number(id.length - shared);
    for (let i = shared; i < id.length; i++) writer.byte(id.charCodeAt(i));
    idBefore = id;
  }
  for (const level of reports.levels) writer.byte(level);
  for (const kind of reports.issuerKinds) writer.byte(kind);
  return writer.written();
}

/** Reads what `openingBytes` wrote. */
export function readOpening(bytes: Uint8Array): SegmentOpening {
  const reader = new ByteReader(bytes);
  const units: number[] = [];
  for (let i = reader.number(), before = 0; i > 0; i--) {
    before += unsigned(reader.number());
    units.push(before);
  }
  const root = Array.from({ length: reader.number() }, () => ({ separator: reader.text(), length: reader.number() }));
  const count = reader.number();
  const ids: string[] = [];
  let id = '';
  for (let i = 0; i < count; i++) {
    id = id.slice(0, reader.number());
    for (let rest = reader.number(); rest > 0; rest--) id += String.fromCharCode(reader.byte());
    ids.push(id);
  }
  const levels = [...reader.bytes(count)];
  const issuerKinds = [...reader.bytes(count)];
  return { alphabet: new Alphabet(units), root, reports: { ids, levels, issuerKinds } };
}
