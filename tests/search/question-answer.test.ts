import { expect, test } from 'vitest';
import type { Role } from '../../src/archive/section.ts';
import type { SearchDocument } from '../../src/search/document.ts';
import { noFilters } from '../../src/search/filters.ts';
import { questionAnswer } from '../../src/search/lookup/question-answer.ts';
import { foldedHash } from '../../src/text/anchor.ts';
import { folded } from '../../src/text/fold.ts';
import { memoryBuild, openMemory } from './memory-index.ts';

/** A report of a county; invented. Paragraphs by the heading above them and its role. */
function report(region: string, year: number, sections: readonly [string, Role | null, ...string[]][]): SearchDocument {
  const paragraphs = sections.flatMap(([heading, role, ...texts]) =>
    [heading, ...texts].map((text) => ({ text, role, heading, anchor: `p-${foldedHash(folded(text))}` })),
  );
  const known = {
    level: 'county',
    issuerKind: 'government',
    slug: null,
    title: null,
    path: ['虚构省', '虚构县'],
  } as const;
  return { id: `${region}/${year}`, region, year, paragraphs, ...known };
}

const filler = ['深入学习贯彻，压实责任，稳步推进各项工作。', '依法办理人大代表建议和政协提案，主动公开信息。'];
const documents = [
  report('110101', 2022, [
    ['一、主要做法', 'achievements', '举办执法人员培训班三期，配备装备，不足部分由财政补足。', ...filler],
    ['二、存在的不足', 'shortcomings', '部分决策程序不够规范。'],
  ]),
  report('110102', 2022, [
    ['一、主要做法', 'achievements', '加强执法队伍建设。', ...filler],
    ['二、存在的不足', 'shortcomings', '基层执法力量薄弱，一人多岗现象普遍。'],
  ]),
  report('110105', 2023, [
    ['一、主要做法', 'achievements', '推行信用修复告知制度，优化营商环境。', ...filler],
    ['二、存在的不足', 'shortcomings', '普法形式单一。'],
    ['三、下一步安排', 'plan', '明年继续完善信用修复制度。'],
  ]),
  report('120101', 2023, [
    ['一、主要做法', 'achievements', '优化营商环境。', ...filler, '开展信用评价。'],
    ['二、存在的不足', 'shortcomings', '矛盾纠纷化解合力有待增强。'],
  ]),
];
const index = await openMemory(await memoryBuild(documents));
const asked = (words: string, filters = noFilters) => questionAnswer(index, words, filters);

test('the part of the report that the question is about, and words that say the same, decide', async () => {
  const { answers, speaking, read } = await asked('执法人员不足怎么办');
  const [first] = answers;
  expect(first?.id).toBe('110102/2022');
  expect(first?.text.paragraphs[first.paragraph]?.text).toBe('基层执法力量薄弱，一人多岗现象普遍。');
  expect(answers[1]?.id).toBe('110101/2022');
  expect(speaking).toBe(2);
  expect(read).toBe(4);
});

test('a paragraph that says all comes before reports that say it in pieces', async () => {
  const { answers } = await asked('营商环境 信用修复');
  expect(answers.map(({ id }) => id)).toEqual(['110105/2023', '120101/2023']);
  expect(answers[0]?.coverage).toBe(1);
  expect(answers[1]?.coverage).toBeLessThan(0.7);
});

test('what the question asks of next year is looked for in the plans', async () => {
  const { answers } = await asked('明年信用修复有什么打算');
  const [first] = answers;
  expect(first?.text.paragraphs[first.paragraph]?.role).toBe('plan');
});

test('a run that no report holds whole is looked for in the twos that reports do hold', async () => {
  const { question, answers } = await asked('决策程序营商环境');
  expect(question.words.map(({ text }) => text)).toEqual(['决策', '程序', '营商环境']);
  expect(answers.length).toBeGreaterThan(0);
});

test('filters confine it', async () => {
  const { answers } = await asked('营商环境', { ...noFilters, regions: ['120000'] });
  expect(answers.map(({ id }) => id)).toEqual(['120101/2023']);
  const roles = await asked('信用修复', { ...noFilters, roles: ['plan'] });
  expect(roles.answers.map(({ text, paragraph }) => text.paragraphs[paragraph]?.text)).toEqual([
    '明年继续完善信用修复制度。',
  ]);
});

test('what no report speaks of has no answer', async () => {
  for (const words of ['量子计算', '饕餮', '，。', ''])
    expect(await asked(words)).toMatchObject({ speaking: 0, answers: [] });
});
