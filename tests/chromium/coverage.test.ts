import { describe, expect } from 'vitest';
import { siteTest as test } from './site-test.ts';

const kinds = ['coverage/', 'coverage/340000/', 'coverage/341800/', 'coverage/500000/'];

test('without script, from the home page tile by tile to a report', async ({ openPage, server }) => {
  const { page } = await openPage({ javaScriptEnabled: false });
  await page.goto(server.home);
  await page.getByRole('navigation', { name: '全站' }).getByRole('link', { name: '收录' }).click();
  await page.getByRole('link', { name: /^安徽/ }).first().click();
  await page.getByRole('link', { name: '宣城市' }).click();
  const row = page.getByRole('row').filter({ hasText: '绩溪县' });
  await row.getByRole('link', { name: '收' }).click();
  expect(page.url()).toBe(`${server.home}reports/341824/2023/`);
});

test('tiles are passed by keyboard row by row, and the eye can follow', async ({ openPage, server }) => {
  const { page } = await openPage({ viewport: { width: 375, height: 800 } });
  await page.goto(`${server.home}coverage/`);
  const boxes = await page.locator('.tiles a').evaluateAll((links) =>
    links.map((link) => {
      const { x, y, width } = link.getBoundingClientRect();
      return { x: Math.round(x), y: Math.round(y), width: Math.round(width) };
    }),
  );
  expect(boxes).toHaveLength(34);
  expect(boxes).toEqual([...boxes].sort((a, b) => a.y - b.y || a.x - b.x));
  expect(new Set(boxes.map(({ width }) => width)).size).toBeLessThanOrEqual(2);
  // WCAG 2.2, 2.5.8: targets of at least 24 by 24.
  expect(Math.min(...boxes.map(({ width }) => width))).toBeGreaterThanOrEqual(24);
});

describe.for(kinds)('axe finds nothing on /%s', (path) => {
  test.for(['light', 'dark'] as const)('in the %s scheme', async (colorScheme, { lookAt }) => {
    const { violations, complaints } = await lookAt(path, { colorScheme });
    expect(await violations()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test.for([320, 375, 1440])(
  'at %i px nothing sticks out sideways and no tile’s words are cut',
  async (width, { openPage, server }) => {
    const { page } = await openPage({ viewport: { width, height: 800 } });
    for (const path of kinds) {
      await page.goto(`${server.home}${path}`);
      expect([path, await page.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([path, 0]);
      const cut = await page
        .locator('.tiles a')
        .evaluateAll((links) =>
          links.filter((link) => link.scrollWidth > link.clientWidth + 1).map((link) => link.textContent),
        );
      expect(cut).toEqual([]);
    }
  },
);
