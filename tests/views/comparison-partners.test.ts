import { expect, test } from 'vitest';
import { boxData } from '../../src/views/box-finding.ts';
import { comparisonPartners } from '../../src/views/comparison-partners.ts';
import { findableRegions } from '../../src/views/region-finding.ts';

const units = [
  '140000\t山西省',
  '140400\t长治市',
  '140404\t长治县\t\t\t2017',
  '140404\t上党区',
  '140405\t屯留区',
  '140600\t朔州市',
];
const data = boxData(findableRegions({ readings: {}, units: units.join('\n') }), {
  places: [
    '140400\t2023 2020\tjustice-bureau 2024',
    '140404\t2024-2022 2016\tjustice-bureau 2024-2023',
    '140405\t2024 2021\tjustice-bureau 2024',
    '140600\t2024\tjustice-bureau 2024',
  ].join('\n'),
  years: [],
  departments: [['justice', '司法局', 5]],
});
const named = (id: string) =>
  Object.fromEntries(
    Object.entries(comparisonPartners(data, id)).map(([what, partners]) => [
      what,
      partners.map(({ id: other, place }: { id: string; place: string }) => `${other} ${place}`),
    ]),
  );

test('a county is set beside its other years, the unit above in the nearest year, and its neighbours', () => {
  expect(named('140404/2024')).toEqual({
    years: ['140404/2023 上党区', '140404/2022 上党区', '140404/2016 长治县'],
    above: ['140400/2023 长治市'],
    beside: ['140405/2024 屯留区'],
    elsewhere: [],
  });
});

test('a department is set beside the same department, near and elsewhere', () => {
  expect(named('140404/2024-justice-bureau')).toEqual({
    years: ['140404/2023-justice-bureau 上党区司法局'],
    above: ['140400/2024-justice-bureau 长治市司法局'],
    beside: ['140405/2024-justice-bureau 屯留区司法局'],
    elsewhere: ['140600/2024-justice-bureau 朔州市司法局'],
  });
});

test('what is no id has no partners', () => {
  expect(named('elsewhere')).toEqual({ years: [], above: [], beside: [], elsewhere: [] });
});
