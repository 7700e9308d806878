import type { Alphabet } from '../format/alphabet.ts';
import { BitReader } from '../format/bits.ts';
import { ByteReader } from '../format/byte-reader.ts';
import { readGap, writeGap } from '../format/gaps.ts';
import { mostEach } from '../format/layout.ts';
import { type LeafKind, leafKinds } from '../format/leaf-kinds.ts';
import { remainderRole, roleCodeCount } from '../format/role-codes.ts';
import { unsealed } from '../format/sealed.ts';
import type { Deflate } from '../indexing/compression.ts';
import { type Piece, pieceOf } from '../indexing/piece.ts';
import { PieceStreams } from '../indexing/place-counts.ts';

/** Undoes raw deflate; throws where the bytes are none. */
export type Inflate = (bytes: Uint8Array) => Uint8Array;

/** How many places of one report are meant, by the codes of their roles. */
export interface ReportPlaces {
  readonly report: number;
  readonly byRole: readonly number[];
}

/** A leaf of a block: its path in units, null for each that the block does not write, and where its places stand. */
export interface BlockLeaf {
  readonly path: readonly (number | null)[];
  readonly kind: LeafKind;
  /** The unit with which the places of a merged leaf begin to go on; 0 for others. */
  readonly first: number;
  /** By report, rising; of places that are written one by one, each on its own. */
  readonly places: readonly ReportPlaces[];
}

/** One place of each role: what is written one by one shares them. */
const onePlace = Array.from({ length: roleCodeCount }, (_, role) =>
  Array.from({ length: roleCodeCount }, (_, code) => (code === role ? 1 : 0)),
);

/** How many places those of some reports are together. */
export const countOf = (places: readonly ReportPlaces[]): number =>
  places.reduce((sum, { byRole }) => sum + byRole.reduce((all, count) => all + count, 0), 0);

/** The streams of a piece, being read. */
class PieceContent {
  readonly numbers: ByteReader;
  readonly #units: ByteReader;
  readonly #widths: ByteReader;
  readonly #bits: BitReader;
  readonly #pairs: Uint8Array;
  readonly #roleCounts: ByteReader;
  readonly #alphabet: Alphabet;
  #each = 0;

  constructor({ main, roles }: Piece, alphabet: Alphabet, inflate: Inflate) {
    const [numbers, units, widths, bits] = unsealed(main, 4) ?? [];
    const [pairs, counts] = unsealed(roles, 2) ?? [];
    if (!numbers || !units || !widths || !bits || !pairs || !counts) throw new Error('a damaged piece of the index');
    this.numbers = new ByteReader(inflate(numbers));
    this.#units = new ByteReader(inflate(units));
    this.#widths = new ByteReader(inflate(widths));
    this.#bits = new BitReader(bits);
    this.#pairs = inflate(pairs);
    this.#roleCounts = new ByteReader(inflate(counts));
    this.#alphabet = alphabet;
  }

  unit(): number {
    return this.#alphabet.read(this.#units);
  }

