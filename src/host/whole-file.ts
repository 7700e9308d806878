import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file whole or not at all: into a sibling first, then by rename. A crash leaves at most a `.tmp` sibling. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const sibling = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeFileSync(sibling, content, { flag: 'wx' });
    renameSync(sibling, file);
  } catch (error) {
    rmSync(sibling, { force: true });
    throw error;
  }
}
