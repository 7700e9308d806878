import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { written } from '../../src/i18n/written.ts';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';
import {
  isNearness,
  isQueryProblem,
  parsedQuery,
  type Query,
  queryLimits,
  soughtPhrases,
} from '../../src/search/query.ts';
import { runs } from '../runs.ts';

/** A query as nested lists: terms of alternatives; `-` before an excluded term, `~n` in nearness. */
function shape(query: Query): unknown[] {
  return query.terms.map(({ alternatives, isExcluded }) => [
    ...(isExcluded ? ['-'] : []),
    ...alternatives.map((item) =>
      isNearness(item) ? [item.left.text, `~${item.within}`, item.right.text] : item.text,
    ),
  ]);
}

function read(text: string): unknown {
  const query = parsedQuery(text);
  return isQueryProblem(query) ? written(zhHans, query.said) : shape(query);
}

test.for<[string, unknown[]]>([
  ['行政复议', [['行政复议']]],
  ['  行政复议\u3000', [['行政复议']]],
  ['行政复议 行政应诉', [['行政复议'], ['行政应诉']]],
  ['行政复议　行政应诉', [['行政复议'], ['行政应诉']]],
  ['甲 | 乙', [['甲', '乙']]],
  ['甲 ｜ 乙', [['甲', '乙']]],
  ['甲 | 乙 丙', [['甲', '乙'], ['丙']]],
  ['丙 甲 | 乙 | 丁', [['丙'], ['甲', '乙', '丁']]],
  ['甲 -乙', [['甲'], ['-', '乙']]],
  ['甲 －乙', [['甲'], ['-', '乙']]],
  ['-乙 甲', [['-', '乙'], ['甲']]],
  ['甲 ~20 乙', [[['甲', '~20', '乙']]]],
  ['甲 ～２０ 乙', [[['甲', '~20', '乙']]]],
  ['甲 ~0 乙', [[['甲', '~0', '乙']]]],
  ['甲 ~20 乙 | 丙 丁', [[['甲', '~20', '乙'], '丙'], ['丁']]],
  ['丙 | 甲 ~5 乙', [['丙', ['甲', '~5', '乙']]]],
  ['“甲 乙”', [['甲 乙']]],
  ['"甲 乙"', [['甲 乙']]],
  ['「甲 | 乙」', [['甲 | 乙']]],
  ['“甲 -乙” 丙', [['甲 -乙'], ['丙']]],
  ['-“甲 乙” 丙', [['-', '甲 乙'], ['丙']]],
  ['甲 -「~20」', [['甲'], ['-', '~20']]],
  ['“放管服”改革', [['“放管服”改革']]],
  ['“放管服”', [['放管服']]],
  ['深化“放管服”改革', [['深化“放管服”改革']]],
  ['““放管服”改革 成效”', [['“放管服”改革 成效']]],
  ['“12345政务', [['“12345政务']]],
  ['甲” 乙', [['甲”'], ['乙']]],
  ['"甲', [['"甲']]],
  ['“甲 乙', [['“甲'], ['乙']]],
  ['甲|乙', [['甲|乙']]],
  ['2021-2025年', [['2021-2025年']]],
  ['2021~2025', [['2021~2025']]],
  ['~20天', [['~20天']]],
  ['~', [['~']]],
  ['甲 “~” 乙', [['甲'], ['~'], ['乙']]],
  ['行\ufeff政 甲', [['行\ufeff政'], ['甲']]],
  ['\ufeff“甲 乙', [['\ufeff“甲'], ['乙']]],
  ['——', [['——']]],
  ['(a|b)*', [['(a|b)*']]],
  ['--甲 乙', [['-', '-甲'], ['乙']]],
])('%j reads as %j', ([text, expected]) => expect(read(text)).toEqual(expected));

