import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { written } from '../../src/i18n/written.ts';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';
import { phraseStretches } from '../../src/search/phrase-stretches.ts';
import { readPhrase } from '../../src/search/query.ts';
import { runs } from '../runs.ts';

/** What is found of a phrase in a folded text, and where; or the sentence that refuses it. */
function found(phrase: string, text: string): string {
  const read = readPhrase(phrase, false);
  if ('said' in read) return written(zhHans, read.said);
  return phraseStretches(text, read)
    .map(({ start, end }) => `${start}${text.slice(start, end)}`)
    .join(' ');
}

const isPattern = (phrase: string): boolean => {
  const read = readPhrase(phrase, false);
  return !('said' in read) && read.pattern !== null;
};

describe('signs within a phrase', () => {
  test.for([
    ['行政？议', '行政复议行政决议行政议', '0行政复议 4行政决议'],
    ['行政?议', '行政?议', '0行政?议'],
    ['行政？？议', '行政复议书行政上下议', '5行政上下议'],
    ['甲？乙', '甲👍乙甲𠮷𠮷乙', '0甲👍乙'],
    ['复议…委员会', '复议委员会、复议咨询委员会', '0复议委员会 6复议咨询委员会'],
    ['复议……委员会', `复议${'一'.repeat(20)}委员会复议${'一'.repeat(21)}委员会`, `0复议${'一'.repeat(20)}委员会`],
    ['甲*乙', '甲甲乙乙', '0甲甲乙 1甲乙'],
    ['甲...乙', '甲x乙', '0甲x乙'],
    ['甲…？乙', '甲乙甲丙乙', '0甲乙甲丙乙 2甲丙乙'],
    ['(行政|司法)调解', '行政调解司法调解人民调解', '0行政调解 4司法调解'],
    ['（行政｜司法）调解', '行政调解', '0行政调解'],
    ['行政(|司法)调解', '行政调解行政司法调解', '0行政调解 4行政司法调解'],
    ['调解(|书)', '调解书', '0调解'],
    ['(|甲)(|乙)', '甲乙丙', '0甲 1乙'],
    ['(行政|行政复)议？书', '行政议x书行政复议y书', '0行政议x书 5行政复议y书'],
    ['(復議|ＡＢ)①…書', '复议1书ab1x书', '0复议1书 4ab1x书'],
  ])('%s in %s', ([phrase = '', text = '', expected = '']) => expect(found(phrase, text)).toBe(expected));

  test.for([
    '行政复议',
    '为什么？',
    '？复议',
    '……',
    '复议…',
    '*复议',
    '行？政？',
    '(a|b)*',
    '(一)加强',
    '复议|诉讼',
    '(||复议)书',
    '..',
    '甲..乙',
    '/',
    '//',
    '甲/乙/丙',
  ])('%s is literal', (phrase) => expect(isPattern(phrase)).toBe(false));

  test('in quotes they are literal', () => {
    for (const phrase of ['行政？议', '复议…委员会', '(行政|司法)调解', '/行政(复议|诉讼)/'])
      expect(readPhrase(phrase, true)).toMatchObject({ pattern: null });
  });
});

