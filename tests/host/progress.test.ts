import { afterEach, expect, test, vi } from 'vitest';
import { type ProgressOptions, progress } from '../../src/host/progress.ts';

afterEach(() => vi.restoreAllMocks());

/** What is printed and drawn when so many are done after so many milliseconds. */
function told(total: number, steps: readonly (readonly [number, number])[], options: ProgressOptions = {}): string[] {
  const lines: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((line) => lines.push(line));
  let clock = 1000;
  const phase = progress('导入', '份', total, { now: () => clock, ...options });
  for (const [at, done] of steps) {
    clock = 1000 + at;
    phase.reach(done);
  }
  phase.clear();
  return lines;
}

test('lines come every five seconds, with the rate and the time left', () => {
  expect(
    told(100, [
      [4999, 9],
      [5000, 10],
      [9999, 19],
      [10_000, 50],
    ]),
  ).toEqual(['导入：10/100 份，每秒 2.0，约剩 45 秒', '导入：50/100 份，每秒 5.0，约剩 10 秒']);
});

test('nothing is said of the time left where the total is only the most', () => {
  expect(told(100, [[6000, 10]], { isMost: true })).toEqual(['导入：已有 10 份，至多 100 份（未变的取自缓存）']);
});

test('one line at the foot of a terminal is drawn anew and taken away', () => {
  const drawn: string[] = [];
  const foot = { isTTY: true, write: (text: string) => drawn.push(text) };
  const lines = told(
    1000,
    [
      [100, 1],
      [200, 2],
      [400, 5],
    ],
    { foot },
  );
  expect(lines).toEqual([]);
  expect(drawn).toEqual([
    '\r\u001b[2K导入：2/1000 份，每秒 10，约剩 2 分钟',
    '\r\u001b[2K导入：5/1000 份，每秒 13，约剩 80 秒',
    '\r\u001b[2K',
  ]);
});

test.for([
  [false, 1000],
  [true, 5],
] as const)('nothing is drawn with terminal %s and %i pieces', ([isTTY, total]) => {
  const drawn: string[] = [];
  told(total, [[1000, 3]], { foot: { isTTY, write: (text) => drawn.push(text) } });
  expect(drawn).toEqual([]);
});
