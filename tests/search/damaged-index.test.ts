import { describe, expect, test } from 'vitest';
import { written } from '../../src/i18n/written.ts';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { noFilters } from '../../src/search/filters.ts';
import { startFileName, startFileText } from '../../src/search/format/start-file.ts';
import { httpFetcher } from '../../src/search/lookup/fetcher.ts';
import { SearchFailure } from '../../src/search/lookup/search-failure.ts';
import { SearchIndex } from '../../src/search/lookup/search-index.ts';
import { randomNumbers } from '../../src/synth/random.ts';
import { drawnPhrase, inventedDocument, inventedText } from './invented-documents.ts';
import { type Files, memoryBuild, memoryFetcher } from './memory-index.ts';

const page = new TextEncoder().encode('<!doctype html><title>404</title><h1>页面不存在</h1>'.repeat(40));
const random = randomNumbers(21);
const documents = Array.from({ length: 20 }, (_, i) => inventedDocument(random, i));
const first = await memoryBuild(documents);
const changed = documents.map((document, i) => (i === 3 ? { ...document, title: inventedText(random, 9) } : document));
const { files } = await memoryBuild(changed, { before: first });
const queries = Array.from({ length: 6 }, () => `“${drawnPhrase(random, documents)}”`);

/** Every answer the page can ask for, each on its own; the failure's kind where there is none. */
async function answers(of: Files): Promise<unknown[]> {
  const caught = async (ask: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof SearchFailure)) throw error;
      expect(written(zhHans, error.said)).toMatch(/[。]$/);
      return error.kind;
    }
  };
  const open = (): Promise<SearchIndex> => SearchIndex.open(memoryFetcher(of));
  return Promise.all([
    ...queries.map((query) => caught(async () => (await open()).search(query))),
    ...queries.map((query) => caught(async () => (await open()).search(query, { ...noFilters, roles: ['plan'] }))),
    caught(async () => (await open()).search('法', { ...noFilters, years: [[2010, 2010]] })),
    caught(async () => (await open()).text(documents[5]?.id ?? '')),
  ]);
}

const right = await answers(files);

