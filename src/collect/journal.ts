import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { ExpectedFailure } from '../host/expected-failure.ts';

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
  /** Bytes of the run's WARC file that are whole: what was answered lies below. */
  warc: z.int().min(0),
  /** The page's own title; null where it has none or is no page. */
  title: z.string().nullable(),
  /** What is to be asked for because of it. */
  found: z.array(wanted).readonly(),
  /** Of a page of a list, the addresses that no list of its column had shown before. */
  shown: z.array(z.string()).readonly(),
});
export type Visit = z.infer<typeof visit>;

const run = z.strictObject({
  kind: z.literal('run'),
  run: z.string(),
  at: z.string(),
  /** What it was begun for: columns, or the sources that are looked at again. */
  seeds: z.array(wanted).readonly(),
  isRecheck: z.boolean(),
  /** The only year whose reports were looked for; null for all. */
  year: z.int().nullable(),
});
export type Run = z.infer<typeof run>;

/** What a site's robots.txt asks for; by it the site is spared from the first request of a run that goes on. */
const rules = z.strictObject({
  kind: z.literal('rules'),
  run: z.string(),
  at: z.string(),
  host: z.string(),
  /** Milliseconds between requests; 0 where none are named. */
  delay: z.number().min(0),
  /** Why nothing is asked of the site, in Chinese; empty where something may be. */
  closed: z.string(),
});

const done = z.strictObject({ kind: z.literal('done'), run: z.string(), at: z.string() });

const entry = z.discriminatedUnion('kind', [run, rules, visit, done]);
export type JournalEntry = z.infer<typeof entry>;

/** What a journal holds; lines that a killed process cut short are left out. */
export interface JournalReading {
  readonly entries: readonly JournalEntry[];
  /** Bytes up to the end of the last whole line. */
  readonly bytes: number;
}

function entryOf(line: string, file: string, number: number): JournalEntry {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    data = null;
  }
  const read = entry.safeParse(data);
  if (read.success) return read.data;
  const shown = line.length > 60 ? `${line.slice(0, 60)}…` : line;
  throw new ExpectedFailure(
    `${file}:${number} 不是采集的记录：“${shown}”。这个文件只由程序续写：从备份恢复，或把整个文件夹移走，从头采集`,
  );
}

/** Reads a journal; empty where there is none. Throws `ExpectedFailure` where a line that is not the last cannot be read: the file was changed. */
export function journalReading(file: string): JournalReading {
  if (!existsSync(file)) return { entries: [], bytes: 0 };
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(0x0a) + 1;
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  return { entries: lines.map((line, at) => entryOf(line, file, at + 1)), bytes: end };
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
