import { expect, test } from 'vitest';
import { variantEntries } from '../../src/search/variant-table.ts';
import { simplifiedSpelling } from '../../src/search/written-variants.ts';
import { folded } from '../../src/text/fold.ts';

test.for<[string, string | null]>([
  ['著力', '着力'],
  ['著力推進', '着力推進'],
  ['圍繞著', '圍繞着'],
  ['瞭解', '了解'],
  ['乾旱', '干旱'],
  ['計畫', '计划'],
  ['年度計畫 -規畫', '年度计划 -规划'],
  ['“答覆 意見” | 批覆', '“答复 意見” | 批复'],
  ['身分證', '身份證'],
  ['連絡', '联络'],
  ['覆議', '复议'],
  ['著力 ~20 瞭解', '着力 ~20 了解'],
  ['着力', null],
  ['计划', null],
  ['显著', null],
  ['顯著成效', null],
  ['著名', null],
  ['著作权', null],
  ['瞭望', null],
  ['乾县', null],
  ['覆盖', null],
  ['狼藉', null],
  ['计 画', null],
  ['行政复议', null],
  ['', null],
])('%j is also written %j', ([query, expected]) => expect(simplifiedSpelling(query)).toBe(expected));

test('the table is small, and holds what folding does not do', () => {
  expect(Buffer.byteLength(variantEntries)).toBeLessThan(3000);
  for (const entry of variantEntries.split(' ')) {
    const [word = '', form = word] = entry.split('>');
    expect(folded(word), entry).toBe(word);
    expect(folded(form), entry).toBe(form);
    expect(form.length, entry).toBe(word.length);
  }
});
