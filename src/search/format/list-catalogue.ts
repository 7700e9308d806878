import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { readFileName, writeFileHash } from './file-names.ts';
import { sharedLength } from './shared-length.ts';

/** UTF-16 units of a phrase that has a list of places; longer ones are put together from these. */
export const longestListed = 2;

/** Units of a path that are written down. */
export const longestPath = 8;

/** Lists in one file, which begins with a page that tells of them. */
export const listsPerPack = 512;

/** A list of places: of the phrases of `shortest` or more units that begin its path. */
export interface ListEntry {
  readonly path: string;
  readonly shortest: number;
  /** Places. */
  readonly count: number;
  /** Bytes of its paragraphs, and of the offsets behind them. */
  readonly paragraphs: number;
  readonly offsets: number;
}

/** A page as bytes, before compression. */
export function listPageBytes(entries: readonly ListEntry[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.number(entries.length);
  let before = '';
  for (const { path, shortest, count, paragraphs, offsets } of entries) {
    const shared = sharedLength(before, path);
    writer.number(shared);
    writer.text(path.slice(shared));
    writer.byte(shortest);
    writer.number(count);
    writer.number(paragraphs);
    writer.number(offsets);
    before = path;
  }
  return writer.written();
}

/** Reads what `listPageBytes` wrote. */
export function readListPage(bytes: Uint8Array): ListEntry[] {
  const reader = new ByteReader(bytes);
  let path = '';
  return Array.from({ length: reader.number() }, () => {
    path = path.slice(0, reader.number()) + reader.text();
    return {
      path,
      shortest: reader.byte(),
      count: reader.number(),
      paragraphs: reader.number(),
      offsets: reader.number(),
    };
  });
}

/** A file of lists: the path of its first, and how long its page is. */
export interface ListPack {
  readonly file: string;
  readonly separator: string;
  readonly page: number;
}

/** The packs of a segment as bytes, before compression: their names, and the rest. */
export function listRootBytes(packs: readonly ListPack[]): {
  readonly names: Uint8Array<ArrayBuffer>;
  readonly root: Uint8Array<ArrayBuffer>;
} {
  const names = new ByteWriter();
  const root = new ByteWriter();
  for (const { file, separator, page } of packs) {
    writeFileHash(file, names);
    root.text(separator);
    root.number(page);
  }
  return { names: names.written(), root: root.written() };
}

/** Reads what `listRootBytes` wrote. */
export function readListRoot(names: Uint8Array, root: Uint8Array): ListPack[] {
  const nameReader = new ByteReader(names);
  const reader = new ByteReader(root);
  const packs: ListPack[] = [];
  while (nameReader.rest > 0)
    packs.push({ file: readFileName('places', nameReader), separator: reader.text(), page: reader.number() });
  return packs;
}
