import { expect, test } from 'vitest';
import { EarlyFiles } from '../../../src/browser/search/exact/early-files.ts';
import { earlyQuestion } from '../../../src/browser/search/exact/early-question.ts';
import type { Fetcher } from '../../../src/search/lookup/fetcher.ts';

const own = (asked: string[]): Fetcher => ({
  start: async () => {
    asked.push('start');
    return 'own';
  },
  whole: async (file) => {
    asked.push(file);
    return Uint8Array.of(9);
  },
  range: async () => new Uint8Array(),
  forget: () => {},
});

test('what the page fetched is taken once, whenever it comes; the rest is fetched', async () => {
  const asked: string[] = [];
  const early = new EarlyFiles();
  const fetcher = early.fetcher(own(asked));
  const start = fetcher.start();
  early.start('given', ['reports-1.bin', 'lists-1.bin']);
  expect(await start).toBe('given');
  const reports = fetcher.whole('reports-1.bin');
  early.file('reports-1.bin', Uint8Array.of(1, 2).buffer);
  expect([...(await reports)]).toEqual([1, 2]);
  early.file('lists-1.bin', null);
  expect([...(await fetcher.whole('lists-1.bin'))]).toEqual([9]);
  expect(asked).toEqual(['lists-1.bin']);
  // Asked for again, after a failure, both come fresh.
  expect(await fetcher.start()).toBe('own');
  expect([...(await fetcher.whole('reports-1.bin'))]).toEqual([9]);
  expect(await fetcher.whole('other.bin')).toEqual(Uint8Array.of(9));
});

test('a start file that could not be had is asked for again', async () => {
  const asked: string[] = [];
  const early = new EarlyFiles();
  const start = early.fetcher(own(asked)).start();
  early.start(null, []);
  expect(await start).toBe('own');
});

test('the address tells what is counted first', () => {
  expect(earlyQuestion('?q=行政&role=plan&role=none&tool=collocates')).toEqual({
    query: '行政',
    roles: ['plan'],
    withCollocates: true,
  });
  expect(earlyQuestion('?mode=ranked&q=行政')).toBeNull();
  expect(earlyQuestion('?role=plan')).toBeNull();
});