test.for([
  ['', '请输入要查的字词。'],
  ['   ', '请输入要查的字词。'],
  ['-甲', '只写了不要的词（“-”），请再写一个要查的词。'],
  ['-甲 -乙', '只写了不要的词（“-”），请再写一个要查的词。'],
  ['-', '“-”后面要紧接不要的词，中间不空格；要查“-”本身，请加引号。'],
  ['- 甲', '“-”后面要紧接不要的词，中间不空格；要查“-”本身，请加引号。'],
  ['| 甲', '“|”前面要有一个词；要查“|”本身，请加引号。'],
  ['甲 |', '“|”后面要有一个词；要查“|”本身，请加引号。'],
  ['甲 | | 乙', '“|”前面要有一个词，不能接着写两个符号。'],
  ['~20 甲', '“~20”前面要有一个词；要查“~20”本身，请加引号。'],
  ['甲 ~ 乙', '“~”后面要紧接字数，如“复议 ~20 调解”；要查“~”本身，请加引号。'],
  ['甲 ～', '“~”后面要紧接字数，如“复议 ~20 调解”；要查“~”本身，请加引号。'],
  ['甲 ~20', '“~20”后面要有一个词；要查“~20”本身，请加引号。'],
  ['甲 ~20 乙 ~20 丙', '“~20”一次只能连两个词。'],
  ['甲 ~501 乙', '“~”后面的字数最多 500。'],
  ['甲 | -乙', '带“-”的词不能接在“|”或“~”后面。'],
  ['-甲 | 乙', '“|”不能接在带“-”的词后面。'],
  ['“”', '“”里没有可查的字，只有空白或看不见的字符。'],
  ['“ \u200b ”', '“ \u200b ”里没有可查的字，只有空白或看不见的字符。'],
  ['法'.repeat(1001), `一个词组最多 1000 字，“${'法'.repeat(20)}…”有 1001 字，请截短。`],
  [Array.from({ length: 17 }, () => '法').join(' '), '一次最多查 16 个词，请减少几个。'],
])('%j is refused: %s', ([text = '', message = '']) => expect(read(text)).toBe(message));

describe('whatever is typed', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '|',
      '｜',
      '-',
      '－',
      '~',
      '~20',
      '～5',
      '“',
      '”',
      '"',
      '「',
      '」',
      ' ',
      '　',
      '甲',
      '乙丙',
      '\ud83d',
      '👍',
      '.*',
      '\\',
      '\u200b',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  test('is a query or a sentence, within the limits', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const query = parsedQuery(pieces.join(''));
        if (isQueryProblem(query)) {
          expect(written(zhHans, query.said)).toMatch(/^[^\n]+。$/);
          return;
        }
        const sought = soughtPhrases(query);
        expect(sought.length).toBeGreaterThan(0);
        for (const { folded } of sought) {
          expect(folded.length).toBeGreaterThan(0);
          expect(folded.length).toBeLessThanOrEqual(queryLimits.phraseLength);
          expect(folded.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  test('is read in a time that grows with its length alone', () => {
    const start = performance.now();
    for (const piece of ['“', '"', '“”', '- ', '甲 ~5 ', '「“', '" ']) parsedQuery(piece.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

test('a phrase sought twice counts once, excluded ones do not count', () => {
  const query = parsedQuery('复议 復議 | “复议” -诉讼 甲 ~5 复议');
  if (isQueryProblem(query)) throw new Error(written(zhHans, query.said));
  expect(soughtPhrases(query).map(({ folded }) => folded)).toEqual(['复议', '甲']);
});

test('the folded query shows what was looked for', () => {
  const folded = (text: string): string => {
    const query = parsedQuery(text);
    return isQueryProblem(query) ? written(zhHans, query.said) : query.folded;
  };
  expect(folded('行政復議')).toBe('行政复议');
  expect(folded('“行政 復議”')).toBe('行政复议');
  expect(folded('甲 -乙 丙 | 丁 ~２ 戊')).toBe('“甲” -“乙” “丙” | “丁” ~2 “戊”');
});