describe('regular expressions', () => {
  test.for([
    ['/行政(复议|诉讼)/', '行政复议行政诉讼行政', '0行政复议 4行政诉讼'],
    ['/行政.议/', '行政复议', '0行政复议'],
    ['/行政复?议/', '行政议行政复议', '0行政议 3行政复议'],
    ['/复议.*?委员/', '复议委员委员', '0复议委员'],
    ['/复议.*委员/', '复议委员委员', '0复议委员委员'],
    ['/(行政|行政复议)机关?/', '行政复议机', '0行政复议机'],
    ['/第[一二]条/', '', '“/第[一二]条/”的每一种写法里至少要有相连的两个字：没有它们，就不知道该查哪些报告。'],
    ['/^(第一|第二)条/', '第一条见第二条', '0第一条'],
    ['/复议$/', '复议复议', '2复议'],
    ['/\\bgdp\\b/', 'gdp,xgdp', '0gdp'],
    ['/GDP[Ａ-Ｃ]/', 'gdpb', '0gdpb'],
    ['/行政複議[^，。]{2}/', '行政复议,一二行政复议一二', '7行政复议一二'],
    ['/办理\\d{2,3}件/', '办理1件办理12件办理1234件', '4办理12件'],
    ['/\\p{Script=Han}{2}复议/', 'a行政复议', '1行政复议'],
    ['/\\u{884c}\\u653f/', '行政', '0行政'],
    ['/？行政\\./', '?行政.', '0?行政.'],
    ['/(?:行政)+/', '行政行政', '0行政行政 2行政'],
    ['/(?<甲>行政)复/', '行政复', '0行政复'],
    ['/a|b/', '', '“/a|b/”的每一种写法里至少要有相连的两个字：没有它们，就不知道该查哪些报告。'],
    ['/.*/', '', '“/.*/”的每一种写法里至少要有相连的两个字：没有它们，就不知道该查哪些报告。'],
    ['/行政(/', '', '“/行政(/”不是能读懂的正则表达式，请检查括号和符号；要照字面检索，请加引号。'],
    ['/行政{51}/', '', '正则表达式里重复的次数最多 50。'],
    ['/行政(?=复议)/', '', '正则表达式里不能用“(?=”：前后预查、回溯引用和内嵌标志都不支持。'],
    ['/(?<!不)行政/', '', '正则表达式里不能用“(?<!”：前后预查、回溯引用和内嵌标志都不支持。'],
    ['/(行政)\\1/', '', '正则表达式里不能用“\\1”：前后预查、回溯引用和内嵌标志都不支持。'],
    ['/(((行政.*)+)+)+/', '', '“/(((行政.*)+)+)+/”展开后太长，请少写几个“…”、“*”或重复的次数。'],
  ])('%s in %s', ([phrase = '', text = '', expected = '']) => expect(found(phrase, text)).toBe(expected));

  const piece = fc.constantFrom(
    '行',
    '政',
    '行政',
    '.',
    '[行复]',
    '[^行]',
    '(行|政复)',
    '(|行)',
    '复?',
    '(政|行政)*?',
    '议{1,2}',
    '+',
  );
  test('what is found is what JavaScript finds', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 6 }),
        fc.string({ unit: fc.constantFrom('行', '政', '复', '议', '👍'), maxLength: 24 }),
        (pieces, text) => {
          const source = `${pieces.join('')}(?:行政|复议)`;
          const read = readPhrase(`/${source}/`, false);
          if ('said' in read) return;
          const own = new RegExp(source.replaceAll('*', '{0,50}').replaceAll('+', '{1,50}'), 'uy');
          const expected: { start: number; end: number }[] = [];
          for (let start = 0; start <= text.length; start++) {
            own.lastIndex = start;
            // A pattern never begins in the middle of a character.
            const match =
              text.codePointAt(start - 1) && (text.codePointAt(start - 1) ?? 0) > 0xffff ? null : own.exec(text);
            if (match) expected.push({ start, end: start + match[0].length });
          }
          expect(phraseStretches(text, read), source).toEqual(expected);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  test('what is hostile to other engines is read in a time that grows with the text alone', () => {
    const text = '行'.repeat(3000);
    const start = performance.now();
    for (const phrase of [
      '/(行|行)*政行/',
      '/(行{0,20})*政行/',
      '/((行行?){1,9})+政行/',
      '/(.*)(.*)(.*)(.*)政行/',
      '行…行…行…行…行…政',
    ])
      expect(found(phrase, phrase.startsWith('/') ? `${text}行政` : text)).not.toContain('政行');
    expect(performance.now() - start).toBeLessThan(4000);
  });

  test('whatever is typed is a phrase or a sentence', () => {
    const sign = fc.constantFrom(
      ...'行政/()|[]{}*+?.^$\\-…？（）｜',
      '\\d',
      '{1,2}',
      '(?:',
      '[^',
      '\\u{',
      '\ud83d',
      'ﬁ',
      '\u200b',
    );
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 14 }), (signs) => {
        for (const phrase of [signs.join(''), `/${signs.join('')}/`]) {
          const read = readPhrase(phrase, false);
          if ('said' in read) expect(written(zhHans, read.said)).toMatch(/^[^\n]+。$/);
          else expect(phraseStretches('行政?.(行政)', read)).toBeDefined();
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
