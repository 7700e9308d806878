import { expect, test } from 'vitest';
import type { IndexedText } from '../../src/search/format/text-record.ts';
import { bestPassage, passageLength } from '../../src/search/lookup/best-passage.ts';

const paragraph = (text: string, anchor: string): IndexedText['paragraphs'][number] => ({
  text,
  anchor,
  role: null,
  heading: '二、存在的不足',
});
const report = (...texts: string[]): IndexedText => ({
  title: '某某市2023年法治政府建设情况报告',
  path: ['某某省', '某某市'],
  paragraphs: texts.map((text, i) => paragraph(text, `p-${i}`)),
});

test('the paragraph that holds most of the words is shown, its words marked, its letters kept', () => {
  const text = '三是行政执法力量不足，基层执法人员“一人多岗”。';
  const passage = bestPassage(report('行政执法公示制度落实。', text, '力量充实。'), [
    '执法力量',
    '执法',
    '法力',
    '力量',
    '不足',
  ]);
  expect(passage.anchor).toBe('p-1');
  expect(passage.heading).toBe('二、存在的不足');
  expect(passage.parts.map(({ text }) => text).join('')).toBe(text);
  expect(passage.parts.filter(({ isTerm }) => isTerm).map(({ text }) => text)).toEqual(['执法力量不足', '执法']);
});

test('folded variants are found and shown as they stand', () => {
  const passage = bestPassage(report('办结行政復議案件１２３件。'), ['行政复议', '行政', '政复', '复议', '123']);
  expect(passage.parts.filter(({ isTerm }) => isTerm).map(({ text }) => text)).toEqual(['行政復議', '１２３']);
});

test('of a long paragraph a window is shown, its cuts marked', () => {
  const text = `${'甲'.repeat(300)}执法力量${'乙'.repeat(300)}`;
  const { parts } = bestPassage(report(text), ['执法力量', '执法', '法力', '力量']);
  const shown = parts.map(({ text }) => text).join('');
  expect(shown.startsWith('…甲')).toBe(true);
  expect(shown.endsWith('乙…')).toBe(true);
  expect([...shown].length).toBeLessThanOrEqual(passageLength + 2);
});

test('where only the title speaks of it, the passage is the title and has no anchor', () => {
  const { anchor, parts } = bestPassage(report('正文。'), ['法治政府', '法治', '治政', '政府']);
  expect(anchor).toBeNull();
  expect(parts.filter(({ isTerm }) => isTerm).map(({ text }) => text)).toEqual(['法治政府']);
});

test('where no word stands there is no passage', () => {
  expect(bestPassage(report('正文。'), ['应诉']).parts).toEqual([]);
  expect(bestPassage(report('正文。'), []).parts).toEqual([]);
});

test('characters outside the BMP are never cut apart', () => {
  const text = `${'𠮷'.repeat(200)}执法${'𠮷'.repeat(200)}`;
  const { parts } = bestPassage(report(text), ['执法']);
  expect(parts.every(({ text }) => text.isWellFormed())).toBe(true);
});
