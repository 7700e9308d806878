import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { withdrawnSample } from '../site/held-names.ts';
import { siteTest as test } from './site-test.ts';

const form = (name: string): string => `section:has(h2:text-is("${name}")) pre`;

test('a report is cited in every form, with the day of access', async ({ openPage, server }) => {
  const { page, complaints, violations } = await openPage();
  await page.clock.setFixedTime(new Date(2026, 10, 22, 9));
  await page.goto(`${server.home}reports/341824/2023/`);
  expect(await page.getByRole('link', { name: '引用', exact: true }).first().getAttribute('href')).toBe(
    '/cite/?id=341824/2023',
  );
  await page.getByRole('link', { name: '校记与著录' }).click();
  expect(await page.locator('section:has(#cite) p').first().textContent()).toBe(
    '绩溪县人民政府. 绩溪县2023年度法治政府建设工作情况报告[EB/OL]. (2024-02-28).',
  );
  await page.getByRole('link', { name: '完整条目（带今日日期和网址）、其他格式、引用某一段' }).click();
  const address = `${server.home}reports/341824/2023/`;
  expect(await page.locator(form('GB/T 7714—2015')).textContent()).toBe(
    `绩溪县人民政府. 绩溪县2023年度法治政府建设工作情况报告[EB/OL]. (2024-02-28)[2026-11-22]. ${address}.`,
  );
  expect(await page.locator(form('BibTeX')).textContent()).toContain('author = {{绩溪县人民政府}}');
  expect(await page.locator(form('RIS')).textContent()).toContain('DA  - 2024/02/28/');
  expect(JSON.parse((await page.locator(form('CSL-JSON')).textContent()) ?? '')[0].accessed).toEqual({
    'date-parts': [[2026, 11, 22]],
  });
  expect(await violations()).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a paragraph is chosen by keyboard, kept in the address, quoted with its source and copied', async ({
  openPage,
  server,
}) => {
  const { page, complaints } = await openPage({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(`${server.home}cite/?id=341824/2023`);
  const choice = page.getByRole('combobox', { name: '引用' });
  await choice.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
  const anchor = await choice.inputValue();
  expect(anchor).toMatch(/^p-[0-9a-f]{8}/);
  expect(new URL(page.url()).search).toBe(`?id=341824/2023&p=${anchor}`);
  await page.getByRole('button', { name: '复制 引文连同出处' }).click();
  await page.getByRole('status').filter({ hasText: '已复制 引文连同出处' }).waitFor();
  const copied: unknown = await page.evaluate('navigator.clipboard.readText()');
  await page.reload();
  expect(await page.locator(form('引文连同出处')).textContent()).toBe(copied);
  await page.goto(`${server.home}reports/341824/2023/#${anchor}`);
  const paragraph = (await page.locator(`#${anchor}`).textContent()) ?? '';
  expect(String(copied).split('\n——')[0]).toBe(paragraph);
  expect(copied).toContain(`/reports/341824/2023/#${anchor}.`);
  expect(complaints).toEqual([]);
});

test('a file is kept under the name of the report', async ({ openPage, server }) => {
  const { page, complaints } = await openPage({ acceptDownloads: true });
  await page.goto(`${server.home}cite/?id=120102/2024-justice-bureau`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存为 .ris' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('120102-2024-justice-bureau.ris');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toMatch(/^TY {2}- RPRT\r\n/);
  expect(text).toContain('AU  - 河东区司法局\r\n');
  expect(complaints).toEqual([]);
});

test('an address that is no report gets a sentence, not an empty page', async ({ page, server }) => {
  await page.goto(`${server.home}cite/`);
  await page.getByLabel('报告的网址或编号').fill(`${server.home}reports/140600/2024/#p-1`);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/cite/?id=140600*2024');
  expect(await page.locator(form('GB/T 7714—2015')).textContent()).toContain('朔州市');
  await page.goto(`${server.home}cite/?id=999999/2024`);
  await page.getByRole('status').filter({ hasText: '本库没有编号为 999999/2024 的报告。' }).waitFor();
});

test('of a report that was withdrawn the pages that cite and compare lead to what is told of it', async ({
  page,
  subPathServer,
}) => {
  const { id } = withdrawnSample;
  for (const address of [`cite/?id=${id}`, `compare/?a=${id}&b=370304/2022`]) {
    await page.goto(`${subPathServer.home}${address}`);
    const link = page.getByRole('status').getByRole('link', { name: `编号为 ${id} 的报告已撤除` });
    await link.click();
    await page.waitForURL(`${subPathServer.home}reports/${id}/`);
    await page.getByRole('heading', { name: '已撤除的报告' }).waitFor();
  }
});

test('in WeChat, where files cannot be saved, the page says so', async ({ openPage, server }) => {
  const { page } = await openPage({ userAgent: 'Mozilla/5.0 MicroMessenger/8.0.50' });
  await page.goto(`${server.home}cite/?id=341824/2023`);
  await page.getByText('微信中不能保存文件').waitFor();
});

test('without the clipboard interface the text is copied by selection', async ({ openPage, server }) => {
  const { page, context, complaints } = await openPage();
  await context.addInitScript(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
  await page.goto(`${server.home}cite/?id=341824/2023`);
  await page.getByRole('button', { name: '复制 GB/T 7714—2015' }).click();
  await page.getByRole('status').filter({ hasText: '已复制' }).waitFor();
  const box = page.getByRole('searchbox', { name: '检索全文' });
  await box.focus();
  await page.keyboard.press('Control+V');
  expect(await box.inputValue()).toBe(await page.locator(form('GB/T 7714—2015')).textContent());
  expect(complaints).toEqual([]);
});

test.for(['light', 'dark'] as const)(
  'in the %s scheme, narrow, axe finds nothing and nothing sticks out',
  async (colorScheme, { openPage, server }) => {
    const { page, violations } = await openPage({
      colorScheme,
      viewport: { width: 320, height: 800 },
    });
    for (const path of ['cite/', 'cite/?id=140404/2024']) {
      await page.goto(`${server.home}${path}`);
      await page.locator('cite-report :is(form, pre)').first().waitFor();
      expect(await violations()).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    }
  },
);

test('without script the page leads back to the reports', async ({ openPage, server }) => {
  const { page } = await openPage({ javaScriptEnabled: false });
  await page.goto(`${server.home}cite/`);
  expect(await page.getByRole('main').textContent()).toContain('可由每份报告的“引用”取得');
});
