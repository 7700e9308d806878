import { randomNumbers } from '../../src/synth/random.ts';

/** Ways to write the same phrase otherwise: width, punctuation, dashes, script, white space. */
const variants: readonly ((phrase: string) => string)[] = [
  (phrase) => phrase.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  (phrase) =>
    phrase
      .replaceAll('，', ',')
      .replaceAll('（', '(')
      .replaceAll('）', ')')
      .replaceAll('：', ':')
      .replaceAll('；', ';'),
  (phrase) => phrase.replaceAll('—', '－').replaceAll('·', '•').replaceAll('。', '.'),
  (phrase) => phrase.replaceAll('“', '「').replaceAll('”', '」'),
  (phrase) =>
    phrase
      .replaceAll('复', '復')
      .replaceAll('议', '議')
      .replaceAll('执', '執')
      .replaceAll('务', '務')
      .replaceAll('对', '對'),
  (phrase) => [...phrase].join('\u200b'),
  (phrase) => phrase.toUpperCase(),
];

const isPlain = (phrase: string): boolean => phrase.trim() !== '';

/**
 * Draws phrases from paragraphs: most of 1 to 12 characters wherever they fall (across words, with punctuation,
 * figures, Latin), some of 50 and 200, a third written otherwise, and `absent` that stand nowhere.
 */
export function drawnPhrases(paragraphs: readonly string[], count: number, absent: number, seed: number): string[] {
  const random = randomNumbers(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const cut = (length: number): string => {
    const text = [...(paragraphs[below(paragraphs.length)] ?? '')];
    const from = below(Math.max(1, text.length - length + 1));
    return text.slice(from, from + length).join('');
  };
  const drawn: string[] = [];
  while (drawn.length < count) {
    const kind = below(20);
    const phrase = cut(kind === 0 ? 50 : kind === 1 ? 200 : 1 + below(12));
    if (!isPlain(phrase)) continue;
    drawn.push(below(3) === 0 ? (variants[below(variants.length)]?.(phrase) ?? phrase) : phrase);
  }
  for (let i = 0; i < absent; i++) drawn.push(`${cut(2 + below(3))}虚${cut(2 + below(3))}`);
  return drawn;
}
