import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CheckMemory, FileFindings } from '../../src/content-check/check-memory.ts';
import { writeFewProvinces } from '../site/few-provinces.ts';

/** The archive's own content in a folder of its own, to be edited; files are named relative to it. */
export interface ContentCopy {
  readonly folder: string;
  readonly read: (file: string) => string;
  readonly put: (file: string, content: string | Uint8Array) => void;
  /** Replaces the first place of a text; throws where it does not stand. */
  readonly replace: (file: string, from: string, to: string) => void;
  readonly move: (file: string, to: string) => void;
  readonly copy: (file: string, to: string) => void;
  readonly remove: (file: string) => void;
  readonly link: (target: string, file: string) => void;
  readonly makeFolder: (file: string) => void;
  /** Puts a capture where its bytes belong; its name. */
  readonly capture: (text: string, format: string) => string;
  readonly end: () => void;
}

/** A sound content folder from which copies are made; its register is confined to the provinces of the five reports. */
export function soundContent(): string {
  const folder = mkdtempSync(join(tmpdir(), 'archive-sound-'));
  cpSync('content', folder, { recursive: true });
  rmSync(join(folder, 'regions'), { recursive: true });
  writeFewProvinces(folder, ['12', '14', '34', '37']);
  return folder;
}

/** A fresh copy of a content folder. */
export function contentCopy(sound: string): ContentCopy {
  const folder = mkdtempSync(join(tmpdir(), 'archive-edited-'));
  cpSync(sound, folder, { recursive: true });
  const path = (file: string): string => join(folder, file);
  const read = (file: string): string => readFileSync(path(file), 'utf8');
  const put = (file: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), content);
  };
  return {
    folder,
    read,
    put,
    replace: (file, from, to) => {
      const text = read(file);
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      put(
        file,
        text.replace(from, () => to),
      );
    },
    move: (file, to) => renameSync(path(file), path(to)),
    copy: (file, to) => put(to, readFileSync(path(file))),
    remove: (file) => rmSync(path(file), { recursive: true }),
    link: (target, file) => symlinkSync(path(target), path(file)),
    makeFolder: (file) => mkdirSync(path(file), { recursive: true }),
    capture: (text, format) => {
      const sha256 = createHash('sha256').update(text).digest('hex');
      put(`sources/${sha256}.${format}`, text);
      return sha256;
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A memory of checks that is kept in no file. */
export function memoryOfChecks(): CheckMemory {
  const known = new Map<string, FileFindings>();
  return {
    recall: (file, digest) => {
      const findings = known.get(file);
      return findings?.digest === digest ? findings : undefined;
    },
    remember: (file, findings) => {
      // What an edit changed is not what the next one finds.
      if (!known.has(file)) known.set(file, findings);
    },
    save: () => undefined,
  };
}
