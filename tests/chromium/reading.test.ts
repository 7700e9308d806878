import { afterEach, describe, expect } from 'vitest';
import { type OpenedPage, siteTest } from './site-test.ts';

describe('from the home page one reaches a report', () => {
  let opened: OpenedPage;
  const test = siteTest.extend('page', async ({ openPage }) => {
    opened = await openPage();
    return opened.page;
  });
  afterEach(() => expect(opened.complaints).toEqual([]));

  test('by region', async ({ page, server }) => {
    await page.goto(server.home);
    for (const name of [/^山西省/, /^长治市/, /^上党区/])
      await page.getByRole('main').getByRole('link', { name }).first().click();
    await page.getByRole('main').getByRole('link', { name: '2024年度', exact: true }).click();
    expect(page.url()).toBe(`${server.home}reports/140404/2024/`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('上党区');
  });

  test('by year', async ({ page, server }) => {
    await page.goto(server.home);
    await page.getByRole('navigation', { name: '全站' }).getByRole('link', { name: '年度' }).click();
    await page.getByRole('main').getByRole('link', { name: '2023年度' }).click();
    await page.getByRole('listitem').filter({ hasText: '宣城市 绩溪县' }).getByRole('link').first().click();
    expect(page.url()).toBe(`${server.home}reports/341824/2023/`);
  });

  test('by keyboard alone', async ({ page, server }) => {
    await page.goto(server.home);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    for (let i = 0; i < 60; i++) {
      const name = await page.evaluate(() => document.activeElement?.textContent ?? '');
      if (name.includes('绩溪县2023年度')) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.home}reports/341824/2023/`);
  });
});

siteTest('without script every page is readable and the search page leads on', async ({ openPage, server }) => {
  const { page } = await openPage({ javaScriptEnabled: false });
  await page.goto(`${server.home}reports/120102/2024-justice-bureau/`);
  expect(await page.getByRole('article').textContent()).toContain('河东区司法局');
  await page.goto(`${server.home}search/`);
  expect(await page.getByRole('main').textContent()).toContain('不用脚本');
});

siteTest('under a sub-path the site works on a plain file server', async ({ page, subPathServer }) => {
  await page.goto(subPathServer.home);
  await page
    .getByRole('link', { name: /绩溪县2023年度/ })
    .first()
    .click();
  expect(page.url()).toBe(`${subPathServer.home}reports/341824/2023/`);
  await page.getByRole('link', { name: '校记与著录' }).click();
  await page.locator('a[href*="/sources/"]').first().click();
  expect(await page.textContent('body')).toContain('欢迎访问绩溪县政府网站');
});

const kinds = [
  '',
  'reports/140600/2024/',
  'reports/140404/2024/',
  'reports/140404/2024/record/',
  'regions/',
  'regions/140400/',
  'years/',
  'years/2024/',
  'years/2024/140000/',
  'issuers/',
  'search/',
  'about/',
  'nowhere/',
];

describe.for(kinds)('axe finds no violation on /%s', (path) => {
  siteTest.for(['light', 'dark'] as const)('in the %s scheme', async (colorScheme, { lookAt }) => {
    const { violations } = await lookAt(path, { colorScheme }, { context: { viewport: { width: 1280, height: 900 } } });
    expect(await violations()).toEqual([]);
  });
});

siteTest.for([320, 375, 1440])('at %i px nothing sticks out sideways', async (width, { openPage, server }) => {
  const { page } = await openPage({ viewport: { width, height: 800 } });
  for (const path of kinds) {
    await page.goto(`${server.home}${path}`);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([path, 0]);
  }
});
