import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file as it is to be. */
export interface WholeFile {
  readonly file: string;
  readonly content: string | Uint8Array;
}

/** Writes content under a new name beside a file, with the folders above; gives the name and the first new folder. */
function sibling({ file, content }: WholeFile): { name: string; folder: string | undefined } {
  const folder = mkdirSync(dirname(file), { recursive: true });
  const name = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeFileSync(name, content, { flag: 'wx' });
  } catch (error) {
    rmSync(name, { force: true });
    removeEmptyFolders(dirname(file), folder);
    throw error;
  }
  return { name, folder };
}

/** Takes folders away that were made for a file that did not come, from the innermost up to `first`. */
function removeEmptyFolders(from: string, first: string | undefined): void {
  if (first === undefined) return;
  try {
    for (let folder = from; folder.length >= first.length; folder = dirname(folder)) rmdirSync(folder);
  } catch {
    // Somebody else's file stands there by now.
  }
}

/**
 * Writes files all or none: each into a sibling first, then all by rename, those that are new before those that take
 * another's place. Where one cannot be written, what was new is taken away again and the error is thrown; of files
 * that stand already, one at most may be among them. A crash leaves `.tmp` siblings at most, and files that are whole.
 */
export function writeAllWhole(files: readonly WholeFile[]): void {
  const ordered = files.map((file) => ({ ...file, isNew: !existsSync(file.file) }));
  ordered.sort((a, b) => Number(b.isNew) - Number(a.isNew));
  const made: { file: string; name: string; folder: string | undefined }[] = [];
  const moved: string[] = [];
  try {
    for (const file of ordered) made.push({ file: file.file, ...sibling(file) });
    for (const { file, name } of made) {
      renameSync(name, file);
      moved.push(file);
    }
  } catch (error) {
    const fresh = new Set(ordered.filter(({ isNew }) => isNew).map(({ file }) => file));
    for (const { file, name, folder } of made.reverse()) {
      rmSync(name, { force: true });
      if (moved.includes(file) && fresh.has(file)) rmSync(file, { force: true });
      removeEmptyFolders(dirname(file), folder);
    }
    throw error;
  }
}

/** Writes a file whole or not at all: into a sibling first, then by rename. A crash leaves at most a `.tmp` sibling. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  writeAllWhole([{ file, content }]);
}
