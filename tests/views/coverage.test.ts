import { describe, expect, test } from 'vitest';
import { archiveIndex } from '../../src/archive/archive-index.ts';
import { coverage } from '../../src/archive/coverage.ts';
import { regionTree } from '../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { coverageOverview, coveragePlaces, coverageRegionView } from '../../src/views/coverage.ts';
import { regionView } from '../../src/views/region.ts';
import { sampleIndex, sampleRecord, sampleTree } from '../archive/coverage-sample.ts';

const elsewhere = { ...sampleRecord, where: 'https://www.example.gov.cn/', when: '2026-11-23' };
const covered = coverage(sampleIndex, [sampleRecord, { ...sampleRecord, year: 2017 }, elsewhere]);
const region = (code: string) => {
  const found = sampleTree.region(code);
  if (!found) throw new Error(code);
  return found;
};

test('the overview has a tile for each province of the register and a row for each but those outside', () => {
  const { tiles, provinces, totals } = coverageOverview(sampleIndex, covered);
  expect(tiles.map(({ name, isOutside }) => [name, isOutside])).toEqual([
    ['山西', false],
    ['台湾', true],
  ]);
  expect(tiles.find(({ code }) => code === '140000')?.held).toBe(3);
  expect(tiles.map(({ others }) => others)).toEqual([2, 0]);
  expect(provinces).toEqual([
    {
      code: '140000',
      name: '甲省',
      shares: [
        { held: 2, units: 5 },
        { held: 1, units: 5 },
      ],
    },
  ]);
  expect(totals[0]).toMatchObject({ held: 2, 'not-found': 1, unsought: 2 });
});

test('provinces and prefectures have pages; counties do not', () => {
  expect(coveragePlaces(sampleIndex, covered).map(({ code }) => code)).toEqual(['140000', '140400', '140600']);
});

test('what is in force has its page before any year is known, for other pages link there', () => {
  const empty = archiveIndex([], sampleTree);
  expect(coveragePlaces(empty, coverage(empty, [])).map(({ code }) => code)).toEqual(['140000', '140400', '140600']);
});

test('a province shows itself and its prefectures, each with the counties below it', () => {
  const { rows } = coverageRegionView(sampleIndex, covered, region('140000'));
  expect(rows.map(({ code, hasPage }) => [code, hasPage])).toEqual([
    ['140000', false],
    ['140400', true],
    ['140600', true],
  ]);
  expect(rows[1]?.cells).toEqual([
    { state: 'held', id: '140400/2018', below: { held: 1, units: 2 } },
    { state: 'unsought', id: null, below: { held: 1, units: 2 } },
  ]);
});

test('a prefecture shows the counties of all its years, each only where it was', () => {
  const { rows } = coverageRegionView(sampleIndex, covered, region('140400'));
  expect(rows.map(({ name, cells }) => [name, ...cells.map(({ state }) => state)])).toEqual([
    ['乙市', 'held', 'unsought'],
    ['丙区', 'held', 'no-unit'],
    ['丙县', 'no-unit', 'held'],
    ['丁县', 'not-found', 'not-found'],
  ]);
});

test('what was entered stands with where and when; the same words are said once for all their years', () => {
  const { rows } = coverageRegionView(sampleIndex, covered, region('140400'));
  const { where, when } = sampleRecord;
  expect(rows.at(-1)?.evidence).toEqual([
    { years: [2017, 2018], state: 'not-found', where, when, note: '' },
    { years: [2018], state: 'not-found', where: elsewhere.where, when: elsewhere.when, note: '' },
  ]);
});

describe('pages of coverage for the register of the archive', () => {
  const tree = regionTree(readRegionRegister('content').regions);
  const index = archiveIndex([], tree);
  const record = { ...sampleRecord, region: '110000' };

  test.for([
    [2008, 2024],
    [2024, 2024],
    [2003, 2009],
  ] as const)('from %i to %i: every link leads to a page, and every page is linked', ([first, last]) => {
    const covered = coverage(index, [
      { ...record, year: first },
      { ...record, year: last },
    ]);
    const places = coveragePlaces(index, covered);
    const codes = new Set(places.map(({ code }) => code));
    expect(codes.size).toBe(places.length);
    const links = new Set<string>([
      ...coverageOverview(index, covered).provinces.map(({ code }) => code),
      ...places.flatMap((place) => {
        const { rows, path } = coverageRegionView(index, covered, place);
        return [...rows.filter(({ hasPage }) => hasPage), ...path].map(({ code }) => code);
      }),
      ...tree.all.flatMap((unit) => regionView(index, unit).coverage ?? []),
    ]);
    expect([...links].filter((code) => !codes.has(code))).toEqual([]);
    expect([...codes].filter((code) => !links.has(code))).toEqual([]);
  });

  test('a prefecture below a prefecture stands on the page of that', () => {
    const unit = { name: '己市', level: 'prefecture', since: null, until: null, successors: [] } as const;
    const odd = archiveIndex([], regionTree([...sampleTree.all, { ...unit, code: '140400x01', parent: '140400' }]));
    const found = odd.tree.region('140400x01');
    expect(found && regionView(odd, found).coverage).toBe('140400');
    const places = coveragePlaces(odd, coverage(odd, []));
    expect(places.map(({ code }) => code)).toEqual(['140000', '140400', '140600']);
    const { rows } = coverageRegionView(odd, coverage(odd, [sampleRecord]), region('140400'));
    expect(rows.filter(({ hasPage }) => hasPage)).toEqual([]);
  });
});
