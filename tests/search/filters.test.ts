import { expect, test } from 'vitest';
import { isRegionWithin, yearRange } from '../../src/search/filters.ts';

test.for<[string, string, boolean]>([
  ['140404', '140404', true],
  ['140404', '140400', true],
  ['140404', '140000', true],
  ['140404', '000000', true],
  ['140404', '140500', false],
  ['140404', '150000', false],
  ['140400', '140404', false],
  ['371000', '371000', true],
  ['371002', '371000', true],
  ['370102', '371000', false],
  ['370304x01', '370304', true],
  ['370304x01', '370300', true],
  ['370304x01', '370304x01', true],
  ['370304x02', '370304x01', false],
  ['370304', '370304x01', false],
  ['429004', '420000', true],
])('%s lies in %s: %s', ([region, above, expected]) => expect(isRegionWithin(region, above)).toBe(expected));

test.for<[string, unknown]>([
  ['2023', [2023, 2023]],
  ['2019-2024', [2019, 2024]],
  ['2019–2024', null],
  ['23', null],
  ['', null],
  ['2019-', null],
  ['2023-2021', null],
])('%j as years: %j', ([text, expected]) => expect(yearRange(text)).toEqual(expected));
