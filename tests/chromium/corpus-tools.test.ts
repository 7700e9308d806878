import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { siteTest } from './site-test.ts';

const test = siteTest
  .extend('opened', ({ openPage }) => openPage({ viewport: { width: 1280, height: 900 } }))
  .extend('page', ({ opened }) => opened.page)
  .extend('search', ({ page, server }) => async (parameters: string): Promise<void> => {
    await page.goto(`${server.home}search/?${parameters}`);
    await page.locator('[data-search-state="done"]').waitFor();
  });

const table = (page: Page) => page.locator('.answer table');
async function cells(page: Page, row: string): Promise<string[]> {
  const header = page.getByRole('rowheader', { name: row, exact: true });
  const found = table(page).locator('tbody tr', { has: header }).locator('td');
  await found.first().waitFor();
  return found.allTextContents();
}
const places = (page: Page): Promise<(string | null)[]> =>
  page.locator('.groups a[data-occurrence]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
const withoutSpaces = (text: string | null): string => text?.replace(/\s+/g, '') ?? '';

test('every example of the help answers, and axe finds nothing on it', async ({ page, opened, server }) => {
  await page.goto(`${server.home}search/`);
  const examples = await page
    .locator('.examples a')
    .evaluateAll((links) => links.flatMap((link) => (link instanceof HTMLAnchorElement ? [link.href] : [])));
  expect(examples.length).toBe(8);
  for (const address of examples) {
    await page.goto(address);
    await page.locator('[data-search-state="done"]').waitFor();
    await page
      .locator(address.includes('tool=sample') ? '.groups a[data-occurrence]' : '[data-tool] table td')
      .first()
      .waitFor();
    for (const details of await page.locator('.methods').all())
      await details.evaluate((one) => one.setAttribute('open', ''));
    expect(withoutSpaces(await page.locator('.methods p').textContent()), address).toMatch(/检索[35]份报告/);
    expect(await opened.violations(), address).toEqual([]);
  }
  expect(opened.complaints).toEqual([]);
});

test('what follows a phrase is counted, and leads on to the longer phrase by keyboard', async ({ page, search }) => {
  await search('q=行政复议');
  await page.getByRole('link', { name: '前后词' }).press('Enter');
  await page.locator('[data-tool="neighbours"]').waitFor();
  expect(new URL(page.url()).searchParams.get('tool')).toBe('neighbours');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('前后词');
  expect(await page.locator('.basis').textContent()).toBe('依据全部 36 处（5 份报告）。 ');
  const [occurrences = '', share] = await cells(page, '案');
  expect([occurrences, share]).toEqual(['5', '13.9 %']);
  await table(page).getByRole('button', { name: '案', exact: true }).press('Enter');
  await page.locator(`[data-occurrences="${occurrences}"]`).waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('行政复议案');
  await page.locator('[data-tool="neighbours"]').waitFor();
  expect(await cells(page, '件')).toHaveLength(4);
  await page.goBack();
  await page.locator('[data-occurrences="36"]').waitFor();
  await page.getByRole('combobox', { name: '接几个字' }).selectOption('2');
  await page.locator('[data-tool="neighbours"]').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('span');
});

test('figures that stand in one sentence with the query are listed with it, by place', async ({ page, search }) => {
  await search('q=行政复议&tool=figures');
  await page.locator('[data-tool="figures"]').waitFor();
  const rows = page.locator('.answer tbody');
  expect(await rows.locator('tr').count()).toBe(21);
  for (const sentence of await rows.locator('.sentence').allTextContents()) expect(sentence).toContain('行政复议');
  const first = rows.first().getByRole('link');
  expect(await first.getAttribute('href')).toMatch(/^\/reports\/120102\/2024-justice-bureau\/\?q=.*#p-/);
});

test('collocates lead to their places', async ({ page, search }) => {
  await search('q=行政复议&tool=collocates&window=5');
  const [together] = await cells(page, '申请');
  expect(together).toBe('4');
  await table(page).getByRole('button', { name: '申请', exact: true }).click();
  await page.waitForURL(({ searchParams }) => searchParams.get('q')?.includes('~5') ?? false);
  expect(new URL(page.url()).searchParams.get('q')).toBe('行政复议 ~5 申请');
});

test('figures by year agree with those of the search within it', async ({ page, search }) => {
  await search('q=行政复议&tool=distribution');
  expect((await cells(page, '2024')).slice(0, 2)).toEqual(['3', '3']);
  expect((await cells(page, '2024'))[3]).toBe('28');
  await table(page).getByRole('button', { name: '2024' }).click();
  await page.locator('[data-occurrences="28"]').waitFor();
});

test('a sample is the same for the same address; lines that are dropped are not saved', async ({ page, search }) => {
  await search('q=行政复议&tool=sample&sample=12&seed=7');
  await expect.poll(() => places(page)).toHaveLength(12);
  const drawn = await places(page);
  await page.reload();
  await expect.poll(() => places(page)).toEqual(drawn);
  await page.getByRole('spinbutton', { name: '种子' }).fill('8');
  await page.getByRole('button', { name: '抽取' }).click();
  await page.waitForURL(/seed=8/);
  await expect.poll(() => places(page)).toHaveLength(12);
  expect(await places(page)).not.toEqual(drawn);
  await page.getByRole('button', { name: '去掉' }).first().press('Enter');
  await page.getByRole('button', { name: '标记', exact: true }).nth(1).press('Enter');
  await page.getByText('做过标记 1 处，去掉 1 处').waitFor();
  await page.getByText('下载与选项').click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: /^下载 TSV/ }).click();
  const file = readFileSync((await (await saving).path()) ?? '', 'utf8');
  const [heads = '', ...rows] = file.trimEnd().split('\r\n');
  expect(rows).toHaveLength(11);
  const mark = heads.split('\t').indexOf('标记');
  expect(rows.filter((row) => row.split('\t')[mark] === '标记')).toHaveLength(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '清除标记' }).click();
  await page.getByText('做过标记 0 处，去掉 0 处').waitFor();
});

