import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contexts } from '../../src/i18n/contexts.ts';
import { en } from '../../src/i18n/en/en.ts';
import { interfaceMatcher } from '../../src/i18n/matcher.ts';
import { type Messages, translation } from '../../src/i18n/message.ts';
import { saying } from '../../src/i18n/saying.ts';
import { written } from '../../src/i18n/written.ts';
import { frame } from '../../src/i18n/zh-hans/frame.ts';
import { reading } from '../../src/i18n/zh-hans/reading.ts';
import { relations } from '../../src/i18n/zh-hans/relations.ts';
import { report } from '../../src/i18n/zh-hans/report.ts';
import { rules } from '../../src/i18n/zh-hans/rules.ts';
import { vocabulary } from '../../src/i18n/zh-hans/vocabulary.ts';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';

const nowhere = (): boolean => false;
const messages: Messages = zhHans;
const translations: Messages = en;
/** What is found on report pages by its text (browser/language/matched-words.ts). */
const matched: Messages = { ...frame, ...reading, ...relations, ...report, ...rules, ...vocabulary };

/** The keys of each file of a language. */
async function keysByFile(language: string): Promise<Map<string, string[]>> {
  const files = globSync(`src/i18n/${language}/*.ts`, { exclude: [`**/${language}.ts`] }).sort();
  const modules = await Promise.all(files.map((file) => import(`../../${file}`)));
  return new Map(
    modules.map((module: Record<string, Messages>, at) => [
      basename(files[at] ?? ''),
      Object.values(module).flatMap(Object.keys).sort(),
    ]),
  );
}

describe('the catalogue', () => {
  test('holds every message of every file under one key, in both languages', async () => {
    const chinese = await keysByFile('zh-hans');
    expect(await keysByFile('en')).toEqual(chinese);
    const keys = [...chinese.values()].flat();
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(keys.sort()).toEqual(Object.keys(messages).sort());
  });

  test('gives one Chinese text of a report’s page one English, but where the place decides', () => {
    const english = new Map<string, Set<string>>();
    for (const [key, text] of Object.entries(matched))
      if (!(key in contexts)) english.set(text, (english.get(text) ?? new Set()).add(translations[key] ?? ''));
    expect([...english].filter(([, texts]) => texts.size > 1)).toEqual([]);
    expect(Object.keys(contexts).filter((key) => !(key in matched))).toEqual([]);
  });

  test('leaves no Chinese in English but examples, terms in brackets and quoted signs', () => {
    const foreign = Object.entries(translations).filter(
      ([key, text]) =>
        /\p{Script=Han}/u.test(text.replace(/[（(][^()（）]*[)）]|“[^”]*”/g, '')) &&
        !/^(例如|找)/.test(messages[key] ?? ''),
    );
    expect(foreign).toEqual([]);
  });

  test('uses on report pages only placeholders that are known', () => {
    expect(() => interfaceMatcher(matched, translations)).not.toThrow();
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

  test('so are keys and the values that are put in', () => {
    expect(saying('home')).toEqual({ key: 'home', values: {} });
    // @ts-expect-error there is no such message
    expect(saying('nothing')).toBeDefined();
    // @ts-expect-error the count is missing
    expect(saying('reportCount')).toBeDefined();
    // @ts-expect-error nothing says the place
    expect(saying('reportCount', { place: '长治市' })).toBeDefined();
  });
});

describe('what is said', () => {
  test('has numbers grouped, words for one and several, and other messages in it', () => {
    expect(written(en, saying('reportCount', { count: 1234 }))).toBe('1,234 reports');
    expect(written(en, saying('reportCount', { count: 1 }))).toBe('1 report');
    expect(written(zhHans, saying('reportCount', { count: '1234' }))).toBe('1234 份');
    const title = saying('pageTitle', { thing: saying('reportsOfKind', { words: saying('party') }) });
    expect(written(zhHans, title)).toBe('党委的报告 · 法治政府建设年度报告文库');
    expect(written(en, title)).toBe('Reports: Party committee · Archive of Law-Based Government Reports');
  });

  test('is refused where its message is not loaded', () => {
    expect(() => written({}, saying('home'))).toThrow('home');
  });
});

describe('a matcher', () => {
  const match = interfaceMatcher(matched, translations, { contexts });

  test.for([
    [' 检索\n', ' Search\n'],
    ['1 份', '1 report'],
    ['1,234 份', '1,234 reports'],
    ['下一年度（长治县）：', 'Next year (as 长治县): '],
    ['2 处存疑，标“注”。', '2 doubtful places, marked “note”. '],
    ['某报告 · 法治政府建设年度报告文库', '某报告 · Archive of Law-Based Government Reports'],
    ['第 12–14 行：网页的页脚文字', 'Line 12–14: footer of the web page'],
  ] as const)('turns “%s”', ([chinese, english]) => {
    expect(match(chinese, nowhere)).toBe(english);
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
    expect(match('长治日报，原网址不详', inRecord)).toBe('长治日报, original address unknown');
  });

  test('takes for names only what is told to be one', () => {
    const strict = interfaceMatcher(matched, translations, { isKept: (text) => text === '长治市' });
    expect(strict('长治市历年报告', nowhere)).toBe('All reports of 长治市');
    expect(strict('大同市历年报告', nowhere)).toBeNull();
  });
});
