import { hash } from 'node:crypto';
import { constants, copyFileSync, readFileSync } from 'node:fs';
import { machineRefusal } from './expected-failure.ts';

/** What tells a file's bytes from all others. */
export interface FileSeal {
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** The seal of bytes. */
export const sealOf = (bytes: Uint8Array): FileSeal => ({ sha256: hash('sha256', bytes, 'hex'), size: bytes.length });

/** The seal of a file as it stands; throws where it cannot be read. */
export const fileSeal = (file: string): FileSeal => sealOf(readFileSync(file));

/** Whether two seals are of the same bytes. */
export const isSameSeal = (one: FileSeal, other: FileSeal): boolean =>
  one.sha256 === other.sha256 && one.size === other.size;

/** How a file stands to its seal; throws what the file system does where that cannot be told. */
export function sealedState(file: string, seal: FileSeal): 'whole' | 'missing' | 'damaged' {
  try {
    return isSameSeal(fileSeal(file), seal) ? 'whole' : 'damaged';
  } catch (error) {
    const code = machineRefusal(error)?.code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
    // Neither may a folder stand for it, nor what the disk does not give.
    if (code === 'EISDIR' || code === 'EIO') return 'damaged';
    throw error;
  }
}

/** Copies a file; shares the bytes where the file system can, which a change to either ends. */
export function copyApart(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
}
