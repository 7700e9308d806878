import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';

/** What a file is to hold: at once, or piece by piece where it is too long to be held in memory. */
export type FileContent = string | Uint8Array | Iterable<string | Uint8Array>;

/** A file as it is to be. */
export interface WholeFile {
  readonly file: string;
  readonly content: FileContent;
}

export interface WholeFileOptions {
  /**
   * Whether the file must be there after a power cut. False is for what a later run makes again when it finds it cut
   * short: it spares the wait for the disk.
   */
  readonly isLasting?: boolean;
}

/** Waits until a folder's entries are on the disk. */
export function settle(folder: string): void {
  // Windows lets nobody open a folder, and keeps its journal of renamings itself.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A folder and those above it, up to the one that held the first of those that were made. */
function touchedFolders(folder: string, made: string | undefined): string[] {
  const isTouched = made !== undefined && folder.length >= made.length && folder !== dirname(folder);
  return isTouched ? [folder, ...touchedFolders(dirname(folder), made)] : [folder];
}

/** Takes folders away that were made for a file that did not come, from the innermost up to `made`. */
function removeFolders(folder: string, made: string | undefined): void {
  if (made === undefined || folder.length < made.length) return;
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else's file stands there by now.
    return;
  }
  removeFolders(dirname(folder), made);
}

/** A file that waits beside the place that it is to take. `made`: the first folder that was made for it. */
interface Staged {
  readonly file: string;
  readonly sibling: string;
  readonly isNew: boolean;
  readonly folder: string;
  readonly made: string | undefined;
}

function staged({ file, content }: WholeFile, isLasting: boolean): Staged {
  const folder = dirname(resolve(file));
  const made = mkdirSync(folder, { recursive: true });
  const sibling = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const descriptor = openSync(sibling, 'wx');
    try {
      const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
      for (const piece of pieces) writeFileSync(descriptor, piece);
      if (isLasting) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    rmSync(sibling, { force: true });
    removeFolders(folder, made);
    throw error;
  }
  return { file, sibling, isNew: !existsSync(file), folder, made };
}

/**
 * Writes files all or none: each into a sibling first, on the disk, then all by rename, those that are new before those
 * that take another's place; folders that are missing are made. Throws what the file system or the pieces throw, and
 * then leaves what stood there, no new file and no sibling, if no more than one of the files stood there before; only a
 * process that is killed leaves siblings, with `.tmp` at their ends, or some of the files.
 */
export function writeAllWhole(files: readonly WholeFile[], { isLasting = true }: WholeFileOptions = {}): void {
  const waiting: Staged[] = [];
  const moved: Staged[] = [];
  try {
    for (const file of files) waiting.push(staged(file, isLasting));
    waiting.sort((a, b) => Number(b.isNew) - Number(a.isNew));
    for (const one of waiting) {
      renameSync(one.sibling, one.file);
      moved.push(one);
    }
  } catch (error) {
    for (const { file, isNew } of moved) if (isNew) rmSync(file, { force: true });
    for (const { sibling } of waiting) rmSync(sibling, { force: true });
    for (const { folder, made } of waiting) removeFolders(folder, made);
    throw error;
  }
  const touched = moved.flatMap(({ folder, made }) => touchedFolders(folder, made));
  if (isLasting) for (const folder of new Set(touched)) settle(folder);
}

/** Writes one file whole or not at all; see `writeAllWhole`. */
export function writeWhole(file: string, content: FileContent, options: WholeFileOptions = {}): void {
  writeAllWhole([{ file, content }], options);
}
