import { expect, test } from 'vitest';
import { queryPlace } from '../../src/views/query-place.ts';
import { findableRegions } from '../../src/views/region-finding.ts';

const units = [
  ['370000', '山东省', '1'],
  ['370300', '淄博市', '0'],
  ['370304', '博山区', '1'],
  ['120000', '天津市', '1'],
  ['120102', '河东区', '1'],
  ['371300', '临沂市', '0'],
  ['371312', '河东区', '0'],
];
const regions = findableRegions({ readings: {}, units: units.map((unit) => unit.join('\t')).join('\n') });
const read = (query: string): unknown => {
  const place = queryPlace(regions, query);
  return place && [place.region?.code, place.years, place.rest];
};

test.for([
  ['博山区 2022', ['370304', [2022], '']],
  ['博山区2022年法治政府报告', ['370304', [2022], '']],
  ['博山 执法力量', ['370304', [], '执法力量']],
  ['执法力量 博山区 2022年度', ['370304', [2022], '执法力量']],
  ['博山区执法', ['370304', [], '执法']],
  ['河东区 复议', ['120102', [], '复议']],
  ['2022 2023 淄博市 应诉', ['370300', [2022, 2023], '应诉']],
] as const)('%s names place, years and words', ([query, wanted]) => expect(read(query)).toEqual(wanted));

test('a year alone, words alone, and what is more than words are left as they are', () => {
  for (const query of ['2024年', '行政复议', '博山执法', '“博山区” 执法', '博山区 | 淄博市', '执法 -博山区', ''])
    expect([query, read(query)]).toEqual([query, null]);
});
