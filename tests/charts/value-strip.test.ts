import { expect, test } from 'vitest';
import type { SvgElement } from '../../src/charts/svg-element.ts';
import { valueStrip } from '../../src/charts/value-strip.ts';

const values = (...numbers: number[]) =>
  numbers.map((value, at) => ({ value, label: `甲县 ${value}件`, href: `#f${at}` }));
const parts = (element: SvgElement | null, tag: string): SvgElement[] =>
  (element?.children ?? []).flatMap((child) => (typeof child !== 'string' && child.tag === tag ? [child] : []));
const circle = (link: SvgElement | undefined) => {
  const [child] = link?.children ?? [];
  return typeof child === 'object' ? child.attributes : {};
};

test('each value is a dot that leads to its sentence; fewer than three make no strip', () => {
  expect(valueStrip(values(1, 2), '件')).toBeNull();
  const links = parts(valueStrip(values(40, 16, 291), '件'), 'a');
  expect(links.map(({ attributes }) => attributes)).toEqual([
    { href: '#f1', 'aria-label': '甲县 16件' },
    { href: '#f0', 'aria-label': '甲县 40件' },
    { href: '#f2', 'aria-label': '甲县 291件' },
  ]);
});

test('the scale goes from none to a round end, and what is alike stands on one another', () => {
  const strip = valueStrip(values(100, 100, 100, 0), '%');
  expect(parts(strip, 'text').map(({ children }) => children[0])).toEqual(['0%', '50%', '100%']);
  const [none, ...full] = parts(strip, 'a').map(circle);
  expect(none?.cx).toBe(12);
  expect(new Set(full.map(({ cx }) => cx))).toEqual(new Set([348]));
  expect(new Set(full.map(({ cy }) => cy)).size).toBe(3);
});

test('many alike values are pressed together, none left out', () => {
  const strip = valueStrip(values(...Array.from({ length: 500 }, () => 7)), '件');
  expect(parts(strip, 'a')).toHaveLength(500);
  for (const { cy } of parts(strip, 'a').map(circle)) expect(Number(cy)).toBeGreaterThan(0);
});
