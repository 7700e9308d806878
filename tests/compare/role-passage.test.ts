import { expect, test } from 'vitest';
import { runInDepth } from '../../src/archive/report-block.ts';
import { rolePassage } from '../../src/compare/role-passage.ts';
import { invented } from './invented-report.ts';

const texts = (blocks: ReturnType<typeof rolePassage>): string[] => blocks.map(({ text }) => text);

test('a passage goes from its heading to the next of the same or a higher level', () => {
  const report = invented(`
    开头
    ## [achievements] 一、成效
    ### （一）决策
    做法
    ## [shortcomings] 二、不足
    ### （一）人手
    不够
    ## [plan] 三、安排
    继续
  `);
  expect(texts(rolePassage(report, 'shortcomings'))).toEqual(['二、不足', '（一）人手', '不够']);
  expect(texts(rolePassage(report, 'first-responsible'))).toEqual([]);
});

test('a part inside another is its own passage and no longer the other’s', () => {
  const report = invented(`
    ## [achievements] 一、成效
    甲
    ### [first-responsible] （一）第一责任人
    乙
    ### （二）决策
    丙
  `);
  expect(texts(rolePassage(report, 'first-responsible'))).toEqual(['（一）第一责任人', '乙']);
  expect(texts(rolePassage(report, 'achievements'))).toEqual(['一、成效', '甲', '（二）决策', '丙']);
});

test('a run-in heading holds its paragraph and what follows up to the next', () => {
  const at = (text: string, role: 'first-responsible' | null) => ({ anchor: text, text, depth: runInDepth, role });
  const report = [
    ...invented('## [achievements] 一、成效'),
    at('一是', null),
    at('二是', 'first-responsible'),
    at('三是', null),
  ];
  expect(texts(rolePassage(report, 'first-responsible'))).toEqual(['二是']);
});
