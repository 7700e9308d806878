import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** What a file is to hold: at once, or piece by piece where it is too long to be held in memory. */
export type FileContent = string | Uint8Array | Iterable<string | Uint8Array>;

export interface WholeFileOptions {
  /**
   * Whether the file must be there after a power cut. False is for what a later run makes again when it finds it cut
   * short: it spares the wait for the disk.
   */
  readonly isLasting?: boolean;
}

/** Waits until a folder's entries are on the disk. */
function settle(folder: string): void {
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

/**
 * Writes a file whole or not at all: into a sibling first, on the disk, then by rename; folders that are missing are
 * made. Throws what the file system or the pieces throw, and then leaves what stood there and no sibling; only a
 * process that is killed leaves one, with `.tmp` at its end.
 */
export function writeWhole(file: string, content: FileContent, { isLasting = true }: WholeFileOptions = {}): void {
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
    renameSync(sibling, file);
  } catch (error) {
    rmSync(sibling, { force: true });
    throw error;
  }
  if (isLasting) for (const touched of touchedFolders(folder, made)) settle(touched);
}
