import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { comparison } from '../../src/compare/comparison.ts';
import type { TextBlock } from '../../src/compare/report-text.ts';

/** Invented text of a length, from a seed: sentences of the field's words, some shared between seeds. */
function text(characters: number, seed: number, stops: boolean): string {
  const words = [
    '推进',
    '法治',
    '政府',
    '建设',
    '行政',
    '复议',
    '应诉',
    '决策',
    '审查',
    '监督',
    '宣传',
    '培训',
    '全县',
    '落实',
  ];
  let state = seed;
  let out = '';
  for (let at = 0; out.length < characters; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out += words[(state >>> 16) % words.length];
    if (at % 12 === 11) out += stops ? '。' : '，';
  }
  return out.slice(0, characters);
}

const report = (paragraphs: readonly string[]): TextBlock[] =>
  paragraphs.map((paragraph, at) => ({ anchor: `p-${at}`, text: paragraph, depth: null, role: null }));

/** Processor time: the machine may be busy with other things. */
function seconds(left: TextBlock[], right: TextBlock[]): number {
  const before = process.cpuUsage();
  const started = performance.now();
  const { rows } = comparison(left, right);
  expect(rows.length).toBeGreaterThan(0);
  const { user, system } = process.cpuUsage(before);
  return Math.min((user + system) / 1e6, (performance.now() - started) / 1000);
}

test.for([
  ['forty paragraphs', 40, true],
  ['one paragraph', 1, true],
  ['one sentence', 1, false],
] as const)('two reports of 7,000 characters in %s are compared within a second', ([, count, stops]) => {
  const made = (seed: number) => report(Array.from({ length: count }, (_, at) => text(7000 / count, seed + at, stops)));
  const spent = seconds(made(1), made(5));
  expect(spent).toBeLessThan(1);
});