test('within the results a line is found, and lines stand in the order of a character around the phrase', async ({
  page,
  search,
}) => {
  await search('q=行政复议&tool=sample&within=案件&sort=after2&context=10');
  await page.getByText(/^36 处中，前后各 10 字之内有“案件”的 \d+ 处。$/).waitFor();
  const after = await page.locator('.groups .after').allTextContents();
  expect(after.length).toBeGreaterThan(2);
  const keys = after.map((text) => [...text].slice(1).join(''));
  expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
});

test('tables are saved in three forms, methods are copied', async ({ page, search, opened, server }) => {
  await opened.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(server.home).origin });
  await search('q=行政复议&tool=neighbours');
  for (const form of ['CSV', 'TSV', 'JSON']) {
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: form, exact: true }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toMatch(new RegExp(`^前后词-行政复议-[-0-9]{10}\\.${form.toLowerCase()}$`));
    const text = readFileSync((await download.path()) ?? '', 'utf8');
    if (form === 'JSON')
      expect(JSON.parse(text)).toMatchObject({
        query: '行政复议',
        results: expect.arrayContaining([expect.objectContaining({ 词串: '化', 次数: 6 })]),
      });
    else expect(text.split('\r\n')[1]).toMatch(/^化[,\t]6[,\t]/);
  }
  await page.locator('.methods summary').click();
  await page.getByRole('button', { name: '复制方法说明' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/检索式“行政复议”.*DP.*tool=neighbours/s);
});

test('at 375 pixels nothing leaves the window, in dark too, and in English all is English', async ({
  openPage,
  server,
}) => {
  const opened = await openPage({ viewport: { width: 375, height: 812 }, colorScheme: 'dark' });
  const { page } = opened;
  for (const tool of ['neighbours', 'collocates', 'distribution', 'words', 'sample&sample=9']) {
    await page.goto(`${server.home}en/search/?q=行政复议&tool=${tool}`);
    await page
      .locator(tool.startsWith('sample') ? '.groups a[data-occurrence]' : '[data-tool]')
      .first()
      .waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), tool).toBe(375);
    expect(await opened.violations(), tool).toEqual([]);
    const said = await page.locator('.tabs, .controls label, thead, .basis, .methods summary').allTextContents();
    expect(said.join(' ').replace(/“[^”]*”/g, '')).not.toMatch(/[的份字处]/);
  }
  expect(opened.complaints).toEqual([]);
});
