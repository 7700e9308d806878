import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { machineRefusal } from '../../host/expected-failure.ts';
import { readSealed, writeSealed } from '../../host/sealed-file.ts';

/**
 * How a site is changed in place. What changes is made ready beside it, under the same paths; then a journal is written
 * that says which files go into the site and which go from it, and with it the change is decided: whoever finds a
 * journal goes on with it, from the beginning, for each of its steps may be done again. Each file takes its place in one
 * renaming. A reader meets every page whole, and who follows links is led to nothing that is not there: new files come
 * before those that may link to them, files that nothing links to any more go last.
 */
export interface SiteChangePlaces {
  /** Folder of the site. */
  readonly site: string;
  /** Folder of the files that are ready. */
  readonly staged: string;
  /** The journal, a file. */
  readonly journal: string;
}

/** Paths in a site, with `/`. */
export interface SiteJournal {
  /** Files that take their places, in this order. */
  readonly put: readonly string[];
  /** Files that go, after that. */
  readonly remove: readonly string[];
}

const kind = 'archive-journal';
const journalSchema = z.object({ put: z.array(z.string()), remove: z.array(z.string()) });

/** Decides a change: from here on it happens, however often it is interrupted. */
export function writeJournal({ journal }: SiteChangePlaces, { put, remove }: SiteJournal): void {
  writeSealed(journal, kind, JSON.stringify({ put, remove }));
}

/** What a journal says; null where there is none, and where it was not written to its end, so that nothing was decided. */
function readJournal(journal: string): SiteJournal | null {
  const reading = readSealed(journal, kind);
  return 'text' in reading ? (journalSchema.safeParse(JSON.parse(reading.text)).data ?? null) : null;
}

function put({ site, staged }: SiteChangePlaces, path: string): void {
  const [from, to] = [join(staged, path), join(site, path)];
  // It has been put already.
  if (!existsSync(from)) return;
  // Whatever else stands in its way is no part of the site.
  for (let above = dirname(to); above.length > site.length; above = dirname(above))
    if (existsSync(above) && statSync(above).isFile()) rmSync(above);
  if (existsSync(to) && statSync(to).isDirectory()) rmSync(to, { recursive: true });
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

/** Takes a file out of the site, and the folders that are empty without it. */
function remove({ site }: SiteChangePlaces, path: string): void {
  // A folder that stands there is of files that were put.
  const file = join(site, path);
  if (existsSync(file) && !statSync(file).isDirectory()) rmSync(file);
  for (let above = dirname(join(site, path)); above.length > site.length; above = dirname(above))
    try {
      rmdirSync(above);
    } catch (error) {
      const code = machineRefusal(error)?.code;
      if (code === 'ENOTEMPTY' || code === 'EEXIST') return;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    }
}

/** The steps of a change that was decided, each of which may be done again; the last takes the journal away. */
export function* journalSteps(places: SiteChangePlaces, journal: SiteJournal): Generator<string> {
  for (const path of journal.put) {
    put(places, path);
    yield `put ${path}`;
  }
  for (const path of journal.remove) {
    remove(places, path);
    yield `remove ${path}`;
  }
  rmSync(places.staged, { recursive: true, force: true });
  yield 'clear';
  rmSync(places.journal, { force: true });
  yield 'done';
}

/** Goes on with the change that a killed build had decided; nothing where it had not. */
export function replayJournal(places: SiteChangePlaces): void {
  const journal = readJournal(places.journal);
  if (journal !== null) for (const _ of journalSteps(places, journal));
}
