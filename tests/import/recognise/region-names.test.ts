import { expect, test } from 'vitest';
import { regionTree } from '../../../src/archive/region-tree.ts';
import { readRegionRegister } from '../../../src/content-files/region-register.ts';
import { RegionNames } from '../../../src/import/recognise/region-names.ts';

const names = new RegionNames(regionTree(readRegionRegister('content').regions));
const mentioned = (text: string, year: number | null = null): string[] =>
  names.mentions(text, year, true).map(({ name }) => name);

test.for(['召开县政府常务会议12次', '公开县级政府部门权责清单', '展开县域治理', '分开县乡两级职责'])(
  'the end of a word and a kind are no place: %s',
  (text) => expect(mentioned(text)).toEqual([]),
);

test.for([
  ['开县坚持依法行政', '开县'],
  ['2015年，开县召开县政府常务会议', '开县'],
  ['重庆市开县人民政府', '开县'],
  ['在忠县召开现场会', '忠县'],
] as const)('a short name where a name may stand is one: %s', ([text, name]) => {
  expect(mentioned(text)).toContain(name);
});
