import { deflateRawSync } from 'node:zlib';
import { editionPartLength as partLength } from '../../archive/edition-pack.ts';

/** A file of an edition, its path with `/`. */
export interface EditionFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

type Row = readonly [path: string, base64: string, isDeflated: boolean, total: number];

const script = (rows: readonly Row[]): string => `archiveFiles(${JSON.stringify(rows)})\n`;

const deflated = (path: string, bytes: Uint8Array): Row => [
  path,
  deflateRawSync(bytes).toString('base64'),
  true,
  bytes.length,
];

/** A file of the site as a script that hands it over. */
export const fileScript = (path: string, bytes: Uint8Array): EditionFile => ({
  path: `${path}.js`,
  content: script([deflated(path, bytes)]),
});

/** A file of the exact index as scripts that hand over its parts; the index is deflated as it is. */
export function* indexScripts(path: string, bytes: Uint8Array): Generator<EditionFile> {
  for (let part = 0; part === 0 || part * partLength < bytes.length; part++) {
    const piece = Buffer.from(bytes.subarray(part * partLength, (part + 1) * partLength));
    const row: Row = [`${path}.${part}`, piece.toString('base64'), false, bytes.length];
    yield { path: `${path}.${part}.js`, content: script([row]) };
  }
}

/** Pages of one pack as a script that hands them over. */
export const packScript = (
  pack: string,
  pages: readonly (readonly [path: string, bytes: Uint8Array])[],
): EditionFile => ({
  path: `packs/${pack}.js`,
  content: script(pages.map(([path, bytes]) => deflated(path, bytes))),
});
