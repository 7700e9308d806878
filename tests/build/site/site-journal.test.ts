import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pathsBelow } from '../../../src/build/published-files.ts';
import { buildFolders, recoverSite } from '../../../src/build/site/finished-build.ts';
import { SiteChange } from '../../../src/build/site/site-change.ts';
import { journalSteps, type SiteJournal, writeJournal } from '../../../src/build/site/site-journal.ts';
import { sealOf } from '../../../src/host/file-seal.ts';

/** Files of a site by path; words with a slash before them are links. */
type Site = Readonly<Record<string, string>>;

const before: Site = {
  'index.html': 'home /list/index.html',
  'list/index.html': 'list /reports/a/index.html /reports/gone/index.html',
  'reports/a/index.html': 'a /reports/gone/index.html',
  'reports/gone/index.html': 'gone /list/index.html',
  'reports/gone/record/index.html': 'record of gone',
  'was-file': 'x',
  'was-folder/a': 'y',
  'same.css': 'css',
};
const after: Site = {
  'index.html': 'home /list/index.html /reports/new/index.html',
  'list/index.html': 'list /reports/a/index.html /reports/new/index.html',
  'reports/a/index.html': 'a, amended /reports/new/index.html',
  'reports/new/index.html': 'new /reports/new/record/index.html /reports/a/index.html',
  'reports/new/record/index.html': 'record of new /was-file/index.html',
  'was-file/index.html': 'a folder now',
  'was-folder': 'a file now',
  'same.css': 'css',
};

const folder = mkdtempSync(join(tmpdir(), 'journal-'));
const cache = join(folder, 'cache');
const folders = buildFolders(join(folder, 'site'));
const places = { site: folders.out, staged: folders.building, journal: folders.journal };
beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function write(site: string, files: Site): void {
  rmSync(site, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
}

const read = (site: string): Site =>
  Object.fromEntries(pathsBelow(site).map((path) => [path, readFileSync(join(site, path), 'utf8')]));

/** All paths that a reader is led to from a page, in whatever steps. */
function ledToFrom(start: string, site: Site): string[] {
  const led = new Set([start]);
  for (const path of led) for (const [, link = ''] of (site[path] ?? '').matchAll(/\/(\S+)/g)) led.add(link);
  return [...led];
}

const changed = (path: string): boolean => before[path] !== after[path];
const journal: SiteJournal = {
  put: [
    ...Object.keys(after).filter((path) => !(path in before)),
    ...Object.keys(after).filter((path) => path in before && changed(path)),
  ],
  remove: Object.keys(before).filter((path) => !(path in after)),
};

/** The site before, the change made ready and decided. */
function decided(): void {
  write(folders.out, before);
  write(folders.building, Object.fromEntries(Object.entries(after).filter(([path]) => changed(path))));
  writeJournal(places, journal);
}

/** Does so many steps of the change, as a build does that is killed behind them. */
function killedAfter(steps: number): void {
  const walk = journalSteps(places, journal);
  for (let step = 0; step < steps; step++) walk.next();
}

decided();
const steps = [...journalSteps(places, journal)].length;

test('killed behind any of its steps, each file is whole, nobody who sets out from home is led to nothing, and the next start ends the change', () => {
  expect(steps).toBe(journal.put.length + journal.remove.length + 2);
  for (let step = 0; step <= steps; step++) {
    decided();
    killedAfter(step);
    const present = read(folders.out);
    for (const [path, text] of Object.entries(present))
      expect([step, path, [before[path], after[path]].includes(text)]).toEqual([step, path, true]);
    expect([step, ledToFrom('index.html', present).filter((path) => !(path in present))]).toEqual([step, []]);
    recoverSite(folders);
    expect([step, read(folders.out)]).toEqual([step, after]);
    for (const left of [folders.building, folders.journal]) expect(existsSync(left)).toBe(false);
    expect(existsSync(join(folders.out, 'reports/gone'))).toBe(false);
  }
});

test('killed again while it goes on, behind any step of either, it is ended by the start after', () => {
  for (let first = 0; first < steps; first += 2)
    for (let second = 0; second < steps; second += 3) {
      decided();
      killedAfter(first);
      killedAfter(second);
      recoverSite(folders);
      expect([first, second, read(folders.out)]).toEqual([first, second, after]);
    }
});

test.for([0, 1, 40, -1])('a journal that was not written to its end decides nothing: cut at %s', (at) => {
  decided();
  const text = readFileSync(folders.journal, 'utf8');
  writeFileSync(folders.journal, text.slice(0, at));
  recoverSite(folders);
  expect(read(folders.out)).toEqual(before);
  for (const left of [folders.building, folders.journal]) expect(existsSync(left)).toBe(false);
});

function built(files: Site): void {
  recoverSite(folders);
  const change = new SiteChange(folders, cache);
  for (const [path, text] of Object.entries(files)) change.write(path, text);
  change.finish('program');
}

test('a change that a build makes is the clean site, and what stands is left as it is', () => {
  rmSync(folders.out, { recursive: true, force: true });
  built(before);
  expect(read(folders.out)).toEqual(before);
  built(after);
  expect(read(folders.out)).toEqual(after);
  writeFileSync(join(folders.out, 'index.html.gz'), 'of an earlier text');
  built(after);
  expect(read(folders.out)).toEqual(after);
});

test('a file is not made ready where it stands, and is where it was altered or taken away', () => {
  rmSync(folders.out, { recursive: true, force: true });
  built(before);
  writeFileSync(join(folders.out, 'index.html'), 'HACK'.padEnd(before['index.html']?.length ?? 0));
  rmSync(join(folders.out, 'same.css'));
  cpSync(join(folders.out, 'was-file'), join(folder, 'copy'));
  rmSync(join(folders.out, 'was-file'));
  cpSync(join(folder, 'copy'), join(folders.out, 'was-file'), { preserveTimestamps: true });
  const change = new SiteChange(folders, cache);
  for (const [path, text] of Object.entries(before)) {
    const from = Buffer.from(text);
    change.publish({ path, from, ...sealOf(from) });
  }
  expect(pathsBelow(folders.building)).toEqual(['index.html', 'same.css', 'was-file']);
  change.finish('program');
  expect(read(folders.out)).toEqual(before);
});
