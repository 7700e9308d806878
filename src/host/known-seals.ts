import { type Stats, statSync } from 'node:fs';
import { z } from 'zod';
import { type FileSeal, fileSeal } from './file-seal.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/**
 * Seals of files, read once and believed as long as a file's size and the times of its last writing and of its last
 * change in any way are the same: whatever goes through the file system changes one of them. What a disk itself has
 * flipped is not seen so.
 */
export interface KnownSeals {
  /** The seal of a file; throws where it cannot be read. */
  readonly of: (file: string) => FileSeal;
  /** Keeps the seals of the files that were asked for, and of no others, for who comes next. */
  readonly save: () => void;
}

const kind = 'archive-seals';
const sealsSchema = z.record(z.string(), z.tuple([z.string(), z.int(), z.number(), z.number()]));

/** A file may be changed again so soon, in milliseconds, that its times stay the same: what is younger is read again. */
const soon = 2000;

/** The seals kept in a file; none where there is none, or where it is damaged. */
export function knownSeals(path: string): KnownSeals {
  const reading = readSealed(path, kind);
  const known = 'text' in reading ? (sealsSchema.safeParse(JSON.parse(reading.text)).data ?? {}) : {};
  const asked: z.infer<typeof sealsSchema> = {};
  const begun = Date.now();
  const fresh = (file: string, { mtimeMs, ctimeMs }: Stats): FileSeal => {
    const seal = fileSeal(file);
    if (Math.max(mtimeMs, ctimeMs) < begun - soon) asked[file] = [seal.sha256, seal.size, mtimeMs, ctimeMs];
    return seal;
  };
  return {
    of: (file) => {
      const stats = statSync(file);
      const held = Object.hasOwn(known, file) ? known[file] : undefined;
      if (held === undefined) return fresh(file, stats);
      const [sha256, size, written, changed] = held;
      if (stats.size !== size || stats.mtimeMs !== written || stats.ctimeMs !== changed) return fresh(file, stats);
      asked[file] = held;
      return { sha256, size };
    },
    save: () => writeSealed(path, kind, JSON.stringify(asked), { isLasting: false }),
  };
}

/** Seals that are always read, where no times are to be believed. */
export const readSeals: KnownSeals = { of: fileSeal, save: () => {} };