const harms: [string, (bytes: Uint8Array) => Uint8Array | null][] = [
  ['missing', () => null],
  ['empty', () => new Uint8Array(0)],
  ['cut off at half', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['cut off by one byte', (bytes) => bytes.subarray(0, -1)],
  ['an error page in its place', () => page],
  ['zeros', (bytes) => new Uint8Array(bytes.length)],
  ...[0, 0.4, 0.8, 0.999].map((share): [string, (bytes: Uint8Array) => Uint8Array] => [
    `one bit turned at ${share}`,
    (bytes) => bytes.with(Math.floor(bytes.length * share), (bytes[Math.floor(bytes.length * share)] ?? 0) ^ 16),
  ]),
];

describe('a file of the index is not what was written', () => {
  test.for(harms)('%s', async ([, harm]) => {
    let failures = 0;
    for (const [name, bytes] of files) {
      const harmed: Files = new Map(files);
      const instead = harm(bytes);
      if (instead === null) harmed.delete(name);
      else harmed.set(name, instead);
      for (const [i, answer] of (await answers(harmed)).entries()) {
        if (typeof answer === 'string') {
          failures++;
          expect(['missing', 'damaged', 'foreign']).toContain(answer);
        } else expect.soft(answer, `${name}, answer ${i}`).toEqual(right[i]);
      }
    }
    expect(failures).toBeGreaterThan(queries.length);
  });
});

test('a text that is sealed well but says something else fails with the sentence for damage', async () => {
  const [document] = documents.filter(({ paragraphs }) => paragraphs.some(({ role }) => role === 'plan'));
  const strange: SearchDocument = JSON.parse(JSON.stringify(document).replaceAll('"role":"plan"', '"role":"plot"'));
  const index = await SearchIndex.open(memoryFetcher((await memoryBuild([strange])).files));
  await expect(index.text(strange.id)).rejects.toMatchObject({
    kind: 'damaged',
    said: { key: 'indexDamaged', values: expect.anything() },
  });
});

test('a start file of another version is told from a damaged one', async () => {
  const text = startFileText({
    format: 99,
    levels: [],
    issuerKinds: [],
    roles: [],
    reports: 0,
    characters: 0,
    segments: [],
  });
  const foreign: Files = new Map([[startFileName, new TextEncoder().encode(text)]]);
  await expect(SearchIndex.open(memoryFetcher(foreign))).rejects.toMatchObject({ kind: 'foreign' });
});

describe('over HTTP', () => {
  type Answer = (file: string, range: string | null) => Response;
  const over = (answer: Answer) =>
    httpFetcher('https://example.cn/search-index/', startFileName, async (address, init) =>
      answer(address.split('/').at(-1) ?? '', new Headers(init.headers).get('Range')),
    );
  const bytesOf = (file: string): Uint8Array<ArrayBuffer> => new Uint8Array(files.get(file) ?? []);
  const ranged: Answer = (file, range) => {
    if (range === null) return new Response(bytesOf(file));
    const [from = 0, to = 0] = range.replace('bytes=', '').split('-').map(Number);
    return new Response(bytesOf(file).slice(from, to + 1), { status: 206 });
  };
  const whole: Answer = (file) => new Response(bytesOf(file));
  const asked = async (answer: Answer) => {
    const index = await SearchIndex.open(over(answer));
    return Promise.all(queries.map((query) => index.search(query)));
  };

  test('a host with ranges and one without give the same answers', async () => {
    const expected = right.slice(0, queries.length);
    expect(await asked(ranged)).toEqual(expected);
    expect(await asked(whole)).toEqual(expected);
  });

  test('a host without ranges is asked for a file once, when that is known', async () => {
    const counts = new Map<string, number>();
    const index = await SearchIndex.open(
      over((file) => {
        counts.set(file, (counts.get(file) ?? 0) + 1);
        return whole(file, null);
      }),
    );
    await index.search('的');
    counts.clear();
    await Promise.all(queries.map((query) => index.search(query)));
    expect(Math.max(...counts.values())).toBe(1);
  });

  const isPack = (file: string): boolean => /^(blocks|heads|texts)-/.test(file);
  test.for<[string, string, Answer]>([
    ['404', 'missing', (file, range) => (isPack(file) ? new Response('', { status: 404 }) : ranged(file, range))],
    ['500', 'unreachable', (file, range) => (isPack(file) ? new Response('', { status: 500 }) : ranged(file, range))],
    ['416', 'damaged', (file, range) => (isPack(file) ? new Response('', { status: 416 }) : ranged(file, range))],
    ['a page with 200', 'damaged', (file, range) => (isPack(file) ? new Response(page) : ranged(file, range))],
    [
      'half a range',
      'damaged',
      (file, range) => (isPack(file) ? new Response('half', { status: 206 }) : ranged(file, range)),
    ],
    [
      'the wrong range',
      'damaged',
      (file, range) => {
        const [from = 0, to = 0] = (range ?? '').replace('bytes=', '').split('-').map(Number);
        return isPack(file)
          ? new Response(bytesOf(file).slice(from === 0 ? 1 : 0, to - from + (from === 0 ? 2 : 1)), { status: 206 })
          : ranged(file, range);
      },
    ],
    ['404 for the start', 'missing', () => new Response('', { status: 404 })],
    ['a page for the start', 'damaged', () => new Response(page)],
  ])('%s is a failure of its own: %s', async ([, kind, answer]) => {
    await expect(asked(answer)).rejects.toMatchObject({ name: 'SearchFailure', kind });
  });

  test('a network cut in the middle is a failure, and trying again answers', async () => {
    let isCut = true;
    const index = await SearchIndex.open(
      over((file, range) => {
        if (isCut && isPack(file)) throw new TypeError('network');
        return ranged(file, range);
      }),
    );
    await expect(index.search('法')).rejects.toMatchObject({ kind: 'unreachable' });
    isCut = false;
    expect((await index.search('法')).occurrences).toBeGreaterThan(0);
  });

  test('a damaged pack that a host without ranges gave is not kept', async () => {
    let isBroken = true;
    const index = await SearchIndex.open(
      over((file) => (isBroken && isPack(file) ? new Response(page) : whole(file, null))),
    );
    await expect(index.search('法')).rejects.toMatchObject({ kind: 'damaged' });
    isBroken = false;
    expect((await index.search('法')).occurrences).toBeGreaterThan(0);
  });
});
