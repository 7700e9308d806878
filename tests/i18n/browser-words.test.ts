import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawnWords } from '../../src/browser/language/english-style.ts';
import { en } from '../../src/i18n/en/en.ts';
import { interfaceMatcher } from '../../src/i18n/matcher.ts';
import { placeholder } from '../../src/i18n/written.ts';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';
import { type ChineseLiteral, chineseLiterals } from './chinese-literals.ts';

/** Where words stand that scripts may put on a page. */
const files = globSync([
  'src/browser/**/*.ts',
  'src/charts/*.ts',
  'src/search/query.ts',
  'src/search/lookup/*.ts',
  'src/i18n/report-words.ts',
  'src/i18n/rule-names.ts',
]);

/** Texts that no message says, with the reason; `…` stands for what a template puts in. */
const exceptions: Readonly<Record<string, string>> = {
  '＂': 'a quotation mark of queries',
  '」': 'a quotation mark of queries',
  '\u3000': 'an indent',
  '，“…”': 'copied with a quotation, which stays in the language of the report',
  '“………”（……年度法治政府建设年度报告…，…）': 'copied as a quotation of the report',
  '，后为…': 'the second half of a sentence that stands whole as `untilBecame`',
  '… 没有“…”这个值，可用的有：…。': 'thrown at programs by /api/search.js',
  'year 须写作 2023 或 2019-2024，不能是“…”。': 'thrown at programs by /api/search.js',
  中文: 'the name of the Chinese pages in their own language',
};
const shown = ({ text }: ChineseLiteral): string => text.replaceAll('\0', '…');

const isKept = (text: string): boolean => !/\p{Script=Han}/u.test(text.replaceAll('某地', ''));
/** A style sheet in a string: what it draws is asked for below. */
const isStyle = ({ text }: ChineseLiteral): boolean => /\{[^}]*:[^}]*;\s*\}/.test(text);
const match = interfaceMatcher(zhHans, en, { isKept });
const shapes = new Set(Object.values(zhHans).map((message) => message.replace(placeholder, '\0').trim()));
/** What may stand in a hole: nothing, a number, a year, a day, a name, a word of the interface. */
const samples = ['', '7', '2024', '2024-01-02', '某地', '检索'];

/** A template filled with every choice of samples, up to three holes. */
function filledIn(text: string): string[] {
  if (!text.includes('\0')) return [text];
  return samples.flatMap((sample) => filledIn(text.replace('\0', sample)));
}

function isSaid(literal: ChineseLiteral): boolean {
  const { text } = literal;
  if (shapes.has(text.trim())) return true;
  if (isStyle(literal)) return true;
  return text.split('\0').length <= 4 && filledIn(text).some((full) => match(full, () => false) !== null);
}

const literals = files.flatMap(chineseLiterals);

test('every Chinese word in scripts has its English', () => {
  const unsaid = literals
    .filter((literal) => !(shown(literal) in exceptions) && !isSaid(literal))
    .map((literal) => `${literal.file}:${literal.line} ${shown(literal)}`);
  expect(unsaid).toEqual([]);
});

test('no exception is left over', () => {
  const used = new Set(literals.map(shown));
  expect(Object.keys(exceptions).filter((text) => !used.has(text))).toEqual([]);
});

test('every Chinese word that a style sheet draws has its English', () => {
  const sheets = [
    ...globSync('src/styles/*.css').map((file) => readFileSync(file, 'utf8')),
    ...literals.filter(isStyle).map(({ text }) => text),
  ];
  const drawn = sheets.flatMap((sheet) =>
    [...sheet.matchAll(/content:([^;]*);/g)].flatMap(([, value = '']) =>
      [...value.matchAll(/"([^"]*\p{Script=Han}[^"]*)"/gu)].map(([, words = '']) => words),
    ),
  );
  expect(new Set(drawn)).toEqual(new Set(Object.keys(drawnWords)));
});

test('the search for words finds those in plain strings and in templates', () => {
  const texts = literals.map(({ text }) => text);
  expect(texts).toContain('检索');
  expect(texts.some((text) => text.includes('\0'))).toBe(true);
  expect(isSaid({ file: '', line: 1, text: '此句无译' })).toBe(false);
});
