import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const why = z.enum(['column', 'next', 'report', 'perhaps', 'attachment', 'text', 'data', 'frame', 'source']);

/** An address that is to be asked for, and why. */
const wanted = z.strictObject({
  address: z.string(),
  why,
  /** The list under which it was found: one that was given. */
  column: z.string(),
  /** The page on which it stands; null for what was given. */
  from: z.string().nullable(),
  /** What the link says. */
  text: z.string(),
  /** So many lists lie above it. */
  depth: z.int().min(0),
});
export type Wanted = z.infer<typeof wanted>;
export type Why = Wanted['why'];

/**
 * What came of asking for an address: `kept` a body that was kept, `same` one that is known (unchanged, or kept under
 * another address), `moved` another address was named, `gone` it is not there, `forbidden` the site asks not to fetch
 * it, `refused` the site refused, `failed` no answer came, `unfit` too large or of no kind that is kept.
 */
export const outcomes = ['kept', 'same', 'moved', 'gone', 'forbidden', 'refused', 'failed', 'unfit'] as const;

const visit = z.strictObject({
  kind: z.literal('visit'),
  run: z.string(),
  /** Time of the request, ISO text. */
  at: z.string(),
  asked: wanted,
  outcome: z.enum(outcomes),
  /** HTTP status; null where none came. */
  status: z.int().nullable(),
  /** What stood there or was wanted, in Chinese; empty where the outcome says all. */
  note: z.string(),
  /** Where a `moved` address leads. */
  to: z.string().nullable(),
  /** SHA-256 of the body and the name of the file that holds it; null where none came. */
  sha256: z.string().nullable(),
  file: z.string().nullable(),
  type: z.string().nullable(),
  etag: z.string().nullable(),
  modified: z.string().nullable(),
  /** Bytes of the run's WARC file up to the end of this record. */
  warc: z.int().min(0),
  /** The page's own title; null where it has none or is no page. */
  title: z.string().nullable(),
  /** What is to be asked for because of it. */
  found: z.array(wanted),
});
export type Visit = z.infer<typeof visit>;

const run = z.strictObject({
  kind: z.literal('run'),
  run: z.string(),
  at: z.string(),
  /** What it was begun for: the columns and their regions, or `recheck`. */
  seeds: z.array(wanted),
  isRecheck: z.boolean(),
});
export type Run = z.infer<typeof run>;

const done = z.strictObject({ kind: z.literal('done'), run: z.string(), at: z.string() });

const entry = z.discriminatedUnion('kind', [run, visit, done]);
export type JournalEntry = z.infer<typeof entry>;

/** What a journal holds; lines that a killed process cut short are left out. */
export interface JournalReading {
  readonly entries: readonly JournalEntry[];
  /** Bytes up to the end of the last whole line. */
  readonly bytes: number;
}

/** Reads a journal; empty where there is none. Throws where a line that is not the last cannot be read: the file was changed. */
export function journalReading(file: string): JournalReading {
  if (!existsSync(file)) return { entries: [], bytes: 0 };
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(0x0a) + 1;
  const text = bytes.subarray(0, end).toString('utf8');
  const lines = text.split('\n').slice(0, -1);
  return { entries: lines.map((line) => entry.parse(JSON.parse(line))), bytes: end };
}

/** A journal to which whole lines are added, each on the disk before the next step. */
export class Journal {
  readonly #descriptor: number;

  /** Opens the file, and takes away what a killed process wrote of a line. */
  constructor(file: string, bytes: number) {
    mkdirSync(dirname(file), { recursive: true });
    this.#descriptor = openSync(file, 'a+');
    ftruncateSync(this.#descriptor, bytes);
  }

  add(entry: JournalEntry): void {
    writeSync(this.#descriptor, `${JSON.stringify(entry)}\n`);
    fsyncSync(this.#descriptor);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
