import { describe, expect, test } from 'vitest';
import { compareQuery, compareState, mostColumns } from '../../../src/browser/compare/state.ts';
import { idInAddress } from '../../../src/browser/served/fetched-report.ts';

const state = (query: string) => compareState(new URLSearchParams(query));

describe('the address holds the choice', () => {
  test.for([
    '',
    '?a=140404/2024',
    '?a=140404/2024&b=120102/2024-justice-bureau',
    '?a=140404/2024&b=341824/2023&mark=same',
    '?id=140404/2024&id=370304x01/2022&role=plan',
    '?role=shortcomings',
  ])('“%s” is read and written again as it stands', (query) => {
    expect(compareQuery(state(query))).toBe(query);
  });

  test('escaped slashes are read too', () => {
    expect(state('?a=140404%2F2024').a).toBe('140404/2024');
  });

  test('what is no report is left out', () => {
    expect(state('?a=../about&b=javascript:alert(1)&role=none&mark=x')).toEqual({
      a: null,
      b: null,
      role: null,
      ids: [],
      marks: 'different',
    });
  });

  test('columns end with the tenth, each report once', () => {
    const ids = Array.from({ length: 14 }, (_, at) => `id=140404/${2010 + at}`);
    expect(state(`?id=140404/2010&${ids.join('&')}&role=plan`).ids).toHaveLength(mostColumns);
    expect(new Set(state(`?${ids.join('&')}`).ids).size).toBe(mostColumns);
  });

  test('reports without a part named are read for their shortcomings', () => {
    expect(state('?id=140404/2024').role).toBe('shortcomings');
  });
});

test.for([
  ['https://archive.example/archive/reports/140404/2024/#p-1a2b3c4d', '140404/2024'],
  [' http://localhost:4321/reports/120102/2024-justice-bureau/?q=x ', '120102/2024-justice-bureau'],
  ['/reports/370304x01/2022/record/', '370304x01/2022'],
  ['140404/2024', '140404/2024'],
  ['140404/24', null],
  ['https://archive.example/regions/140404/', null],
  ['https://elsewhere.example/140404/2024', null],
  ['', null],
] as const)('the report in “%s” is %s', ([address, id]) => {
  expect(idInAddress(address)).toBe(id);
});
