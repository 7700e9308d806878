import { inflateRawSync } from 'node:zlib';
import type { Alphabet } from '../search/format/alphabet.ts';
import { mostEach } from '../search/format/layout.ts';
import { leafKinds } from '../search/format/leaf-kinds.ts';
import { readListPage, readListRoot } from '../search/format/list-catalogue.ts';
import { readOpening } from '../search/format/report-columns.ts';
import { unsealed } from '../search/format/sealed.ts';
import { readStartFile, startFileName } from '../search/format/start-file.ts';
import { readDirectoryPage } from '../search/lookup/directory-page.ts';
import { readLeafHead } from '../search/lookup/leaf-head.ts';
import { PieceReader } from '../search/lookup/piece-reader.ts';
import { sealedPieces } from './sealed-pieces.ts';

/** What a file of an exact index says; null where it could not be read. */
export interface IndexFileTexts {
  readonly file: string;
  readonly texts: readonly string[] | null;
}

const pattern =
  /^(reports|directory|blocks|texts|heads|shelf|characters|roles|lists|places|paragraphs|sections)-[0-9a-f]{16}\.bin$/;

/** Whether a file is one of an exact index by its name, the start file apart. */
export const isIndexFile = (name: string): boolean => pattern.test(name);

/** How deep paths are written out where no start file says it. */
const usualDepth = 16;

const inflated = (bytes: Uint8Array | undefined): Uint8Array => inflateRawSync(bytes ?? new Uint8Array());

/** What the bytes say; null where they are not what an index writes. */
function read<Value>(decode: () => Value): Value | null {
  try {
    return decode();
  } catch {
    return null;
  }
}

/** The parts of each piece; throws where a file is none of an index. */
function parts(bytes: Uint8Array, count: number): Uint8Array[][] {
  const pieces = sealedPieces(bytes);
  if (pieces === null) throw new Error('no sealed pieces');
  return pieces.map((piece) => {
    const found = unsealed(piece, count);
    if (found === null) throw new Error('no sealed piece');
    return found;
  });
}

/** Stands for a unit that is not written out, and between two paths: no text reaches over it. */
const border = 0xfffc;

/** The paths of a block's leaves, one behind the other. */
function leafPaths(reader: PieceReader, explicitDepth: number): string {
  const paths: string[] = [];
  const path: number[] = [];
  const nothing = (): void => undefined;
  for (let leaves = reader.numbers.number(); leaves > 0; leaves--) {
    const { kind, count } = readLeafHead(reader, path, { explicitDepth, unwritten: border });
    if (kind === leafKinds.merged) reader.unit();
    if (count <= mostEach) reader.readEach(count, nothing);
    else reader.readCounted(nothing);
    paths.push(String.fromCharCode(...path, border));
  }
  return paths.join('');
}

/** Texts of a pack in every alphabet that makes records of them: a wrong one may too, with other characters. */
function packTexts(bytes: Uint8Array, alphabets: readonly Alphabet[]): string[] {
  return parts(bytes, 1).flatMap(([part]) => {
    const coded = inflated(part);
    const readings = alphabets.flatMap((alphabet) => {
      const json = read(() => alphabet.decoded(coded));
      return json !== null && read(() => JSON.parse(json)) !== null ? [json] : [];
    });
    if (readings.length === 0) throw new Error('no alphabet of these texts');
    return readings;
  });
}

/** Paths of all blocks of a pack, whichever alphabet and depth it was written in: of more than one that fits, all. */
function blockTexts(bytes: Uint8Array, alphabets: readonly Alphabet[], depths: readonly number[]): string[] {
  const pieces = sealedPieces(bytes);
  if (pieces === null) throw new Error('no sealed pieces');
  // Behind each block stand its roles.
  const blocks = pieces.filter((_, at) => at % 2 === 0).map((piece) => unsealed(piece, 4) ?? []);
  const opened = blocks.map(([numbers, units, widths, bits]) => [
    ...[numbers, units, widths].map(inflated),
    bits ?? new Uint8Array(),
  ]);
  const ways = alphabets.flatMap((alphabet) => depths.map((depth) => ({ alphabet, depth })));
  const readings = ways.flatMap(({ alphabet, depth }) => {
    const paths = read(() =>
      opened.map((main) => leafPaths(new PieceReader({ main, roles: null }, alphabet, null), depth)),
    );
    return paths === null ? [] : [paths];
  });
  if (readings.length === 0) throw new Error('no alphabet of these blocks');
  return readings.flat();
}

/**
 * All that the files of an exact index in one folder say, whether or not its start file still names them: whole texts,
 * texts of reports that no longer count among them, and the pieces of text that blocks, directories and roots hold.
 * `names` are the folder's files; each is read when its turn comes.
 */
export function* indexTexts(
  names: readonly string[],
  bytesOf: (name: string) => Uint8Array,
): Generator<IndexFileTexts, undefined> {
  const ofKind = (kind: string): string[] => names.filter((name) => pattern.exec(name)?.[1] === kind);
  const start = names.includes(startFileName)
    ? readStartFile(new TextDecoder().decode(bytesOf(startFileName)))
    : 'damaged';
  const told = typeof start === 'string' ? [] : start.segments.map(({ explicitDepth }) => explicitDepth);
  const depths = [...new Set([...told, usualDepth])];
  const alphabets: Alphabet[] = [];
  const textsOf = (file: string, texts: () => string[]): IndexFileTexts => ({ file, texts: read(texts) });
  for (const name of ofKind('reports'))
    yield textsOf(name, () => {
      const { alphabet, root, reports } = readOpening(inflated(parts(bytesOf(name), 1)[0]?.[0]));
      alphabets.push(alphabet);
      return [...root.map(({ separator }) => separator), ...reports.ids];
    });
  for (const name of ofKind('directory'))
    yield textsOf(name, () =>
      parts(bytesOf(name), 2).flatMap(([files = new Uint8Array(), page]) =>
        readDirectoryPage(files, inflated(page)).map(({ separator }) => separator),
      ),
    );
  for (const name of ofKind('texts')) yield textsOf(name, () => packTexts(bytesOf(name), alphabets));
  for (const name of ofKind('blocks')) yield textsOf(name, () => blockTexts(bytesOf(name), alphabets, depths));
  for (const name of ofKind('lists'))
    yield textsOf(name, () =>
      parts(bytesOf(name), 2).flatMap(([files = new Uint8Array(), root]) =>
        readListRoot(files, inflated(root)).map(({ separator }) => separator),
      ),
    );
  // Each begins with the page that tells of its lists; they are numbers.
  for (const name of ofKind('places'))
    yield textsOf(name, () => {
      const [page] = sealedPieces(bytesOf(name)) ?? [];
      const [entries] = (page && unsealed(page, 1)) ?? [];
      if (!entries) throw new Error('no page of lists');
      return readListPage(inflated(entries)).map(({ path }) => path);
    });
  // Numbers alone, but whatever bears such a name is looked at.
  for (const kind of ['heads', 'shelf', 'characters', 'roles', 'paragraphs', 'sections'])
    for (const name of ofKind(kind))
      yield { file: name, texts: read(() => (sealedPieces(bytesOf(name)) === null ? null : [])) };
  return undefined;
}
