import { expect, test } from 'vitest';
import { readQuery } from '../../src/search/lookup/search-index.ts';
import { nearWordings } from '../../src/search/near-wordings.ts';

const wordings = (text: string): string[] => nearWordings(readQuery(text));

test('a word of the field gives way to those that say the same', () => {
  expect(wordings('执法力量')).toEqual(['执法人员', '执法队伍']);
  expect(wordings('優化法治化營商環境')).toEqual(['优化营商环境']);
  expect(wordings('互联网+政务服务')).toEqual(['一网通办']);
  expect(wordings('一网通办')).toEqual(['互联网+政务服务']);
});

test('at most eight, none twice, never the phrase itself', () => {
  const found = wordings('执法力量不足');
  expect(found.length).toBe(8);
  expect(new Set(found).size).toBe(8);
  expect(found).not.toContain('执法力量不足');
});

test('none for what is not one literal phrase, or holds no such word', () => {
  for (const query of ['执法力量 不足', '执法力量 | 不足', '不足 ~5 不足', '执法？量不足', '不足 -信访', '量子计算'])
    expect(wordings(query), query).toEqual([]);
});
