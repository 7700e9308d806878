import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { FileServer } from '../../src/host/plain-host.ts';
import { secondYearSample } from '../site/second-year.ts';
import { siteTest } from './site-test.ts';

/** What a reader does on a page, each act counted: a press, a click, words typed, a selection made. */
interface Reader {
  readonly page: Page;
  readonly server: FileServer;
  readonly act: (what: () => Promise<unknown>) => Promise<void>;
  readonly acts: () => number;
}

const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true };
const report = 'reports/140404/2024/';

const test = siteTest.extend(
  'reader',
  ({ openPage, server }) =>
    async (path: string, options: BrowserContextOptions = desk, from = server): Promise<Reader> => {
      const { page } = await openPage({ permissions: ['clipboard-read', 'clipboard-write'], ...options }, from);
      await page.goto(from.home + path);
      let count = 0;
      const act = async (what: () => Promise<unknown>): Promise<void> => {
        count++;
        await what();
      };
      return { page, server: from, act, acts: () => count };
    },
);

/** The tools come with the first movement, which no reader is without. */
async function moved(page: Page): Promise<void> {
  await page.mouse.move(3, 3);
  await page.mouse.move(9, 9);
  await page.locator('.reading').waitFor({ state: 'attached' });
}

const box = (page: Page) => page.locator('input[name=q]').first();

