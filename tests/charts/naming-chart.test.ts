import { expect, test } from 'vitest';
import { namingChart } from '../../src/charts/naming-chart.ts';

test('a strip of years has a dot and two counts for each, oldest first', () => {
  const chart = namingChart([
    { year: 2024, naming: 3, held: 9 },
    { year: 2023, naming: 0, held: 4 },
  ]);
  const texts = chart.children.flatMap((child) => (typeof child === 'string' ? [] : child.children));
  expect(texts).toEqual(['2023', '0/4', '2024', '3/9']);
  expect(chart.children.filter((child) => typeof child !== 'string' && child.tag === 'circle')).toHaveLength(2);
});
