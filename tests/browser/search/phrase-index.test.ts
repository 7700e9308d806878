import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { linesAtOnce } from '../../../src/browser/search/exact/engine.ts';
import { phraseIndex } from '../../../src/browser/search/exact/phrase-index.ts';
import type { SearchDocument } from '../../../src/search/document.ts';
import { startFileName } from '../../../src/search/format/start-file.ts';
import { httpFetcher } from '../../../src/search/lookup/fetcher.ts';
import { type Files, memoryBuild } from '../../search/memory-index.ts';

const documents = Array.from({ length: 100 }, (_, at): SearchDocument => {
  const region = `1404${String(at).padStart(2, '0')}`;
  return {
    id: `${region}/2023`,
    region,
    year: 2023,
    level: 'county',
    issuerKind: 'government',
    slug: null,
    title: null,
    path: ['某省', `${at}县`],
    paragraphs: [
      { anchor: 'p-1', text: `第${at}县办理行政复议案件`, role: null, heading: null },
      { anchor: 'p-2', text: '明年办好行政复议', role: 'plan', heading: '二、下年安排' },
    ],
  };
});

let files: Files = new Map();
const ranges: string[] = [];
beforeAll(async () => {
  ({ files } = await memoryBuild(documents));
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    const name = address.slice(address.lastIndexOf('/') + 1);
    const bytes = new Uint8Array(files.get(name) ?? []);
    const range = /^bytes=(\d+)-(\d+)$/.exec(new Headers(init?.headers).get('Range') ?? '');
    if (!range) return new Response(bytes);
    if (name.startsWith('texts-')) ranges.push(range[0]);
    return new Response(bytes.slice(Number(range[1]), Number(range[2]) + 1), { status: 206 });
  });
});
afterAll(() => vi.unstubAllGlobals());

test('lines of several reports are those of each, in the order asked; neighbours in one request', async () => {
  const engine = phraseIndex(httpFetcher('/search-index/', startFileName));
  const ids = documents.slice(0, linesAtOnce).map(({ id }) => id);
  const asked = [...ids.toReversed(), '999999/2023'];
  ranges.length = 0;
  const lines = await engine.linesOf('行政复议', [], asked, 4);
  expect(ranges.length).toBe(1);
  expect(lines.at(-1)).toEqual({ path: [], lines: [] });
  expect(lines.slice(0, -1)).toEqual(
    await Promise.all(asked.slice(0, -1).map((id) => engine.lines('行政复议', [], id, 4))),
  );
  expect(lines[0]?.path).toEqual(['某省', '63县']);
  expect(lines[0]?.lines.map(({ role, heading, before }) => [role, heading, before])).toEqual([
    [null, null, '3县办理'],
    ['plan', '二、下年安排', '明年办好'],
  ]);
  const plans = await engine.linesOf('行政复议', ['plan'], ids.slice(0, 1), 4);
  expect(plans[0]?.lines).toHaveLength(1);
});

test('how much is to be read for texts is what their files hold', async () => {
  const engine = phraseIndex(httpFetcher('/search-index/', startFileName));
  const held = [...files]
    .filter(([name]) => name.startsWith('texts-'))
    .reduce((sum, [, { length }]) => sum + length, 0);
  expect(await engine.textBytes(documents.map(({ id }) => id))).toBe(held);
  expect(await engine.textBytes([])).toBe(0);
});

test('advice goes with a query', async () => {
  const engine = phraseIndex(httpFetcher('/search-index/', startFileName));
  expect(await engine.advice('行政复议')).toEqual({ hints: [], otherSpelling: null, near: ['复议'] });
  expect(await engine.advice('著力 OR 瞭解')).toMatchObject({
    hints: [{ said: { key: 'hintEither' }, instead: '著力 | 瞭解' }],
    otherSpelling: '着力 OR 了解',
  });
});

test('a line says whether it stands with the very characters typed', async () => {
  const engine = phraseIndex(httpFetcher('/search-index/', startFileName));
  const told = async (query: string): Promise<unknown[]> =>
    (await engine.lines(query, [], '140400/2023', 4)).lines.map(({ phrase, isAsTyped }) => [phrase, isAsTyped]);
  expect(await told('“行政 复议”')).toEqual([
    ['行政复议', true],
    ['行政复议', true],
  ]);
  expect(await told('行政復議')).toEqual([
    ['行政复议', false],
    ['行政复议', false],
  ]);
  expect(await told('行政復議 | 行政复议 案件')).toContainEqual(['行政复议', true]);
});
