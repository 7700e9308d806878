import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileSeal, sealOf } from '../host/file-seal.ts';
import { publishedTextDigest, reportOfPage } from './published-text.ts';

/** A file of the site. */
export interface PublishedFile extends FileSeal {
  /** Of a report's page the digest of its text, see `publishedTextDigest`; null for every other file. */
  readonly text: string | null;
}

/** A file that is to be published. */
export interface FileToPublish extends FileSeal {
  /** In the site, with `/`. */
  readonly path: string;
  /** The file that holds its bytes, or the bytes themselves. */
  readonly from: string | Uint8Array;
}

function* filesBelow(folder: string, path: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) yield* filesBelow(`${folder}/${entry.name}`, `${path}${entry.name}/`);
    else if (entry.isFile()) yield path + entry.name;
}

/** All files below a folder, by path with `/`, sorted; none where there is no folder. */
export const pathsBelow = (folder: string): string[] => (existsSync(folder) ? [...filesBelow(folder, '')].sort() : []);

/**
 * Every file of a built site, by path, sorted. `known` gives what has been read already, as long as it is what stands
 * there; all others are read.
 */
export function publishedFiles(
  site: string,
  known: (path: string) => PublishedFile | null,
): ReadonlyMap<string, PublishedFile> {
  const read = (path: string): PublishedFile => {
    const bytes = readFileSync(join(site, path));
    return { ...sealOf(bytes), text: reportOfPage(path) === null ? null : publishedTextDigest(bytes) };
  };
  return new Map(pathsBelow(site).map((path) => [path, known(path) ?? read(path)]));
}
