import { expect, test } from 'vitest';
import { provinceNames } from '../../../../src/browser/search/records/province-names.ts';

test('names by code', () => {
  expect([...provinceNames('{"140000":"山西省","340000":"安徽省"}')]).toEqual([
    ['140000', '山西省'],
    ['340000', '安徽省'],
  ]);
});

test.for([undefined, '', '{"140000"', 'null', '1', '"山西省"', '{"140000":14}'])('no names in %s', (json) => {
  expect(provinceNames(json).size).toBe(0);
});
