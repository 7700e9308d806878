import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileSeal } from '../../host/file-seal.ts';
import type { FileSums } from '../../releases/file-sums.ts';
import { releasesFolder } from './release-files.ts';

function* filesBelow(folder: string, path: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* filesBelow(join(folder, entry.name), `${path}${entry.name}/`);
    else if (entry.isFile()) yield path + entry.name;
  }
}

/** SHA-256 of every file of a content folder but releases and hidden ones, by path below it; every byte is read. */
export function contentSums(content: string): FileSums {
  const paths = [...filesBelow(content, '')].filter((path) => !path.startsWith(`${releasesFolder}/`));
  return new Map(paths.map((path) => [path, fileSeal(join(content, path)).sha256]));
}
