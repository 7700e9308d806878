import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { regionTree } from '../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { characterReading, placeReading } from '../../src/pinyin/place-reading.ts';
import { finderUnits, type RegionFinderFile, regionFinderFile } from '../../src/views/region-finder-file.ts';
import { type Findable, findableRegions, foundRegions } from '../../src/views/region-finding.ts';

const tree = regionTree(readRegionRegister('content').regions);
const readings = { name: placeReading, character: characterReading };
let file: RegionFinderFile;
let regions: readonly Findable[];

beforeAll(() => {
  // Two-digit counts everywhere: the file of an archive that holds a lot.
  const countBelow = (code: string): number => 10 + (Number.parseInt(code, 10) % 83);
  file = regionFinderFile(finderUnits({ tree, countBelow }, readings), readings);
  regions = findableRegions(file);
});

const paths = (query: string): string[] =>
  foundRegions(regions, query).map(({ above, name }) => [...above, name].join(''));

test('all regions of the country weigh at most 60 kB, compressed', () => {
  const bytes = gzipSync(JSON.stringify(file)).length;
  expect(regions.length).toBeGreaterThan(3500);
  expect(bytes).toBeLessThan(60_000);
});

test('what was packed comes out again', () => {
  const units = finderUnits({ tree, countBelow: (code) => Number.parseInt(code, 10) % 7 }, readings);
  const unpacked = findableRegions(regionFinderFile(units, readings)).map(({ region }) => {
    const { above: _, becomes: __, ...unit } = region;
    return unit;
  });
  expect(unpacked).toEqual(units);
});

describe('the first that is found', () => {
  test.for([
    ['上党区', '山西省长治市上党区'],
    ['上党', '山西省长治市上党区'],
    ['长治县', '山西省长治市长治县'],
    ['长治', '山西省长治市'],
    ['changzhi', '山西省长治市'],
    ['Chángzhì', '山西省长治市'],
    ['chang zhi xian', '山西省长治市长治县'],
    ['changzhix', '山西省长治市长治县'],
    ['蔚县', '河北省张家口市蔚县'],
    ['yuxian', '河北省张家口市蔚县'],
    ['yueqing', '浙江省温州市乐清市'],
    ['yqs', '山西省阳泉市'],
    ['lu’an', '安徽省六安市'],
    ['liuan', '安徽省六安市'],
    ['bozhou', '安徽省亳州市'],
    ['lishui', '浙江省丽水市'],
    ['dabu', '广东省梅州市大埔县'],
    ['panyu', '广东省广州市番禺区'],
    ['lüliang', '山西省吕梁市'],
    ['lvliang', '山西省吕梁市'],
    ['LULIANG', '山西省吕梁市'],
    ['140404', '山西省长治市上党区'],
    ['天津河东', '天津市河东区'],
    ['山东河东区', '山东省临沂市河东区'],
    ['天津 河东', '天津市河东区'],
    ['上海闸北', '上海市闸北区'],
    ['襄樊', '湖北省襄樊市'],
  ] as const)('for %s is %s', ([query, path]) => {
    expect(paths(query)[0]).toBe(path);
  });
});

test('namesakes are told apart by their path, and all of them come', () => {
  expect(paths('河东区')).toEqual(['天津市河东区', '山东省临沂市河东区']);
  expect(paths('通州区')).toEqual(['北京市通州区', '江苏省南通市通州区']);
  expect(paths('baiyunqu').sort()).toEqual(['广东省广州市白云区', '贵州省贵阳市白云区']);
});

test('initials find a place among its like, a code all below it', () => {
  expect(paths('sdq')).toContain('山西省长治市上党区');
  expect(paths('czs')).toContain('山西省长治市');
  expect(paths('1404').every((path) => path.startsWith('山西省长治市'))).toBe(true);
});

test('a former name tells since when and what took its place', () => {
  const [found] = foundRegions(regions, '长治县');
  expect(found).toMatchObject({ code: '140421', until: 2017, becomes: ['上党区'] });
});

test.for(['', '  ', '没有这个地方', 'zzzz', '99999', 'x', '<script>', '('])(
  '“%s” finds nothing and breaks nothing',
  (query) => {
    const found = foundRegions(regions, query);
    if (query !== 'x') expect(found).toEqual([]);
  },
);

test('regions are found by their name, by their pinyin and by their code, every tenth tried', () => {
  for (const { region } of regions.filter((_, at) => at % 10 === 0)) {
    for (const query of [region.name, region.syllables.join(''), region.code]) {
      const found = foundRegions(regions, query);
      const isFound = found.some(({ code, name }) => code === region.code && name === region.name);
      expect([query, isFound]).toEqual([query, true]);
    }
  }
});
