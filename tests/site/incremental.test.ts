import {
  appendFileSync,
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { amendedReport } from '../../src/synth/amended-report.ts';
import {
  built,
  copiedArchive,
  differences,
  laterContent,
  placesIn,
  setOrphansAside,
  tree,
} from './invented-content.ts';

/**
 * An incremental build equals a clean one byte for byte. Pagefind's files too: the bytes that version 1.6.0 writes
 * depend on nothing but the pages it is given, so nothing weaker is asked of them.
 */
const folder = mkdtempSync(join(tmpdir(), 'archive-incremental-'));
const incremental = placesIn(folder);
const { content } = incremental;
let cleanBuilds = 0;

/** Builds with and without what earlier builds left; gives the paths that differ from each other and from before. */
async function rebuilt(): Promise<{ fromClean: string[]; fromBefore: string[] }> {
  const clean = {
    content,
    out: join(folder, `clean-${++cleanBuilds}`),
    cache: join(folder, `clean-cache-${cleanBuilds}`),
  };
  const before = tree(incremental.out);
  setOrphansAside(content);
  await built(incremental);
  await built(clean);
  const after = tree(incremental.out);
  const fromClean = differences(after, tree(clean.out));
  for (const left of [clean.out, clean.cache]) rmSync(left, { recursive: true, force: true });
  return { fromClean, fromBefore: differences(before, after) };
}

/** Text files of the folder in which a text was replaced by another. */
function replaceIn(files: readonly string[], from: string | RegExp, to: string): number {
  let replaced = 0;
  for (const file of files) {
    const path = join(content, file);
    const text = readFileSync(path, 'utf8');
    if (text.replace(from, to) === text) continue;
    writeFileSync(path, text.replace(from, to));
    replaced++;
  }
  return replaced;
}

const pagesOf = (changed: readonly string[]): string[] => changed.filter((path) => path.endsWith('.html'));
/** A government's report of each of the first provinces that have one. */
const governments = (): string[] =>
  [...Map.groupBy(reports('*/*/2???'), (file) => file.slice(8, 10)).values()].map(([first = '']) => first);
const reports = (pattern: string): string[] => globSync(`reports/${pattern}.md`, { cwd: content }).sort();

// Reports lie in four provinces: one to be added, one changed, one renamed, one deleted.
beforeAll(async () => {
  copiedArchive(inject('smallArchive'), folder);
  expect(governments().length).toBe(4);
  // A copy's files bear other times than were listed; this build replaces them, and from it on what stands is known.
  await built(incremental);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('after an addition, a change, a renaming and a deletion, each in a province of its own', async () => {
  cpSync(laterContent(inject('smallArchive').content), content, { recursive: true });
  const [changed = '', renamed = '', deleted = ''] = governments().slice(1);
  writeFileSync(join(content, changed), amendedReport(readFileSync(join(content, changed), 'utf8')));
  replaceIn([renamed], 'slug: null', 'slug: invented-bureau');
  renameSync(join(content, renamed), join(content, renamed.replace('.md', '-invented-bureau.md')));
  rmSync(join(content, deleted));

  const { fromClean, fromBefore } = await rebuilt();
  expect(fromClean).toEqual([]);
  const page = (file: string): string => file.replace(/^reports\/\d\d\//, 'reports/').replace(/\.md$/, '/index.html');
  expect(fromBefore).toEqual(expect.arrayContaining([page(changed), page(renamed), page(deleted)]));
  expect(tree(incremental.out).has(page(deleted))).toBe(false);
  expect(tree(incremental.out).has(page(renamed))).toBe(false);
}, 240_000);

test('after a change of a region’s name', async () => {
  const report = governments().find((file) => /^reports\/(?!11|12|31|50)/.test(file)) ?? '';
  const province = report.slice(8, 10);
  const prefecture = `${/\d{4}(?=\d\d\/)/.exec(report)?.[0]}00`;
  const name = /regionPath:\n {2}- .*\n {2}- (.*)\n/.exec(readFileSync(join(content, report), 'utf8'))?.[1] ?? '';
  appendFileSync(join(content, 'regions/invented.csv'), `${prefecture},改名市,prefecture,${province}0000,,,,虚构,\n`);
  const below = reports(`${province}/*/*`);
  expect(replaceIn(below, new RegExp(`^  - ${name}$`, 'm'), '  - 改名市')).toBeGreaterThan(0);

  const { fromClean, fromBefore } = await rebuilt();
  expect(fromClean).toEqual([]);
  expect(pagesOf(fromBefore)).toContain(`regions/${prefecture}/index.html`);
  expect(pagesOf(fromBefore).length).toBeLessThan([...tree(incremental.out).keys()].length / 4);
}, 240_000);

test('without any change nothing differs, and an unchanged page is not made anew', async () => {
  const before = tree(incremental.out);
  await built(incremental);
  expect(differences(before, tree(incremental.out))).toEqual([]);
});
