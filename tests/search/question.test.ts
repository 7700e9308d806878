import { expect, test } from 'vitest';
import { mostQuestionWords, question } from '../../src/search/question.ts';

const words = (text: string): string[] => question(text).words.map((word) => word.text);

test.for<[string, string[]]>([
  ['行政执法人员不足怎么办', ['行政', '执法人员', '不足']],
  ['哪些地方的信用修复做法', ['信用修复', '做法']],
  ['营商环境 信用修复', ['营商环境', '信用修复']],
  ['行政復議', ['行政复议']],
  ['APP 与 12345', ['app', '12345']],
  ['为什么', ['为什么']],
  ['，。', []],
  ['', []],
])('%j is looked for by %j', ([text, expected]) => expect(words(text)).toEqual(expected));

test('words of the field bring those that say the same, which are shown and never instead of them', () => {
  const [administrative, people, lack] = question('行政执法人员不足怎么办').words;
  expect(administrative).toEqual({ text: '行政', near: [] });
  expect(people?.text).toBe('执法人员');
  expect(people?.near).toEqual(['执法力量', '执法队伍']);
  expect(lack?.near).toContain('薄弱');
  expect(lack?.near).not.toContain('不足');
});

test.for<[string, readonly string[]]>([
  ['执法力量薄弱的原因', ['shortcomings']],
  ['明年打算怎样培训执法人员', ['plan']],
  ['党政主要负责人述法', ['first-responsible']],
  ['优化营商环境的做法', ['achievements']],
  ['行政复议', []],
])('%j asks about %j', ([text, roles]) => expect(question(text).roles).toEqual(roles));

test('a long question is looked for by a bounded number of words', () => {
  expect(words(Array.from({ length: 200 }, (_, i) => `词${i}`).join(' '))).toHaveLength(mostQuestionWords);
});
