import { coinedWord } from './coined-word.ts';
import type { Random } from './random.ts';
import { inventedSentence, type SentenceSource } from './sentences.ts';

const text = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return '';
  for (const key of ['content', 'text']) {
    const found: unknown = Reflect.get(value, key);
    if (typeof found === 'string') return found;
  }
  return '';
};

/** Sentences of 12 to 220 characters in the `content` or `text` of each line of a JSONL file. */
export function sentencesIn(jsonLines: string): string[] {
  const sentences = new Set<string>();
  for (const line of jsonLines.split('\n')) {
    if (line.trim() === '') continue;
    for (const paragraph of text(JSON.parse(line)).split(/\s+/))
      for (const sentence of paragraph.split(/(?<=[。！？])/))
        if (/[。！？]$/.test(sentence) && sentence.length >= 12 && sentence.length <= 220) sentences.add(sentence);
  }
  return [...sentences];
}

const otherNumber = (number: string, chance: Random): string => {
  if (/^(?:19|20)\d\d$/.test(number)) return String(chance.between(2014, 2024));
  const changed = Number(number) * (0.3 + chance.next() * 1.6);
  const decimals = number.split('.')[1]?.length ?? 0;
  return decimals > 0 ? changed.toFixed(decimals) : String(Math.max(1, Math.round(changed)));
};

/** The first half of one sentence and the second of another, cut at a comma. */
function spliced(first: string, second: string): string {
  const head = first.split(/(?<=，)/);
  const tail = second.split(/(?<=，)/);
  return head.slice(0, Math.ceil(head.length / 2)).join('') + tail.slice(Math.floor(tail.length / 2)).join('');
}

/**
 * Sentences from a file, taken whole, spliced, or with a coined word set in; their numbers changed. The words are
 * those of the file, the statements are invented: nothing of it is a quotation.
 */
export function sentencesFrom(sentences: readonly string[]): SentenceSource {
  if (sentences.length < 100) throw new RangeError(`too few sentences to recombine: ${sentences.length}, wanted 100`);
  return (chance, setting, topic) => {
    const kind = chance.next();
    if (kind < 0.25) return inventedSentence(chance, setting, topic);
    const first = chance.pick(sentences);
    const sentence = kind < 0.5 ? first : spliced(first, chance.pick(sentences));
    const numbered = sentence.replace(/\d+(?:\.\d+)?/g, (number) => otherNumber(number, chance));
    return kind < 0.9 ? numbered : `围绕${coinedWord(chance)}，${numbered}`;
  };
}
