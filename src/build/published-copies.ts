import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyApart } from '../host/file-seal.ts';
import type { FileToPublish } from './published-files.ts';

/** Writes files into a folder that does not stand yet, byte for byte; it shares none with where they come from. */
export function publishCopies(files: readonly FileToPublish[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { path, from } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (typeof from === 'string') copyApart(from, join(folder, path));
    else writeFileSync(join(folder, path), from);
  }
}
