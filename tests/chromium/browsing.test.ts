import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { siteTest as test } from './site-test.ts';

const finder = (page: Page) => page.getByRole('combobox', { name: /^找地区/ });
const options = (page: Page) => page.getByRole('listbox', { name: '找到的地区' }).getByRole('option');

describe('the finder of regions', () => {
  test.for([
    ['上党区', /上党区.*山西省 长治市/, '140404'],
    ['长治县', /长治县.*至 2017 年，后为上党区/, '140421'],
    ['sdq', /上党区/, '140404'],
    ['yuxian', /蔚县.*河北省 张家口市/, '130726'],
    ['yueqing', /乐清市.*浙江省 温州市/, '330382'],
    ['changzhi', /长治市.*山西省/, '140400'],
    ['140404', /上党区/, '140404'],
  ] as const)('%s by keyboard', async ([words, option, code], { openPage, server }) => {
    const { page, complaints } = await openPage();
    await page.goto(`${server.home}regions/`);
    // The finder is the first thing after the site's head and the crumbs.
    await finder(page).focus();
    await page.keyboard.type(words);
    const wanted = options(page).filter({ hasText: option }).first();
    await wanted.waitFor();
    expect(await finder(page).getAttribute('aria-expanded')).toBe('true');
    for (let steps = 0; steps < 12 && (await wanted.getAttribute('aria-selected')) !== 'true'; steps++)
      await page.keyboard.press('ArrowDown');
    expect(await finder(page).getAttribute('aria-activedescendant')).toBe(await wanted.getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.home}regions/${code}/`);
    expect(complaints).toEqual([]);
  });

  test('says how many it found, closes with Escape, opens again with an arrow, goes round', async ({
    page,
    server,
  }) => {
    await page.goto(`${server.home}regions/`);
    await finder(page).focus();
    await page.keyboard.type('河东区');
    const status = page.locator('region-finder [role=status]');
    await status.filter({ hasText: '找到 2 个地区。' }).waitFor();
    expect(await options(page).allTextContents()).toEqual([
      expect.stringMatching(/^河东区天津市/),
      expect.stringMatching(/^河东区山东省 临沂市/),
    ]);
    await page.keyboard.press('Escape');
    expect(await finder(page).getAttribute('aria-expanded')).toBe('false');
    expect(await finder(page).inputValue()).toBe('河东区');
    await page.keyboard.press('ArrowUp');
    expect(await options(page).nth(1).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await options(page).nth(0).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await finder(page).inputValue()).toBe('');
    await page.keyboard.type('没有的地方');
    await status.filter({ hasText: '没有这样的地区。' }).waitFor();
    expect(await finder(page).getAttribute('aria-expanded')).toBe('false');
  });

  test('a click opens a region; the data come with the first touch only', async ({ openPage, server }) => {
    const { page } = await openPage({ hasTouch: true });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${server.home}regions/`);
    expect(asked.filter((url) => url.endsWith('finder.json'))).toEqual([]);
    await finder(page).tap();
    await finder(page).fill('绩溪');
    await options(page).first().tap();
    await page.waitForURL(`${server.home}regions/341824/`);
    expect(asked.filter((url) => url.endsWith('finder.json'))).toHaveLength(1);
  });

  test('when the data do not come it says so, and tries again', async ({ page, server }) => {
    await page.route('**/finder.json', (route) => route.abort());
    await page.goto(`${server.home}regions/`);
    await finder(page).fill('绩');
    await page.locator('region-finder [role=status]').filter({ hasText: '地区表没有载入' }).waitFor();
    await page.unroute('**/finder.json');
    await finder(page).fill('绩溪');
    await options(page).first().waitFor();
  });

  test.for(['light', 'dark'] as const)(
    'in the %s scheme axe finds nothing, open or closed',
    async (colorScheme, { openPage, server }) => {
      const { page, violations } = await openPage({ colorScheme });
      await page.goto(`${server.home}regions/`);
      expect(await violations()).toEqual([]);
      await finder(page).fill('通州');
      await options(page).first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await violations()).toEqual([]);
    },
  );
});

const kinds = [
  'regions/',
  'regions/140000/',
  'regions/140404/',
  'regions/140421/',
  'regions/341800/',
  'regions/000000/',
  'years/',
  'years/2024/',
  'years/2024/140000/',
  'issuers/',
  'issuers/government/',
  'issuers/department/justice/',
  'newest/',
  'changes/',
  'completeness/',
  'completeness/2024/140000/',
  'shortcomings/',
  'shortcomings/2024/140000/',
  'shortcomings/region/140404/',
  'documents/',
  'documents/行政复议法/',
  'documents/in/140000/',
  'figures/',
  'figures/review-received/2024/140000/',
  'reports/140404/2024/figures/',
  'data/',
  'data/releases/',
  'sample/',
];

describe.for(kinds)('on a page for browsing axe finds nothing: /%s', (path) => {
  test.for(['light', 'dark'] as const)('in the %s scheme', async (colorScheme, { lookAt }) => {
    const { violations, complaints } = await lookAt(path, { colorScheme });
    expect(await violations()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test.for([320, 1440])('at %i px nothing sticks out sideways', async (width, { openPage, server }) => {
  const { page } = await openPage({ viewport: { width, height: 800 } });
  for (const path of kinds) {
    await page.goto(`${server.home}${path}`);
    expect([path, await page.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([path, 0]);
  }
});

test('without script, from the home page down the tree to a county, its former self and its report', async ({
  openPage,
  server,
}) => {
  const { page } = await openPage({ javaScriptEnabled: false });
  await page.goto(server.home);
  await page.getByRole('navigation', { name: '全站' }).getByRole('link', { name: '地区' }).click();
  await page.getByRole('link', { name: '山西省' }).click();
  await page.getByRole('main').getByRole('link', { name: '上党区' }).first().click();
  expect(await page.getByRole('paragraph').filter({ hasText: '前身：' }).textContent()).toBe(
    '前身：长治县（至 2017 年）',
  );
  await page.getByRole('link', { name: '长治县' }).click();
  expect(await page.getByRole('paragraph').filter({ hasText: '后续：' }).textContent()).toBe(
    '后续：上党区（自 2018 年，收有 1 份）',
  );
  await page.getByRole('link', { name: '上党区' }).click();
  await page.getByRole('row').getByRole('link', { name: '2024' }).click();
  expect(page.url()).toBe(`${server.home}reports/140404/2024/`);
});
