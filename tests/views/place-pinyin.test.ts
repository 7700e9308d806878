import { expect, test } from 'vitest';
import { placeReading } from '../../src/pinyin/place-reading.ts';
import { placePinyin } from '../../src/views/place-pinyin.ts';
import { findableRegions } from '../../src/views/region-finding.ts';

test.for([
  ['山西省', 'Shanxi'],
  ['陕西省', 'Shaanxi'],
  ['上党区', 'Shangdang'],
  ['祁县', 'Qixian'],
  ['西安市', 'Xi’an'],
  ['六安市', 'Lu’an'],
  ['吕梁市', 'Lüliang'],
  ['恩施土家族苗族自治州', 'Enshi'],
  ['新疆维吾尔自治区', 'Xinjiang'],
  ['内蒙古自治区', 'Inner Mongolia'],
  ['伊犁哈萨克自治州', 'Yili'],
] as const)('%s stands as %s', ([name, pinyin]) => {
  const [found] = findableRegions({
    readings: {},
    units: ['140000', name, '', placeReading(name).join(' ')].join('\t'),
  });
  expect(found && placePinyin(found)).toBe(pinyin);
});
