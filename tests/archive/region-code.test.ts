import { expect, it } from 'vitest';
import { levelOfCode, parentOfCode } from '../../src/archive/region-code.ts';

it('reads the level from the digits', () => {
  expect(['000000', '140000', '140400', '140404', '120102', '469001', '370304x01'].map(levelOfCode)).toEqual([
    'national',
    'province',
    'prefecture',
    'county',
    'county',
    'county',
    null,
  ]);
});

it('finds the unit above, past the groupings that are no units', () => {
  const isUnit = (code: string): boolean => code === '140400';
  expect(
    ['000000', '140000', '140400', '140404', '120102', '429004', '500229', '370304x01'].map((code) =>
      parentOfCode(code, isUnit),
    ),
  ).toEqual([null, null, '140000', '140400', '120000', '420000', '500000', '370304']);
});
