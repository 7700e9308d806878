import { describe, expect, test } from 'vitest';
import { countedUnits, coverage } from '../../src/archive/coverage.ts';
import { sampleIndex, sampleRecord } from './coverage-sample.ts';

const covered = coverage(sampleIndex, [
  sampleRecord,
  { ...sampleRecord, year: 2016, state: 'known', note: '年鉴提及' },
]);

describe('the state of a unit and year', () => {
  test.for([
    ['140404', 2018, 'held'],
    ['140421', 2017, 'held'],
    ['140425', 2018, 'not-found'],
    ['140425', 2016, 'known'],
    ['140425', 2017, 'unsought'],
    ['140404', 2017, 'no-unit'],
    ['140421', 2018, 'no-unit'],
    ['710000', 2018, 'no-unit'],
    ['999999', 2018, 'no-unit'],
  ] as const)('%s in %i is %s', ([region, year, state]) => {
    expect(covered.state(region, year)).toBe(state);
  });
});

test('years run from the last held or recorded back to the first, without gaps', () => {
  expect(covered.years).toEqual([2018, 2017, 2016]);
  expect(coverage({ ...sampleIndex, reports: [] }, []).years).toEqual([]);
});

test('a unit is counted with all below it, and only where it was in force', () => {
  expect(covered.counts('140400', 2018)).toEqual({
    held: 2,
    known: 0,
    'not-found': 1,
    withdrawn: 0,
    unsought: 0,
    'no-unit': 0,
  });
  expect(countedUnits(covered.counts('140000', 2018))).toBe(5);
  expect(covered.counts('000000', 2018)).toEqual(covered.counts('140000', 2018));
});

test('departments and development zones are held beside the count, never in it', () => {
  expect(covered.others).toBe(2);
  expect(covered.held('140404', 2018)).toBe('140404/2018');
});

test('of several entries the strongest speaks: withdrawn, known, not found; what is held outweighs all', () => {
  const first = { ...sampleRecord, when: '2025-01-01' };
  const state = (...states: readonly ('known' | 'not-found' | 'withdrawn')[]) =>
    coverage(
      sampleIndex,
      states.map((entry) => ({ ...first, state: entry })),
    ).state('140425', 2018);
  expect(state('not-found', 'known')).toBe('known');
  expect(state('known', 'not-found')).toBe('known');
  expect(state('known', 'withdrawn', 'not-found')).toBe('withdrawn');
  expect(coverage(sampleIndex, [{ ...first, region: '140404' }]).state('140404', 2018)).toBe('held');
});
