import { describe, expect, test } from 'vitest';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { hardReadings } from '../../src/pinyin/hard-readings.ts';
import { characterReading, hardReading, placeReading } from '../../src/pinyin/place-reading.ts';

describe('names that are read otherwise than their characters', () => {
  test.for([
    ['长治市', 'chang zhi shi'],
    ['长子县', 'zhang zi xian'],
    ['蔚县', 'yu xian'],
    ['乐清市', 'yue qing shi'],
    ['乐亭县', 'lao ting xian'],
    ['乐陵市', 'lao ling shi'],
    ['乐山市', 'le shan shi'],
    ['民乐县', 'min le xian'],
    ['六安市', 'lu an shi'],
    ['六合区', 'lu he qu'],
    ['六盘水市', 'liu pan shui shi'],
    ['亳州市', 'bo zhou shi'],
    ['丽水市', 'li shui shi'],
    ['台州市', 'tai zhou shi'],
    ['大埔县', 'da bu xian'],
    ['大城县', 'dai cheng xian'],
    ['番禺区', 'pan yu qu'],
    ['厦门市', 'xia men shi'],
    ['重庆市', 'chong qing shi'],
    ['浚县', 'xun xian'],
    ['单县', 'shan xian'],
    ['莘县', 'shen xian'],
    ['尉犁县', 'yu li xian'],
    ['尉氏县', 'wei shi xian'],
    ['洪洞县', 'hong tong xian'],
    ['铅山县', 'yan shan xian'],
    ['歙县', 'she xian'],
    ['枞阳县', 'zong yang xian'],
    ['筠连县', 'jun lian xian'],
    ['繁峙县', 'fan shi xian'],
    ['涡阳县', 'guo yang xian'],
    ['泌阳县', 'bi yang xian'],
    ['荥阳市', 'xing yang shi'],
    ['荥经县', 'ying jing xian'],
    ['黄陂区', 'huang pi qu'],
    ['闵行区', 'min hang qu'],
    ['珲春市', 'hun chun shi'],
    ['喀什市', 'ka shi shi'],
    ['什邡市', 'shi fang shi'],
    ['郫都区', 'pi du qu'],
    ['都匀市', 'du yun shi'],
    ['吴堡县', 'wu bu xian'],
    ['吕梁市', 'lv liang shi'],
    ['朝阳区', 'chao yang qu'],
    ['任丘市', 'ren qiu shi'],
  ] as const)('%s: %s', ([name, reading]) => {
    expect(placeReading(name).join(' ')).toBe(reading);
  });
});

test('letters, digits, brackets and characters that nobody reads break nothing', () => {
  expect(placeReading('G60科创区')).toEqual(['g', '6', '0', 'ke', 'chuang', 'qu']);
  expect(placeReading('经开区（筹）')).toEqual(['jing', 'kai', 'qu', '', 'chou', '']);
  expect(placeReading('㴲县')).toEqual(['', 'xian']);
  expect(characterReading('（')).toBe('');
});

test('every entry of the table has a syllable a character, with its tone', () => {
  for (const [part, reading] of Object.entries(hardReadings)) {
    expect([part, reading.split(' ').length]).toEqual([part, part.length]);
    for (const syllable of reading.split(' '))
      expect([part, syllable]).toEqual([part, expect.stringMatching(/[̄́̌̀āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/)]);
  }
});

test('every name of the register is read, a syllable a character', () => {
  const { regions } = readRegionRegister('content');
  const unread = regions.filter(
    ({ name }) =>
      placeReading(name).length !== name.length || placeReading(name).some((part) => !/^[a-z]+$/.test(part)),
  );
  expect(regions.length).toBeGreaterThan(3500);
  expect(unread).toEqual([]);
});

test('every entry names a place of the register, so that a misspelt one is noticed', () => {
  const names = readRegionRegister('content').regions.map(({ name }) => name);
  expect(Object.keys(hardReadings).filter((part) => !names.some((name) => name.includes(part)))).toEqual([]);
});

test('the hard part is told with tones; a single character is none', () => {
  expect(hardReading('六安市')).toBe('六安 lù’ān');
  expect(hardReading('东阿县')).toBe('东阿 dōng’ē');
  expect(hardReading('长治县')).toBe('长治 chángzhì');
  expect(hardReading('都江堰市')).toBeNull();
  expect(hardReading('北京市')).toBeNull();
});
