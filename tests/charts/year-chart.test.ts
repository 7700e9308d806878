import { expect, test } from 'vitest';
import type { SvgElement } from '../../src/charts/svg-element.ts';
import { scaleEnd, yearChart } from '../../src/charts/year-chart.ts';

const all = (element: SvgElement): SvgElement[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
];

test('the scale ends on a round number at or above the largest value', () => {
  expect([0, 0.3, 1, 1.2, 7, 40, 100, 101].map(scaleEnd)).toEqual([1, 0.5, 1, 2, 10, 50, 100, 200]);
});

test('a year without reports is a gap, not a zero', () => {
  const chart = yearChart([2020, 2021, 2022], [{ label: '复议', values: [10, null, 20] }], '%');
  const [line] = all(chart).filter(({ attributes }) => attributes.class === 'line');
  expect(line?.attributes.d).toMatch(/^M48 \S+M380 \S+$/);
  expect(all(chart).filter(({ tag }) => tag === 'circle')).toHaveLength(2);
});

test('years and lines carry their names, and one year alone stands in the middle', () => {
  const chart = yearChart(
    [2024],
    [
      { label: '甲', values: [3] },
      { label: '乙', values: [5] },
    ],
    '',
  );
  const texts = all(chart).flatMap(({ children }) => children.filter((child) => typeof child === 'string'));
  expect(texts).toEqual(expect.arrayContaining(['2024', '甲', '乙', '5']));
  expect(all(chart).find(({ tag }) => tag === 'circle')?.attributes.cx).toBe(214);
});
