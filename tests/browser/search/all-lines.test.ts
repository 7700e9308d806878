import { expect, test } from 'vitest';
import { allLines } from '../../../src/browser/search/all-lines.ts';
import { linesAtOnce, type ReportFacts, type ReportLines } from '../../../src/browser/search/exact/engine.ts';

const found = Array.from({ length: 150 }, (_, at) => {
  const id = `14${String(9999 - at)}/2023`;
  const facts: ReportFacts = { id, region: '140000', year: 2023, level: 'county', issuerKind: 'party', characters: 1 };
  return { facts, occurrences: 1 };
});
const state = { q: '复议', role: [], context: 10 };

/** An engine of which it is known how often and for how many it is asked. */
function engine(before: (asked: number) => Promise<void> = async () => {}) {
  const asked: (readonly string[])[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  return {
    asked,
    mostAtOnce: () => mostAtOnce,
    linesOf: async (_q: string, _roles: readonly string[], ids: readonly string[]): Promise<ReportLines[]> => {
      asked.push(ids);
      mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      await before(asked.length);
      atOnce--;
      return ids.map((id) => ({ path: [id], lines: [] }));
    },
  };
}
const never = new Promise<null>(() => {});

test('all are read, a few questions at a time, neighbours together, and given in their order', async () => {
  const asked = engine(() => new Promise(setImmediate));
  const shown: number[] = [];
  const progress = { stopped: never, show: ({ read }: { read: number }) => void shown.push(read) };
  const { read, isStopped } = await allLines(asked, state, found, progress);
  expect(isStopped).toBe(false);
  expect(read.map(({ found: { facts }, path }) => [facts.id, ...path])).toEqual(
    found.map(({ facts: { id } }) => [id, id]),
  );
  expect(asked.asked.flat()).toEqual(found.map(({ facts }) => facts.id).sort());
  expect(asked.asked.every((ids) => ids.length <= linesAtOnce)).toBe(true);
  expect(asked.asked.length).toBeLessThan(6);
  expect(asked.mostAtOnce()).toBe(2);
  expect(shown.at(0)).toBe(0);
  expect(shown.at(-1)).toBe(150);
});

test('who stops gets what was read by then, whole reports only, and no more is asked for', async () => {
  let stop = (): void => {};
  const stopped = new Promise<null>((fulfil) => {
    stop = () => fulfil(null);
  });
  const asked = engine(async (count) => {
    if (count >= 3) {
      stop();
      await never;
    }
  });
  const { read, isStopped } = await allLines(asked, state, found, { stopped, show: () => {} });
  expect(isStopped).toBe(true);
  expect(read.length).toBeGreaterThan(0);
  expect(read.length).toBeLessThan(150);
  expect(asked.asked.length).toBeLessThanOrEqual(4);
});

test('where one cannot be read, nothing is given', async () => {
  const asked = engine(async (count) => {
    if (count === 2) throw new Error('network');
  });
  await expect(allLines(asked, state, found, { stopped: never, show: () => {} })).rejects.toThrow('network');
});
