import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileSeal, sealOf } from '../host/file-seal.ts';
import { publishedTextDigest, reportOfPage } from './published-text.ts';

/** A file of the site. */
export interface PublishedFile extends FileSeal {
  /** Of a report's page the digest of its text, see `publishedTextDigest`; null for every other file. */
  readonly text: string | null;
}

/** All files below a folder, by path with `/`, sorted. */
export function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name).slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''),
    )
    .sort();
}

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
