import { ByteReader } from '../format/byte-reader.ts';
import { readFileName } from '../format/file-names.ts';
import { blocksPerPack } from '../format/layout.ts';

/** A piece of the index: where it stands, how long the part is that every query reads, and how long its roles. */
export interface PiecePlace {
  readonly file: string;
  readonly from: number;
  readonly main: number;
  readonly roles: number;
}

/** The answer for phrases of `shortest` to `depth` units that begin in a block and span too many to read. */
export interface HeadPlace extends PiecePlace {
  readonly shortest: number;
  readonly depth: number;
}

export interface BlockPlace extends PiecePlace {
  /** No phrase before it stands in the block. */
  readonly separator: string;
  readonly heads: readonly HeadPlace[];
}

/** Reads a page of the directory: the names of its files, and its blocks. */
export function readDirectoryPage(names: Uint8Array, blocks: Uint8Array): BlockPlace[] {
  const reader = new ByteReader(blocks);
  const count = reader.number();
  const nameReader = new ByteReader(names);
  const packs = Array.from({ length: Math.ceil(count / blocksPerPack) }, () => readFileName('blocks', nameReader));
  const headFile = nameReader.rest > 0 ? readFileName('heads', nameReader) : '';
  const places: BlockPlace[] = [];
  let separator = '';
  let from = 0;
  let headFrom = 0;
  for (let i = 0; i < count; i++) {
    if (i % blocksPerPack === 0) from = 0;
    separator = separator.slice(0, reader.number()) + reader.text();
    const main = reader.number();
    const roles = reader.number();
    const heads = Array.from({ length: reader.number() }, (): HeadPlace => {
      const shortest = reader.number();
      const depth = shortest + reader.number();
      const length = reader.number();
      const head = { file: headFile, from: headFrom, main: length, roles: reader.number(), shortest, depth };
      headFrom += head.main + head.roles;
      return head;
    });
    places.push({ separator, file: packs[Math.floor(i / blocksPerPack)] ?? '', from, main, roles, heads });
    from += main + roles;
  }
  return places;
}