  each(count: number): ReportPlaces[] {
    let report = 0;
    return Array.from({ length: count }, () => {
      report += readGap(this.#widths, this.#bits);
      const pair = this.#pairs[this.#each >> 1] ?? 0;
      const byRole = onePlace[this.#each & 1 ? pair & 7 : pair >> 3];
      this.#each++;
      if (!byRole) throw new Error('a damaged piece of the index');
      return { report, byRole };
    });
  }

  counted(): ReportPlaces[] {
    const length = this.numbers.number();
    let report = 0;
    const places = Array.from({ length }, () => {
      report += readGap(this.#widths, this.#bits);
      const byRole = Array.from({ length: roleCodeCount }, () => 0);
      byRole[remainderRole] = this.numbers.number() + 1;
      return { report, byRole };
    });
    for (let role = 0; role < roleCodeCount; role++) {
      if (role === remainderRole) continue;
      for (const { byRole } of places) {
        const count = this.#roleCounts.number();
        byRole[role] = count;
        byRole[remainderRole] = (byRole[remainderRole] ?? 0) - count;
      }
    }
    return places;
  }
}

/** The leaves of a block, in order; throws where the bytes are no block. */
export function blockLeaves(piece: Piece, alphabet: Alphabet, explicitDepth: number, inflate: Inflate): BlockLeaf[] {
  const content = new PieceContent(piece, alphabet, inflate);
  const { numbers } = content;
  let path: (number | null)[] = [];
  return Array.from({ length: numbers.number() }, () => {
    path = path.slice(0, numbers.number());
    const added = numbers.number();
    const depth = path.length + (added >> 2);
    const kind = (added & 3) === 1 ? leafKinds.merged : (added & 3) === 2 ? leafKinds.end : leafKinds.plain;
    const count = numbers.number();
    while (path.length < Math.min(depth, explicitDepth)) path.push(content.unit());
    if (depth > explicitDepth) {
      let at = explicitDepth;
      for (let partings = numbers.number(); partings > 0; partings--) {
        at += numbers.number();
        while (path.length < at) path.push(null);
        path[at] = content.unit();
      }
      while (path.length < depth) path.push(null);
    }
    const first = kind === leafKinds.merged ? content.unit() : 0;
    return { path, kind, first, places: count <= mostEach ? content.each(count) : content.counted() };
  });
}

/** The places of a head, by report. */
export const headPlaces = (piece: Piece, alphabet: Alphabet, inflate: Inflate): ReportPlaces[] =>
  new PieceContent(piece, alphabet, inflate).counted();

/** How many units two paths share; what is not written in both is the same as long as all before it is. */
export function commonUnits(one: BlockLeaf['path'], other: BlockLeaf['path']): number {
  let shared = 0;
  while (shared < one.length && shared < other.length && one[shared] === other[shared]) shared++;
  return shared;
}

function writeEach(places: readonly ReportPlaces[], { widths, bits, eachRole }: PieceStreams): void {
  let before = 0;
  for (const { report, byRole } of places)
    for (const [role, count] of byRole.entries())
      for (let left = count; left > 0; left--) {
        writeGap(report - before, widths, bits);
        eachRole.byte(role);
        before = report;
      }
}

function writeCounted(places: readonly ReportPlaces[], { numbers, widths, bits, roles }: PieceStreams): void {
  numbers.number(places.length);
  let before = 0;
  for (const { report, byRole } of places) {
    writeGap(report - before, widths, bits);
    numbers.number(byRole.reduce((sum, count) => sum + count, 0) - 1);
    before = report;
  }
  for (let role = 0; role < roleCodeCount; role++)
    if (role !== remainderRole) for (const { byRole } of places) roles.number(byRole[role] ?? 0);
}

const streams = new PieceStreams();

/** Leaves as a block. */
export function leavesPiece(
  leaves: readonly BlockLeaf[],
  alphabet: Alphabet,
  explicitDepth: number,
  deflate: Deflate,
): Piece {
  const { numbers, units } = streams;
  numbers.number(leaves.length);
  let before: BlockLeaf['path'] = [];
  for (const { path, kind, first, places } of leaves) {
    const common = commonUnits(before, path);
    const count = countOf(places);
    numbers.number(common);
    numbers.number((path.length - common) * 4 + kind);
    numbers.number(count);
    for (const unit of path.slice(common, explicitDepth)) if (unit !== null) alphabet.write(unit, units);
    if (path.length > explicitDepth) {
      const partings = [...path.entries()].filter(([at, unit]) => at >= common && at >= explicitDepth && unit !== null);
      numbers.number(partings.length);
      let last = explicitDepth;
      for (const [at, unit] of partings) {
        numbers.number(at - last);
        alphabet.write(unit ?? 0, units);
        last = at;
      }
    }
    if (kind === leafKinds.merged) alphabet.write(first, units);
    if (count <= mostEach) writeEach(places, streams);
    else writeCounted(places, streams);
    before = path;
  }
  return pieceOf(streams, deflate);
}

/** Places by report as a head. */
export function placesPiece(places: readonly ReportPlaces[], deflate: Deflate): Piece {
  writeCounted(places, streams);
  return pieceOf(streams, deflate);
}
