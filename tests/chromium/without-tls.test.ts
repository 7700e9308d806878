import { expect } from 'vitest';
import { plainHost, siteTest } from './site-test.ts';

/** The site by plain HTTP under a name, where browsers leave out what only TLS may offer. */
const test = siteTest
  .extend('named', ({ server }) => ({ ...server, home: server.home.replace('127.0.0.1', plainHost) }))
  .extend('opened', ({ openPage, named }) => async (path: string) => {
    const { page, complaints } = await openPage({}, named);
    await page.goto(`${named.home}${path}`);
    expect(await page.evaluate('[isSecureContext, "clipboard" in navigator]')).toEqual([false, false]);
    return { page, complaints };
  });

test('a search line is copied with its source, and the reader is told', async ({ opened, named }) => {
  const { page, complaints } = await opened('search/?q=行政复议&view=lines');
  await page.waitForLoadState('networkidle');
  const line = page.locator('[data-report="140404/2024"] li:has(.copy)').last();
  const button = line.getByRole('button', { name: '连同出处复制' });
  await button.focus();
  const top = (): Promise<number> => button.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  await button.click();
  await page.getByRole('status').filter({ hasText: '已复制，附有出处。' }).waitFor();
  expect(await button.textContent()).toBe('已复制');
  expect(await top()).toBe(before);
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  const shown = await line.locator('.kwic').textContent();
  const field = page.getByRole('searchbox', { name: '检索词' });
  await field.fill('');
  await field.press('Control+V');
  const copied = await field.inputValue();
  expect(copied.startsWith(`“${shown}”（`)).toBe(true);
  expect(copied).toContain(`${named.home}reports/`);
  expect(complaints).toEqual([]);
});

test('a browser that refuses every way of copying is not passed over in silence', async ({ opened }) => {
  const { page, complaints } = await opened('search/?q=行政复议&view=lines');
  await page.evaluate('document.execCommand = () => false');
  const button = page.getByRole('button', { name: '连同出处复制' }).first();
  await button.click();
  await page.getByRole('status').filter({ hasText: '浏览器不许复制。可选中文字，手工复制。' }).waitFor();
  expect(await button.textContent()).toBe('未能复制');
  await button.getByText('复制', { exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

test('occurrences are saved, and a report offers its address to copy', async ({ opened, named }) => {
  const { page, complaints } = await opened('search/?q=行政复议&view=lines');
  await page.getByText('下载与选项').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^下载 CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^检索-行政复议-.*\.csv$/);
  await page.goto(`${named.home}reports/140404/2024/`);
  await page.locator('article').hover();
  await page.getByRole('button', { name: '分享' }).click();
  await page.getByRole('button', { name: '复制网址', exact: true }).click();
  await page.getByRole('status').filter({ hasText: '已复制网址' }).waitFor();
  expect(await page.getByRole('button', { name: '用系统分享' }).count()).toBe(0);
  expect(complaints).toEqual([]);
});
