import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { machineRefusal } from './expected-failure.ts';
import { type WholeFileOptions, writeWhole } from './whole-file.ts';

/** The line above a sealed text: of what kind it is, and the digest of kind and text. */
const seal = (kind: string, text: string | Uint8Array): string => {
  const digest = hash('sha256', text, 'hex');
  return `${kind} ${hash('sha256', `${kind}\n${digest}`, 'hex')}\n`;
};

/** Writes a text under a line with its kind and digest, by which `readSealed` tells that it is whole and of that kind. */
export function writeSealed(file: string, kind: string, text: string, options: WholeFileOptions = {}): void {
  writeWhole(file, [seal(kind, text), text], options);
}

/** A sealed text as it was written; or that there is none, or that what stands there is not what was written. */
export type SealedReading = { readonly text: string } | { readonly fault: 'missing' | 'damaged' };

/** Reads a text that `writeSealed` has written as of that kind; throws what the file system does but for a missing file. */
export function readSealed(file: string, kind: string): SealedReading {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = machineRefusal(error)?.code;
    if (code === 'ENOENT') return { fault: 'missing' };
    if (code === 'EISDIR') return { fault: 'damaged' };
    throw error;
  }
  const end = bytes.indexOf(0x0a) + 1;
  const text = bytes.subarray(end);
  if (end === 0 || bytes.toString('utf8', 0, end) !== seal(kind, text)) return { fault: 'damaged' };
  return { text: text.toString('utf8') };
}
