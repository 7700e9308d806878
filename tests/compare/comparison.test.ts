import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComparedBlock, comparison } from '../../src/compare/comparison.ts';
import { anyReport, invented } from './invented-report.ts';

const joined = (block: ComparedBlock): string => block.runs.map(({ text }) => text).join('');
const marked = (block: ComparedBlock | null): string =>
  block === null ? '' : block.runs.map(({ text, isSame }) => (isSame ? text : `[${text}]`)).join('');

describe('for any two reports', () => {
  test('every block of each stands in one row, and its runs are its text', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (left, right) => {
        const { rows } = comparison(left, right);
        for (const [blocks, sides] of [
          [left, rows.flatMap((row) => row.left ?? [])],
          [right, rows.flatMap((row) => row.right ?? [])],
        ] as const) {
          expect(sides.map(({ block }) => block.anchor).sort()).toEqual(blocks.map(({ anchor }) => anchor).sort());
          for (const side of sides) expect(joined(side)).toBe(side.block.text);
        }
        expect(rows.every((row) => row.left !== null || row.right !== null)).toBe(true);
      }),
    );
  });

  test('the left keeps its order; the right too, but for sections and blocks that moved', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (left, right) => {
        const order = comparison(left, right).rows.flatMap((row) => row.left?.block.anchor ?? []);
        expect(order).toEqual(left.map(({ anchor }) => anchor));
      }),
    );
  });

  test('the runs marked same are equal on both sides of a row', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (left, right) => {
        const same = (block: ComparedBlock | null): string =>
          block?.runs.flatMap(({ text, isSame }) => (isSame ? [text] : [])).join('') ?? '';
        for (const row of comparison(left, right).rows) expect(same(row.left)).toBe(same(row.right));
      }),
    );
  });

  test('swapping the reports swaps the sides', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (left, right) => {
        const there = comparison(left, right);
        const back = comparison(right, left);
        const key = (a: ComparedBlock | null, b: ComparedBlock | null): string =>
          JSON.stringify([a?.block.anchor, a?.runs, b?.block.anchor, b?.runs]);
        expect(back.rows.map((row) => key(row.right, row.left)).sort()).toEqual(
          there.rows.map((row) => key(row.left, row.right)).sort(),
        );
        expect([back.right, back.left]).toEqual([there.left, there.right]);
      }),
    );
  });

  test('a report and itself are the same in everything', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { left, right } = comparison(report, report);
        expect([left.same, right.same]).toEqual([left.characters, right.characters]);
      }),
    );
  });
});

describe('as a reader would pair them', () => {
  const last = invented(`
    2023年，虚构县扎实推进法治政府建设。
    ## [achievements] 一、主要举措和成效
    全年办理行政复议案件32件，审结30件。开展法治讲座12场。
    加强行政执法监督，评查案卷82份。
    ## [shortcomings] 二、存在的不足
    基层执法力量仍较薄弱。
    ## [plan] 三、下一年度安排
    继续健全重大行政决策程序。
  `);
  const next = invented(`
    2024年，虚构县扎实推进法治政府建设。
    ## [achievements] 一、2024年工作情况
    加强行政执法监督，评查案卷105份。
    全年办理行政复议案件40件，审结38件。开展法治讲座15场。
    ## [first-responsible] 二、主要负责人履职情况
    县长主持召开四次会议。
    ## [plan] 三、2025年打算
    继续健全重大行政决策程序。
    ## [shortcomings] 四、问题
    基层执法力量仍较薄弱，培训不足。
  `);
  const { rows } = comparison(last, next);
  const rowOf = (words: string) => rows.find((row) => row.left?.block.text.includes(words));

  test('sections meet by the part they play, whatever their heading and place', () => {
    expect(rowOf('二、存在的不足')?.right?.block.text).toBe('四、问题');
    expect(rowOf('一、主要举措')?.right?.block.text).toBe('一、2024年工作情况');
  });

  test('numbers change as a whole, words by character', () => {
    expect(marked(rowOf('32件')?.left ?? null)).toBe('全年办理行政复议案件[32]件，审结[30]件。开展法治讲座[12]场。');
    expect(marked(rowOf('32件')?.right ?? null)).toBe('全年办理行政复议案件[40]件，审结[38]件。开展法治讲座[15]场。');
    expect(marked(rowOf('基层执法')?.right ?? null)).toBe('基层执法力量仍较薄弱[，培训不足]。');
  });

  test('what changed places is paired and says so', () => {
    const pairs = rows.flatMap((row) =>
      row.left && row.right ? [[row.left.block.text.slice(0, 4), row.isMoved] as const] : [],
    );
    expect(pairs.filter(([, isMoved]) => isMoved)).toHaveLength(1);
    expect(rowOf('评查案卷82份')?.right?.block.text).toContain('评查案卷105份');
  });

  test('a section without a partner stands alone, in its place', () => {
    const at = rows.findIndex((row) => row.right?.block.text === '二、主要负责人履职情况');
    expect(rows[at]?.left).toBeNull();
    expect(rows[at + 1]?.right?.block.text).toBe('县长主持召开四次会议。');
    expect(rows[at - 1]?.left?.block.text ?? rows[at - 1]?.right?.block.text).toContain('行政');
  });

  test('the share counts characters of runs that are the same', () => {
    const { left } = comparison(invented('今年办理案件三十二件。'), invented('今年办理案件四十件。'));
    expect(left).toEqual({ characters: 11, same: 8 });
  });
});

test('paragraphs that only share words are not set beside each other', () => {
  const { rows } = comparison(invented('法律援助案件受理三百件。'), invented('全县召开述法会议，六家单位现场述法。'));
  expect(rows).toHaveLength(2);
});
