import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { regionTree } from '../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { fixity } from '../../src/content-files/releases/fixity.ts';
import { readReleases, soundReleases } from '../../src/content-files/releases/release-files.ts';
import { makeRelease } from '../../src/content-files/releases/release-making.ts';
import { fileSums, sumsText } from '../../src/releases/file-sums.ts';
import type { Release } from '../../src/releases/release.ts';
import { releaseChanges } from '../../src/releases/release-changes.ts';
import { type ReleasedText, releasedTexts, releaseListText, textsInForce } from '../../src/releases/release-list.ts';
import { releaseStandings } from '../../src/releases/release-standings.ts';
import { releaseViews } from '../../src/views/releases.ts';

const text = (id: string, version: number, digit: string): ReleasedText => ({
  ...{ id, version, level: 'county', issuerKind: 'government', sha256: digit.repeat(64) },
});
const release = (number: number, list: readonly ReleasedText[]): Release => ({
  ...{
    number,
    day: `2026-0${number}-01`,
    reports: 1,
    texts: list.length,
    captures: 0,
    previous: null,
    list,
    files: [],
  },
});

describe('the list of a release', () => {
  test('is the same bytes whatever the order, and read back as it was', () => {
    const texts = [text('140404/2024', 2, 'b'), text('140404/2024', 1, 'a'), text('120102/2024-party', 1, 'c')];
    const list = releaseListText(texts);
    expect(releaseListText(texts.toReversed())).toBe(list);
    expect(releasedTexts(list)).toEqual([texts[2], texts[1], texts[0]]);
    expect(textsInForce(releasedTexts(list)).map(({ version }) => version)).toEqual([1, 2]);
  });

  test('that is damaged is refused with the line and what stood there', () => {
    const list = releaseListText([text('140404/2024', 1, 'a')]);
    expect(() => releasedTexts(list.replace(',county,', ',country,'))).toThrow('第 2 行为“140404/2024,1,country');
    expect(() => releasedTexts('id\n')).toThrow('第 1 行为“id”');
  });
});

test('sums are read as they were written', () => {
  const sums = new Map([['reports/a b.md', 'a'.repeat(64)]]);
  expect(fileSums(sumsText(sums))).toEqual(sums);
  expect(() => fileSums('x\n')).toThrow('第 1 行');
});

test('changes are told by text, and one changed text is one line', () => {
  const before = [text('140404/2023', 1, 'a'), text('140404/2024', 1, 'b')];
  const after = [text('140404/2024', 1, 'c'), text('140404/2025', 1, 'd')];
  expect(releaseChanges(before, after).map(({ change, id }) => [change, id])).toEqual([
    ['removed', '140404/2023'],
    ['changed', '140404/2024'],
    ['added', '140404/2025'],
  ]);
});

test('a text stands from the first release that holds it, on to the newest or to the last', () => {
  const same = text('140404/2024', 1, 'a');
  const all = releaseStandings([
    release(1, [same, text('140404/2023', 1, 'e')]),
    release(2, [same]),
    release(3, [same, text('140404/2024', 2, 'b')]),
    release(4, [same, text('140404/2024', 2, 'c')]),
  ]);
  const told = (id: string) => all.get(id)?.map(({ version, from, to }) => [version, from, to]);
  expect(told('140404/2024')).toEqual([
    [1, 1, null],
    [2, 3, 3],
    [2, 4, null],
  ]);
  expect(told('140404/2023')).toEqual([[1, 1, 1]]);
});

test('a page of a release says what changed, and leads to what is still held', () => {
  const releases = [release(1, [text('140404/2023', 1, 'a')]), release(2, [text('140404/2024', 1, 'b')])];
  const [newest] = releaseViews({ report: () => undefined }, releases);
  expect(newest).toMatchObject({ number: 2, counts: { added: 1, changed: 0, removed: 1 } });
  expect(newest?.changes.every(({ isHeld }) => !isHeld)).toBe(true);
});

describe('a release of a content folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-release-'));
  const content = join(folder, 'content');
  const tree = regionTree(readRegionRegister('content').regions);
  beforeAll(() => cpSync('content', content, { recursive: true, filter: (path) => !/content\/releases/.test(path) }));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const filesOf = (of: string, number: number) => {
    const own = join(of, 'releases', String(number));
    return Object.fromEntries(readdirSync(own).map((name) => [name, readFileSync(join(own, name), 'utf8')]));
  };
  const report = 'reports/14/140404/2024.md';

  test('is the same bytes from the same content and day, and made once only', () => {
    const twin = join(folder, 'twin');
    cpSync(content, twin, { recursive: true });
    expect(makeRelease(content, tree, '2026-11-25')?.head).toMatchObject({ number: 1, reports: 5, previous: null });
    makeRelease(twin, tree, '2026-11-25');
    expect(filesOf(twin, 1)).toEqual(filesOf(content, 1));
    expect(makeRelease(content, tree, '2026-11-26')).toBeNull();
    expect(readdirSync(join(content, 'releases'))).toEqual(['1']);
    const { faults, since, releases } = fixity(content);
    expect({ faults, since, releases }).toEqual({
      ...{ faults: [], releases: 1 },
      since: { number: 1, changed: 0, added: 0, gone: 0 },
    });
  });

  test('one changed letter changes its line and no other, and the old release stays as it was', () => {
    const before = filesOf(content, 1);
    const path = join(content, report);
    writeFileSync(path, readFileSync(path, 'utf8').replace('法治', '法制'));
    expect(fixity(content).since).toMatchObject({ changed: 1, added: 0, gone: 0 });
    const made = makeRelease(content, tree, '2026-11-26');
    expect(made?.changes.map(({ change, id }) => [change, id])).toEqual([['changed', '140404/2024']]);
    expect(filesOf(content, 1)).toEqual(before);
    const [old = [], own = []] = [before, filesOf(content, 2)].map((files) => files['reports.csv']?.split('\n'));
    expect(own.filter((line) => !old.includes(line)).length).toBe(1);
    expect(own.length).toBe(old.length);
    expect(soundReleases(content).map(({ number }) => number)).toEqual([1, 2]);
    expect(() => makeRelease(content, tree, '2026-11-01')).not.toThrow();
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n`);
    expect(() => makeRelease(content, tree, '2026-11-01')).toThrow('不能早于它');
  });

  test('whatever is altered afterwards is found: a capture, a list, the sums of an earlier release', () => {
    const [capture = ''] = readdirSync(join(content, 'sources'));
    const alter = (path: string): (() => void) => {
      const bytes = readFileSync(join(content, path));
      writeFileSync(join(content, path), Buffer.concat([bytes, Buffer.from('#')]));
      return () => writeFileSync(join(content, path), bytes);
    };
    for (const path of [
      `sources/${capture}`,
      'releases/1/changes.csv',
      'releases/1/SHA256SUMS',
      'releases/2/reports.csv',
    ]) {
      const restore = alter(path);
      expect(fixity(content).faults.join('\n'), path).toContain(path);
      restore();
      expect(fixity(content).faults).toEqual([]);
    }
    const own = join(content, 'releases', '3');
    mkdirSync(own);
    expect(readReleases(content).faults.length).toBe(2);
    rmSync(own, { recursive: true });
    writeFileSync(join(content, 'releases', '1', 'SHA256SUMS.minisig'), 'x');
    expect(readReleases(content).faults).toEqual([]);
  });
});
