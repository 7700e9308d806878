import { describe, expect, it } from 'vitest';
import { random } from '../../src/synth/random.ts';
import { sentencesFrom, sentencesIn } from '../../src/synth/text-sentences.ts';

describe('sentencesIn', () => {
  it('takes whole sentences of middling length from content or text, each once', () => {
    const lines = [
      JSON.stringify({ content: '全年共审查各类规范性文件三十二件。\n短句。全年共审查各类规范性文件三十二件。' }),
      JSON.stringify({ text: '这一句没有句末的标点所以不取\n组织开展执法检查一百余次！' }),
      '',
      JSON.stringify({ other: '别的字段里的句子一概不取不用不读。' }),
    ];
    expect(sentencesIn(lines.join('\n'))).toEqual(['全年共审查各类规范性文件三十二件。', '组织开展执法检查一百余次！']);
  });
});

describe('sentencesFrom', () => {
  const sentences = Array.from(
    { length: 200 },
    (_, index) => `第${index}项工作稳步推进，完成任务${index}件，成效明显。`,
  );
  it('recombines them, the same for the same chance', () => {
    const made = (seed: string): string[] => {
      const chance = random(seed);
      const source = sentencesFrom(sentences);
      return Array.from({ length: 50 }, () => source(chance, { place: '某县', year: 2020 }, 'measures'));
    };
    expect(made('a')).toEqual(made('a'));
    expect(made('a')).not.toEqual(made('b'));
    expect(made('a').filter((sentence) => sentence.includes('稳步推进')).length).toBeGreaterThan(20);
    for (const sentence of made('a')) expect(sentence).toMatch(/[。！？]$/);
  });
  it('refuses a file with hardly any sentence', () => {
    expect(() => sentencesFrom(sentences.slice(0, 99))).toThrow('99');
  });
});
