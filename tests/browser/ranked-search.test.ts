import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type FileServer, fileServer } from '../site/file-server.ts';
import { startedChromium } from './chromium.ts';

let browser: Browser;
let server: FileServer;
let page: Page;

beforeAll(async () => {
  browser = await startedChromium();
  server = await fileServer(inject('rootSite'));
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

test('行政复议 typed on the home page finds all five reports', async () => {
  await page.goto(server.home);
  await page.getByRole('searchbox').fill('行政复议');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: '5 份报告' }).waitFor();
  const links = page.locator('ranked-search li').getByRole('link');
  await links.nth(4).waitFor();
  expect(await links.count()).toBe(5);
});
