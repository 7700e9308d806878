import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contexts } from '../../src/i18n/contexts.ts';
import { en } from '../../src/i18n/en/en.ts';
import { interfaceMatcher } from '../../src/i18n/matcher.ts';
import { type Messages, translation } from '../../src/i18n/message.ts';
import { written } from '../../src/i18n/written.ts';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';

const nowhere = (): boolean => false;
const messages: Messages = zhHans;
const translations: Messages = en;

describe('the catalogue', () => {
  test('holds every message of every file under one key', async () => {
    const modules = await Promise.all(
      globSync('src/i18n/zh-hans/*.ts', { exclude: ['**/zh-hans.ts'] }).map((file) => import(`../../${file}`)),
    );
    const keys = modules.flatMap((module: Record<string, Messages>) => Object.values(module).flatMap(Object.keys));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(keys.sort()).toEqual(Object.keys(messages).sort());
    expect(Object.keys(translations).sort()).toEqual(Object.keys(messages).sort());
  });

  test('gives one Chinese text one English, but where the place decides', () => {
    const english = new Map<string, Set<string>>();
    for (const [key, text] of Object.entries(messages))
      if (!(key in contexts)) english.set(text, (english.get(text) ?? new Set()).add(translations[key] ?? ''));
    expect([...english].filter(([, texts]) => texts.size > 1)).toEqual([]);
    expect(Object.keys(contexts).filter((key) => !(key in messages))).toEqual([]);
  });

  test('leaves no Chinese in English but examples, terms in brackets and quoted signs', () => {
    const foreign = Object.entries(translations).filter(
      ([key, text]) =>
        /\p{Script=Han}/u.test(text.replace(/[（(][^()（）]*[)）]|“[^”]*”/g, '')) &&
        !/^(例如|找)/.test(messages[key] ?? ''),
    );
    expect(foreign).toEqual([]);
  });

  test('uses only placeholders that are known', () => {
    expect(() => interfaceMatcher(messages, translations)).not.toThrow();
    expect(() => interfaceMatcher({ odd: '{nobody} 份' }, { odd: '{nobody} reports' })).toThrow('nobody');
  });
});

describe('what a translation must be is checked by its type', () => {
  const originals = { count: '{count} 份', home: '首页' } as const;

  test('a missing key, a surplus key, a missing and a surplus placeholder', () => {
    expect(translation(originals, { count: '{count} {count:report|reports}', home: 'Home' })).toBeDefined();
    // @ts-expect-error home is missing
    expect(translation(originals, { count: '{count} reports' })).toBeDefined();
    // @ts-expect-error more is of no use
    expect(translation(originals, { count: '{count} reports', home: 'Home', more: 'More' })).toBeDefined();
    // @ts-expect-error the count is missing
    expect(translation(originals, { count: 'reports', home: 'Home' })).toBeDefined();
    // @ts-expect-error nothing says the total
    expect(translation(originals, { count: '{count} of {total}', home: 'Home' })).toBeDefined();
  });

  test('so are the values that are put in', () => {
    expect(written('{count} {count:report|reports} of {place}', { count: 1234, place: '长治市' })).toBe(
      '1,234 reports of 长治市',
    );
    expect(written('{count} {count:report|reports}', { count: 1 })).toBe('1 report');
    // @ts-expect-error the place is missing
    expect(written('{count} of {place}', { count: 1 })).toBe('1 of ');
  });
});

describe('a matcher', () => {
  const match = interfaceMatcher(messages, translations, { contexts });

  test.for([
    [' 检索\n', ' Search\n'],
    ['1 份', '1 report'],
    ['1,234 份', '1,234 reports'],
    ['在 5 份报告（27,612 字）中的 1 份出现 2 次。', '2 occurrences in 1 of 5 reports (27,612 characters).'],
    ['山西省 长治市 · 2024年度 · 党委和政府', '山西省 长治市 · 2024 · Party committee and government'],
    ['县级 · 行政区划代码 140421 · 沿用至 2018 年', 'County level · division code 140421 · in use until 2018'],
    ['出现超过 2,000 次，不能按前文或后文排列（须读完全部上下文）。请先限定范围；现按年度排列。', null],
    ['按相关程度检索地区只能限定到省级，不能限定部分。', null],
    ['2025年1月', 'January 2025'],
    ['检索 · 法治政府建设年度报告文库', 'Search · Archive of Law-Based Government Reports'],
    ['某报告 · 法治政府建设年度报告文库', '某报告 · Archive of Law-Based Government Reports'],
    ['上党区的报告', 'Reports of 上党区'],
    ['甲：上党区2024年度法治政府建设情况的报告', 'A: 上党区2024年度法治政府建设情况的报告'],
  ] as const)('turns “%s”', ([chinese, english]) => {
    const found = match(chinese, nowhere);
    if (english === null) expect(found).not.toMatch(/\p{Script=Han}/u);
    else expect(found).toBe(english);
  });

  test('leaves alone what no message says, titles of reports above all', () => {
    for (const text of [
      '此句无译',
      '上党区关于2024年度法治政府建设情况的报告',
      '博山区法治政府建设情况的报告',
      '检索。此句无译。',
      '三、其他',
    ])
      expect(match(text, nowhere)).toBeNull();
  });

  test('asks the place where a word has two', () => {
    expect(match('地区', nowhere)).toBe('Region');
    expect(match('地区', (selector) => selector.includes('nav'))).toBe('Regions');
  });

  test('prefers what says more', () => {
    const inRecord = (selector: string): boolean => selector === 'dd';
    expect(match('长治日报，', inRecord)).toBe('长治日报, ');
    expect(match('长治日报，原网址不详，', inRecord)).toBe('长治日报, original address unknown, ');
  });

  test('takes for names only what is told to be one', () => {
    const strict = interfaceMatcher(messages, translations, { isKept: (text) => text === '长治市' });
    expect(strict('长治市历年报告', nowhere)).toBe('All reports of 长治市');
    expect(strict('大同市历年报告', nowhere)).toBeNull();
  });
});
