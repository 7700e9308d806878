import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { HandledLines } from '../../../src/browser/search/corpus/handled-lines.ts';
import { chosenLines, chosenReports, lineChoice } from '../../../src/browser/search/corpus/line-choice.ts';
import type { PhraseLine } from '../../../src/browser/search/exact/engine.ts';

const line = (nth: number, after: string): PhraseLine => ({
  anchor: 'p-1',
  nth,
  heading: null,
  role: null,
  before: '前',
  phrase: '行政复议',
  after,
  isAsTyped: true,
});
const found = Array.from({ length: 30 }, (_, at) => ({ facts: { id: `r${at}` }, occurrences: 1 + (at % 3) }));

describe('a choice among lines', () => {
  test('is none where all are wanted', () => {
    expect(lineChoice({ sample: 0, seed: 1, within: '' }, found)).toBeNull();
    expect(chosenReports(null, found)).toBe(found);
  });

  test('of a sample, holds as many as were asked for, each a place of its report', () => {
    const choice = lineChoice({ sample: 20, seed: 7, within: '' }, found);
    const reports = chosenReports(choice, found);
    expect(reports.reduce((sum, { occurrences }) => sum + occurrences, 0)).toBe(20);
    for (const { facts, occurrences } of reports) {
      const whole = found.find((one) => one.facts.id === facts.id)?.occurrences ?? 0;
      const lines = Array.from({ length: whole }, (_, at) => line(at, '后'));
      expect(chosenLines(choice, facts.id, lines)).toHaveLength(occurrences);
    }
  });

  test('of what a line must hold, looks at the line as folded', () => {
    const choice = lineChoice({ sample: 0, seed: 1, within: '調解（2024）' }, found);
    const lines = [line(0, '和调解(2024)'), line(1, '和调解'), line(2, '')];
    expect(chosenLines(choice, 'r1', lines).map(({ nth }) => nth)).toEqual([0]);
    expect(chosenReports(choice, found)).toBe(found);
  });
});

describe('lines that a reader handled', () => {
  const storage = new Map<string, string>();
  beforeEach(() => {
    storage.clear();
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => storage.get(name) ?? null,
      setItem: (name: string, value: string) => void storage.set(name, value),
    });
  });
  afterAll(() => void vi.unstubAllGlobals());

  test('are kept by query and found again', () => {
    const lines = new HandledLines('复议');
    lines.set('r1', line(0, ''), 'dropped');
    lines.set('r1', line(1, ''), 'marked');
    lines.set('r2', line(0, ''), 'marked');
    lines.set('r2', line(0, ''), null);
    const again = new HandledLines('复议');
    expect([again.of('r1', line(0, '')), again.of('r1', line(1, '')), again.of('r2', line(0, ''))]).toEqual([
      'dropped',
      'marked',
      null,
    ]);
    expect([again.count('dropped'), again.count('marked')]).toEqual([1, 1]);
    expect(new HandledLines('诉讼').count('dropped')).toBe(0);
    again.erase();
    expect(new HandledLines('复议').count('marked')).toBe(0);
  });

  test('of twenty queries at most, and none where what is kept cannot be read', () => {
    for (let at = 0; at < 25; at++) new HandledLines(`q${at}`).set('r1', line(0, ''), 'marked');
    expect(new HandledLines('q4').count('marked')).toBe(0);
    expect(new HandledLines('q24').count('marked')).toBe(1);
    for (const damaged of ['{', '[1]', '{"q24":{"r1 p-1 0":"gone"}}', 'null']) {
      storage.set('handledLines', damaged);
      expect(new HandledLines('q24').count('marked')).toBe(0);
    }
  });
});
