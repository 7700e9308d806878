import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { startedChromium } from '../../src/host/chromium.ts';
import { type FileServer, fileServer } from '../../src/host/plain-host.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let browser: Browser;
let server: FileServer;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await startedChromium();
  server = await fileServer(inject('rootSite'));
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** Opens a fresh page that notes every error, refused policy and request to another origin. */
async function freshPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext(options);
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(server.home).origin) complaints.push(`asked for ${request.url()}`);
  });
}

describe('from the home page one reaches a report', () => {
  beforeEach(() => freshPage());
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('by region', async () => {
    await page.goto(server.home);
    for (const name of ['山西省', '长治市', '上党区'])
      await page.getByRole('main').getByRole('link', { name, exact: true }).click();
    await page.getByRole('main').getByRole('link', { name: '2024', exact: true }).click();
    expect(page.url()).toBe(`${server.home}reports/140404/2024/`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('上党区');
  });

  test('by year', async () => {
    await page.goto(server.home);
    await page.getByRole('navigation', { name: '全站' }).getByRole('link', { name: '年度' }).click();
    await page.getByRole('main').getByRole('link', { name: '2023年度' }).click();
    await page.getByRole('main').getByRole('link', { name: '宣城市 绩溪县' }).click();
    expect(page.url()).toBe(`${server.home}reports/341824/2023/`);
  });

  test('by keyboard alone', async () => {
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

test('without script every page is readable and the search page leads on', async () => {
  await freshPage({ javaScriptEnabled: false });
  await page.goto(`${server.home}reports/120102/2024-justice-bureau/`);
  expect(await page.getByRole('article').textContent()).toContain('河东区司法局');
  await page.goto(`${server.home}search/`);
  expect(await page.getByRole('main').textContent()).toContain('不用脚本');
  await context.close();
});

test('under a sub-path the site works on a plain file server', async () => {
  const sub = await fileServer(inject('subPathSite'), '/archive/');
  await freshPage();
  complaints = [];
  await page.goto(sub.home);
  await page
    .getByRole('link', { name: /绩溪县2023年度/ })
    .first()
    .click();
  expect(page.url()).toBe(`${sub.home}reports/341824/2023/`);
  await page.getByRole('link', { name: '采集原件' }).click();
  expect(await page.textContent('body')).toContain('欢迎访问绩溪县政府网站');
  await context.close();
  sub.close();
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

describe.for(['light', 'dark'] as const)('axe finds no violation in the %s scheme', (colorScheme) => {
  test.for(kinds)('/%s', async (path) => {
    await freshPage({ colorScheme, viewport: { width: 1280, height: 900 } });
    await context.addInitScript({ path: axePath });
    await page.goto(`${server.home}${path}`);
    const found: unknown = await page.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
    );
    expect(found).toEqual([]);
    await context.close();
  });
});

test.for([320, 375, 1440])('at %i px nothing sticks out sideways', async (width) => {
  await freshPage({ viewport: { width, height: 800 } });
  for (const path of kinds) {
    await page.goto(`${server.home}${path}`);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([path, 0]);
  }
  await context.close();
});
