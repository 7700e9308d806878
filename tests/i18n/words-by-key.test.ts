import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drawnAt } from '../../src/browser/language/english-style.ts';
import { drawn } from '../../src/i18n/zh-hans/drawn.ts';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';
import { chineseLiterals } from './chinese-literals.ts';

/** Tables of characters and words that are looked for or shown as examples, not said. */
const data = new Set([
  'src/i18n/placeholder-kinds.ts',
  'src/search/folding-rules.ts',
  'src/search/question-words.ts',
  'src/search/variant-table.ts',
]);
/** Rooms that say things to readers, or give others to be said. */
const scripts = globSync([
  'src/{browser,charts,components,layouts,pages}/**/*.ts',
  'src/search/{*,lookup/*}.ts',
  'src/i18n/*.ts',
]).filter((file) => !data.has(file));
const templates = globSync('src/{components,layouts,pages}/**/*.astro');

/** Chinese in scripts that is no word of the interface, with the reason; `…` stands for what a template puts in. */
const exceptions: Readonly<Record<string, string>> = {
  '＂': 'a quotation mark of queries',
  '「': 'a quotation mark of queries',
  '」': 'a quotation mark of queries',
  '『': 'a quotation mark of other tools',
  '』': 'a quotation mark of other tools',
  '\u3000': 'an indent',
  '、': 'stands between names, which stay Chinese',
  '，': 'stands in a file that is saved, which is Chinese',
  '，“…”': 'copied with a quotation, which stays in the language of the report',
  '“…”（……年度法治政府建设年度报告…，…）': 'copied as a quotation of the report',
  '？': 'a sign of a query',
  '（…）': 'a sign of a query',
  '｜': 'a sign of a query',
  '／…／': 'a sign of a query',
  中文: 'the name of the Chinese pages in their own language',
  推定: 'what a report’s page may say beside a title, told from its text',
  校记与著录: 'what a record page may say as its title, told from report text',
  '（空）': 'what a record page may say beside report text',
};
/** Chinese of templates that is no word of the interface, with the reason. */
const templateExceptions: Readonly<Record<string, string>> = {
  行政复议: 'an example of a query',
  行政: 'an example of a query',
  议: 'an example of a query',
  委员会: 'an example of a query',
  司法: 'an example of a query',
  案件: 'an example of a query',
  应诉: 'an example of a query',
  营商环境: 'an example of a query',
  法律援助: 'an example of a query',
  复议: 'an example of a query',
  诉讼: 'an example of a query',
  信访: 'an example of a query',
  调解: 'an example of a query',
  线上: 'an example of a query',
  线下: 'an example of a query',
  中文: 'the name of the Chinese pages in their own language',
  法治政府建设年度报告: 'what the reports are called, in an English sentence',
  疑当作: 'stands in an editor’s note, which stays Chinese',
};

const shown = (text: string): string => text.replaceAll('\0', '…');
/** A style sheet in a string: what it draws is asked for below. */
const isStyle = (text: string): boolean => /\{[^}]*:[^}]*;\s*\}/.test(text);
const literals = scripts.flatMap(chineseLiterals);

/** What pages say to search engines only, and comments. */
const unsaid = /description=(?:"[^"]*"|\{`(?:[^`$]|\$\{[^}]*\})*`\})|\/\/.*|\/\*[\s\S]*?\*\//g;
const runs = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .replace(unsaid, '')
    .match(/\p{Script=Han}+/gu) ?? [];

describe('words are said by key', () => {
  test('no script holds an interface text', () => {
    const found = literals
      .filter(({ text }) => !(shown(text) in exceptions) && !isStyle(text))
      .map(({ file, line, text }) => `${file}:${line} ${shown(text)}`);
    expect(found).toEqual([]);
  });

  test('no template holds an interface text', () => {
    const found = templates.flatMap((file) =>
      runs(file)
        .filter((run) => !(run in templateExceptions))
        .map((run) => `${file} ${run}`),
    );
    expect(found).toEqual([]);
  });

  test('no exception is left over', () => {
    const used = new Set(literals.map(({ text }) => shown(text)));
    expect(Object.keys(exceptions).filter((text) => !used.has(text))).toEqual([]);
    const written = new Set(templates.flatMap(runs));
    expect(Object.keys(templateExceptions).filter((run) => !written.has(run))).toEqual([]);
  });

  test('the search for Chinese finds it', () => {
    expect(literals.some(({ text }) => text.includes('\0'))).toBe(true);
    expect(templates.flatMap(runs)).toContain('行政复议');
  });

  test('every message is said somewhere', () => {
    const source = globSync('src/**/*.{ts,astro}', { exclude: ['src/i18n/{zh-hans,en}/**'] })
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const named = new Set(source.match(/(?<=["'])[a-z][A-Za-z]+(?=["'])/g));
    const ofTables = new Set(source.match(/\b[a-z][A-Za-z]+(?=: \{ at:)/g));
    expect(Object.keys(zhHans).filter((key) => !named.has(key) && !ofTables.has(key))).toEqual([]);
  });
});

test('every Chinese word that a style sheet draws has its English', () => {
  const sheets = [
    ...globSync('src/styles/*.css').map((file) => readFileSync(file, 'utf8')),
    ...literals.filter(({ text }) => isStyle(text)).map(({ text }) => text),
  ];
  const words = sheets.flatMap((sheet) =>
    [...sheet.matchAll(/content:([^;]*);/g)].flatMap(([, value = '']) =>
      // A joiner is no word.
      [...value.matchAll(/"([^"]*\p{Script=Han}[^"]*)"/gu)].map(([, word = '']) => word.replace('\\2060', '')),
    ),
  );
  expect(new Set(words)).toEqual(new Set(Object.values(drawn)));
  expect(Object.keys(drawnAt).sort()).toEqual(Object.keys(drawn).sort());
});
