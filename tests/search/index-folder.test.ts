import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deflate } from '../../src/build/search-compression.ts';
import { writeSearchIndex } from '../../src/build/search-index.ts';
import { searchPlatform } from '../../src/build/search-platform.ts';
import { Alphabet } from '../../src/search/format/alphabet.ts';
import { buildSearchIndex } from '../../src/search/indexing/build-search-index.ts';
import { CorpusCollector } from '../../src/search/indexing/folded-corpus.ts';
import { SearchIndex } from '../../src/search/lookup/search-index.ts';
import { randomNumbers } from '../../src/synth/random.ts';
import { compareText } from '../../src/text/order.ts';
import { inventedDocument, plainCount } from './invented-documents.ts';
import { memoryBuild, smallShape, sourcesOf } from './memory-index.ts';
import { folderFetcher } from './search-folder.ts';

const random = randomNumbers(31);
const documents = Array.from({ length: 80 }, (_, i) => inventedDocument(random, i)).sort((a, b) =>
  compareText(a.id, b.id),
);

let place = '';
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'search-index-'));
});
afterEach(() => rm(place, { recursive: true }));

test('threads make the same files as one, and so does memory', async () => {
  const { files, result } = await memoryBuild(documents, { deflate });
  for (const threads of [1, 3]) {
    const folder = join(place, String(threads));
    const platform = searchPlatform(folder, threads);
    const sources = sourcesOf(documents);
    await buildSearchIndex({ sources, previous: null, platform, baseShape: smallShape, deltaShape: smallShape });
    expect((await readdir(folder)).sort()).toEqual([...result.files].sort());
    for (const [name, bytes] of files) expect(Buffer.compare(await readFile(join(folder, name)), bytes)).toBe(0);
  }
  const heads = result.files.filter((name) => name.startsWith('heads-'));
  const blocks = result.files.filter((name) => name.startsWith('blocks-'));
  expect(heads.length).toBeGreaterThan(1);
  expect(blocks.length).toBeGreaterThan(4);
});

test('a failure in a thread fails the build', async () => {
  const corpus = new CorpusCollector().corpus((bytes) => new SharedArrayBuffer(bytes));
  const task = {
    corpus,
    // More places than memory can hold.
    unitTotals: new Uint32Array(0x10000).fill(0xffffffff),
    alphabet: new Alphabet([]),
    shape: smallShape,
    partitions: [1, 2, 3].map((unit) => ({ from: unit, to: unit + 1 })),
  };
  await expect(Array.fromAsync(searchPlatform(place, 2).sort(task))).rejects.toThrow(RangeError);
});

test('a folder is brought up to date, and what does not belong there goes', async () => {
  const folder = join(place, 'index');
  const manifest = join(place, 'cache', 'manifest.json');
  const write = (count: number) =>
    writeSearchIndex(sourcesOf(documents.slice(0, count)), { folder, manifest, threads: 1 });
  expect((await write(79)).built).toBe('base');
  await writeFile(join(folder, 'blocks-0000000000000000.bin'), 'left from an earlier build');
  expect((await write(79)).built).toBe('none');
  const { built, files } = await write(80);
  expect(built).toBe('delta');
  expect((await readdir(folder)).sort()).toEqual([...files].sort());
  const index = await SearchIndex.open(folderFetcher(folder));
  const { occurrences, denominator } = await index.search('法');
  expect(denominator.reports).toBe(80);
  expect(occurrences).toBe(documents.reduce((sum, document) => sum + plainCount(document, '法'), 0));

  const [lost = ''] = files.filter((name) => name.startsWith('texts-'));
  await rm(join(folder, lost));
  expect((await write(80)).built).toBe('base');
  const whole = await readFile(manifest, 'utf8');
  const damaged = [
    '{"cut off',
    'null',
    '{}',
    whole.replace('"base":', '"bass":'),
    whole.replace('"files":[', '"files":[1,'),
    whole.replace('"characters":', '"letters":'),
  ];
  for (const text of damaged) {
    await writeFile(manifest, text);
    expect((await write(80)).built).toBe('base');
    expect((await write(80)).built).toBe('none');
  }
});