describe('博山区 2022 from home', () => {
  test('by its name and year: 3 acts', async ({ reader }) => {
    const { page, server, act, acts } = await reader('');
    await act(() => box(page).click());
    await act(() => page.keyboard.type('博山区2022'));
    await act(() => page.getByRole('option', { name: /^博山区 2022年度报告/ }).click());
    await page.waitForURL(`${server.home}reports/370304/2022/`);
    expect(acts()).toBeLessThanOrEqual(3);
  });

  test('by keyboard alone, in pinyin: 12 key presses and Enter at most', async ({ reader }) => {
    const { page, server } = await reader('');
    const keys = ['/', ...'bsq2022', 'ArrowDown'];
    for (const [at, key] of keys.entries()) {
      await page.keyboard.press(key);
      if (at === 0) await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('q');
    }
    const chosen = page.getByRole('option', { selected: true });
    await page.getByRole('option').first().waitFor();
    if ((await chosen.count()) === 0) await page.keyboard.press('ArrowDown');
    expect(await chosen.textContent()).toMatch(/^博山区 2022年度报告/);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.home}reports/370304/2022/`);
    expect(keys.length).toBeLessThanOrEqual(12);
  });

  test.for([
    ['博山区2022年法治政府报告', /^博山区 2022年度报告/],
    ['中共博山区委博山区人民政府关于2022年度法治政府建设工作情况的报告', /^博山区 2022年度报告/],
    ['370304', /^博山区/],
    ['boshan', /^博山区 2022年度报告/],
    ['2022年报告', /^2022年度/],
    ['司法局', /^司法局/],
  ] as const)('%s is answered with it first, the full text last', async ([words, first], { reader }) => {
    const { page } = await reader('');
    await box(page).click();
    await page.keyboard.insertText(words);
    const answers = page.getByRole('option');
    await answers.first().waitFor();
    expect(await answers.first().textContent()).toMatch(first);
    expect(await answers.last().textContent()).toBe(`在全文中找“${words}”`);
  });

  test('on a phone the box is in sight, and a tap on its answer opens it: 3 acts', async ({ reader }) => {
    const { page, server, act, acts } = await reader('', phone);
    expect((await box(page).boundingBox())?.y).toBeLessThan(300);
    await act(() => box(page).tap());
    await act(() => page.keyboard.type('博山'));
    await act(() => page.getByRole('option').first().tap());
    await page.waitForURL(`${server.home}reports/370304/2022/`);
    expect(acts()).toBeLessThanOrEqual(3);
  });

  test('by the search: 3 acts', async ({ reader }) => {
    const { page, server, act, acts } = await reader('');
    await act(() => box(page).fill('博山区'));
    await act(() => page.keyboard.press('Enter'));
    await page.locator('[data-search-state="done"]').waitFor();
    await act(() => page.locator('.groups h2 a').first().click());
    await page.waitForURL(/\/reports\/370304\/2022\//);
    expect(new URL(page.url()).origin).toBe(new URL(server.home).origin);
    expect(acts()).toBeLessThanOrEqual(3);
  });

  test('without script, place by place: 4 acts', async ({ reader }) => {
    const { page, server, act, acts } = await reader('', { ...desk, javaScriptEnabled: false });
    const main = page.getByRole('main');
    await act(() =>
      main
        .getByRole('link', { name: /^山东省/ })
        .first()
        .click(),
    );
    await act(() =>
      main
        .getByRole('link', { name: '2022', exact: true })
        .or(main.getByRole('link', { name: /博山区/ }))
        .first()
        .click(),
    );
    if (!page.url().includes('/reports/')) await act(() => main.getByRole('link', { name: /^2022/ }).first().click());
    expect(page.url()).toBe(`${server.home}reports/370304/2022/`);
    expect(acts()).toBeLessThanOrEqual(4);
  });
});

test('shortcomings that name 执法力量: 3 acts', async ({ reader }) => {
  const { page, act, acts } = await reader('');
  await act(() => box(page).fill('执法力量'));
  await act(() => page.keyboard.press('Enter'));
  await page.locator('[data-search-state="done"]').waitFor();
  await act(() => page.getByRole('checkbox', { name: /不足原因/ }).check());
  await page.locator('[data-search-state="done"][data-reports="1"]').waitFor();
  expect(await page.locator('.passage mark').first().textContent()).toBe('执法力量');
  expect(acts()).toBeLessThanOrEqual(3);
});

test('two years of one place, from the report: 1 act, in the first screen', async ({ reader, subPathServer }) => {
  const { page, act, acts } = await reader('reports/341824/2023/', desk, subPathServer);
  const link = page.getByRole('link', { name: `与${secondYearSample.year}年度对照` });
  expect((await link.boundingBox())?.y).toBeLessThan(900);
  await act(() => link.click());
  await page.locator('[data-compare-state="done"]').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('绩溪县2022年度与绩溪县2023年度');
  expect((await page.locator('.compared td p').first().boundingBox())?.y).toBeLessThanOrEqual(360);
  expect(acts()).toBe(1);
});

test('a paragraph is cited: 2 acts', async ({ reader }) => {
  const { page, act, acts } = await reader(report);
  await moved(page);
  const paragraph = page.locator('article.t > p').nth(2);
  await act(() => paragraph.click({ clickCount: 3 }));
  await act(() => page.keyboard.press('c'));
  await page.getByRole('region', { name: '引用', exact: true }).waitFor();
  await expect.poll(() => page.evaluate<string>('navigator.clipboard.readText()')).toContain('[EB/OL]');
  expect(acts()).toBeLessThanOrEqual(2);
});

test('on a phone the largest letters: 4 acts, and the lines are no longer justified', async ({ reader }) => {
  const { page, act, acts } = await reader(report, phone);
  await act(() => page.touchscreen.tap(180, 600));
  await page.locator('.reading').waitFor();
  await act(() => page.locator('.tool-bar').getByRole('button', { name: '设置' }).tap());
  await act(() => page.getByRole('radio', { name: '最大' }).check());
  await act(() => page.getByRole('button', { name: '关上' }).tap());
  const text = page.locator('article.t > p').first();
  const set = await text.evaluate((element) => {
    const { textAlign, fontSize } = getComputedStyle(element);
    return [textAlign, fontSize];
  });
  expect(set[1]).toBe('32px');
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  expect(acts()).toBeLessThanOrEqual(5);
});

test('in traditional characters: 2 acts', async ({ reader }) => {
  const { page, act, acts } = await reader(report);
  await act(() => page.keyboard.press('t'));
  await act(() => page.getByRole('button', { name: '显示为繁体' }).click());
  await page.locator('html[data-turned]').waitFor();
  expect(acts()).toBeLessThanOrEqual(2);
});

test('read aloud: 1 act', async ({ reader }) => {
  const { page, act, acts } = await reader(report);
  await moved(page);
  await act(() => page.getByRole('button', { name: '朗读', exact: true }).click());
  await page.getByRole('region', { name: '朗读', exact: true }).waitFor();
  expect(acts()).toBe(1);
});

test('printed, or kept as PDF: 1 act', async ({ reader }) => {
  const { page, act, acts } = await reader(report);
  await page.evaluate('globalThis.print = () => { globalThis.printed = true; }');
  await moved(page);
  await act(() => page.getByRole('button', { name: '打印' }).click());
  await expect.poll(() => page.evaluate('globalThis.printed')).toBe(true);
  expect(acts()).toBe(1);
});

test('as Word: 2 acts', async ({ reader }) => {
  const { page, act, acts } = await reader(report);
  await moved(page);
  const file = page.waitForEvent('download');
  await act(() => page.getByRole('button', { name: '保存', exact: true }).click());
  await act(() =>
    page.getByRole('region', { name: '保存', exact: true }).getByRole('button', { name: /Word/ }).click(),
  );
  expect((await file).suggestedFilename()).toMatch(/\.docx$/);
  expect(acts()).toBeLessThanOrEqual(2);
});

test('the code that a phone reads: 1 act', async ({ reader }) => {
  const { page, act, acts } = await reader(report);
  await moved(page);
  await act(() => page.getByRole('button', { name: '分享', exact: true }).click());
  await page.getByRole('region', { name: '分享', exact: true }).locator('svg').waitFor();
  expect(acts()).toBe(1);
});

test('found in the report: 2 acts', async ({ reader }) => {
  const { page, act, acts } = await reader(report);
  await act(() => page.keyboard.press('f'));
  await page.getByRole('region', { name: '查找', exact: true }).getByRole('searchbox').waitFor();
  await act(() => page.keyboard.type('行政复议'));
  await expect.poll(() => page.locator('article mark').count()).toBeGreaterThan(3);
  expect(acts()).toBeLessThanOrEqual(2);
});

test('by keyboard alone from the page’s head into the tools: 3 acts at most', async ({ reader }) => {
  const { page, act, acts } = await reader(report);
  await act(() => page.keyboard.press('Tab'));
  expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
  await page.locator('.reading').waitFor();
  await act(() => page.keyboard.press('s'));
  await page.getByRole('region', { name: '设置' }).waitFor();
  expect(acts()).toBeLessThanOrEqual(3);
});

test('without script the search page keeps the words and leads on', async ({ reader }) => {
  const { page } = await reader('search/?q=执法', { ...desk, javaScriptEnabled: false });
  const main = page.getByRole('main');
  expect(await main.getByRole('link', { name: '地区' }).count()).toBeGreaterThan(0);
  expect(await main.getByRole('link', { name: '年度' }).count()).toBeGreaterThan(0);
});

test('coming back, home offers to go on reading: 1 act', async ({ reader }) => {
  const { page, server, act, acts } = await reader(report);
  await moved(page);
  await page
    .locator('article.t > p')
    .nth(9)
    .evaluate((paragraph) => paragraph.scrollIntoView());
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, -30);
      return page.evaluate('localStorage.places ?? ""');
    })
    .toContain('140404/2024');
  await page.goto(server.home);
  await moved(page);
  await act(() => page.locator('.continue').getByRole('link').click());
  await page.waitForURL(/\/reports\/140404\/2024\/#/);
  expect(acts()).toBe(1);
});
