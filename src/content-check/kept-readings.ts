import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ReportBlock } from '../archive/report-block.ts';
import type { Report } from '../archive/report-schema.ts';
import { readSealed, writeSealed } from '../host/sealed-file.ts';

/**
 * Reports as the check of a build has read them, kept in its cache until the build ends: pages and the exact index take
 * them from there, so that no report is parsed a second time, and no more than one is held in memory.
 */
export interface KeptReading {
  readonly report: Report;
  readonly blocks: readonly ReportBlock[];
}

/** Keeps readings one by one, under the digests of their files' texts. */
export interface ReadingsKeeper {
  readonly keep: (digest: string, reading: KeptReading) => void;
  /** Only behind this is anything found again. */
  readonly end: () => void;
}

const kind = 'archive-readings';
/** Where each reading stands in the file of all, by digest: its first byte and how many there are. */
const placesSchema = z.record(z.string(), z.tuple([z.int(), z.int()]));

const readingsFile = (cache: string): string => join(cache, 'readings.ndjson');
const placesFile = (cache: string): string => join(cache, 'readings.json');

/** Deletes the readings of a build that has ended, or was killed. */
export function forgetReadings(cache: string): void {
  for (const file of [placesFile(cache), readingsFile(cache)]) rmSync(file, { force: true });
}

/** Begins to keep readings in a cache that stands, and forgets those that were there. */
export function readingsKeeper(cache: string): ReadingsKeeper {
  forgetReadings(cache);
  const file = openSync(readingsFile(cache), 'w');
  const places: z.infer<typeof placesSchema> = {};
  let end = 0;
  return {
    keep: (digest, { report, blocks }) => {
      const line = Buffer.from(`${JSON.stringify({ report, blocks })}\n`);
      for (let at = 0; at < line.length; ) at += writeSync(file, line, at);
      places[digest] = [end, line.length];
      end += line.length;
    },
    end: () => {
      closeSync(file);
      writeSealed(placesFile(cache), kind, JSON.stringify(places), { isLasting: false });
    },
  };
}

/** The readings that a cache keeps, by the digest of their file's text; null for one that it does not. */
export function keptReadings(cache: string): (digest: string) => KeptReading | null {
  const reading = readSealed(placesFile(cache), kind);
  const places = 'text' in reading ? (placesSchema.safeParse(JSON.parse(reading.text)).data ?? {}) : {};
  if (Object.keys(places).length === 0) return () => null;
  const file = openSync(readingsFile(cache), 'r');
  return (digest) => {
    const [start, length] = (Object.hasOwn(places, digest) && places[digest]) || [0, 0];
    if (length === 0) return null;
    const line = Buffer.allocUnsafe(length);
    let read = 0;
    for (let got = -1; read < length && got !== 0; read += got)
      got = readSync(file, line, read, length - read, start + read);
    const kept: KeptReading = JSON.parse(line.toString('utf8', 0, read));
    return kept;
  };
}
