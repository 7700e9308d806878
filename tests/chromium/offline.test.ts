import { createServer, type RequestListener } from 'node:http';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { fileHost } from '../../src/host/file-host.ts';
import { headersOf } from '../../src/host/site-headers.ts';
import { folded } from '../../src/text/fold.ts';
import { quotedPhrase } from './asked-phrases.ts';
import { drawnPhrases } from './drawn-phrases.ts';
import { foldedTexts, plainScan, scannedReports } from './plain-scan.ts';
import { siteTest } from './site-test.ts';
import { typedPhrases } from './typed-phrases.ts';

const site = inject('smallArchive').out;
const reports = scannedReports(site);
const ofProvince = (province: string) => reports.filter(({ id }) => id.startsWith(province));

/** A server of the small archive that can be stopped, or made to break off or alter files by their addresses. */
const test = siteTest.extend('host', async ({ browser }, { onCleanup }) => {
  let fault: { readonly at: RegExp; readonly kind: 'broken' | 'altered' } | null = null;
  const files: RequestListener = fileHost({ folder: site, base: '/', headersOf, givesRanges: true });
  const server = createServer((request, response) => {
    if (fault?.at.test(request.url ?? '') !== true) return files(request, response);
    if (fault.kind === 'broken') return response.destroy();
    response.end('另一样东西');
  });
  const listen = (port: number): Promise<void> => new Promise((done) => server.listen(port, '127.0.0.1', done));
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const stop = (): Promise<unknown> => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  const context = await browser.newContext();
  onCleanup(async () => {
    await context.close();
    await stop();
  });
  return {
    home: `http://127.0.0.1:${port}/`,
    page: await context.newPage(),
    stop,
    start: () => listen(port),
    fail: (at: RegExp, kind: 'broken' | 'altered') => {
      fault = { at, kind };
    },
    heal: () => {
      fault = null;
    },
  };
});

const shown = (page: Page) => page.locator('offline-packs[data-packs-state="done"]').waitFor();

/** Keeps years of a province (`14`), all that are offered or those that pass; gives what the page then says. */
async function kept(page: Page, province: string, isWanted = (_year: number) => true): Promise<string> {
  const group = page.locator(`offline-packs details:has(input[value^="${province}/"])`);
  await group.locator('summary').click();
  for (const box of await group.locator('input').all())
    if (isWanted(Number((await box.getAttribute('value'))?.slice(3)))) await box.check();
  await group.getByRole('button', { name: '存在本机' }).click();
  await page.locator('offline-packs[data-packs-state="working"]').waitFor();
  await shown(page);
  return (await page.locator('offline-packs [role=status]').textContent()) ?? '';
}

const heldNames = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('[data-held-pack]')
    .evaluateAll((rows: { getAttribute(name: string): string | null }[]) =>
      rows.map((row) => row.getAttribute('data-held-pack')),
    );

test('nothing is kept unasked; a province kept opens, reads, browses and searches with the server stopped', async ({
  host: { home, page, stop },
}) => {
  const provinces = [...new Set(reports.map(({ id }) => id.slice(0, 2)))];
  const [first = '', second = ''] = provinces;
  const own = [...ofProvince(first), ...ofProvince(second)];
  await page.goto(`${home}offline/`);
  await shown(page);
  expect(await page.evaluate(`Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])`)).toEqual([
    [],
    [],
  ]);
  expect(await page.locator('offline-packs summary').count()).toBe(provinces.length);
  expect(await page.locator('offline-packs label').first().textContent()).toMatch(/^ \d{4} \d+ 份，\d+\.\d+ MB$/);
  expect(await kept(page, first)).toBe('已存好。');
  expect(await kept(page, second)).toBe('已存好。');
  await page.evaluate('navigator.serviceWorker.ready');
  await stop();

  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  const [report] = own;
  await page.goto(home);
  await page.goto(`${home}regions/${first}0000/`);
  expect(await page.locator('h1').count()).toBe(1);
  await page.goto(`${home}reports/${report?.id}/`);
  const texts = await page.locator('article.t :is(h2, h3, h4, h5, h6, p, td, th)').allTextContents();
  expect(texts.length).toBeGreaterThan(5);
  await page.locator('article').hover();
  await page.getByRole('button', { name: '查找', exact: true }).first().click();
  await page.locator('.tool-panel').waitFor();
  await page.goto(`${home}reports/${report?.id}/record/`);
  await page.locator('#cite').waitFor();

  await page.goto(`${home}search/`);
  await page.locator('[data-search-state="idle"]').waitFor();
  expect(await page.locator('.held').textContent()).toContain(`只检索存在本机的 ${own.length} 份报告`);
  const scan = plainScan(foldedTexts(own));
  const drawn = drawnPhrases(
    own.flatMap(({ paragraphs }) => paragraphs),
    90,
    25,
    20261126,
  );
  const phrases = drawn.filter((phrase) => !/[「」]/.test(phrase) && folded(phrase) !== '').slice(-100);
  expect(phrases.length).toBe(100);
  const expected = phrases.map((phrase) => {
    const counts = [...scan(phrase).values()];
    return [quotedPhrase(phrase), String(counts.length), String(counts.reduce((sum, count) => sum + count, 0))];
  });
  expect(await typedPhrases(page, phrases.map(quotedPhrase))).toEqual(expected);
  // From a place found to the report, marked.
  await page.goto(`${home}search/?q=工作`);
  await page.locator('[data-report] a').first().click();
  await page.locator('.steps').waitFor();
  expect(complaints).toEqual([]);
  // What is not kept leads to the list of what is.
  const other = reports.find(({ id }) => ![first, second].includes(id.slice(0, 2)));
  const response = await page.goto(`${home}reports/${other?.id}/`);
  expect(response?.status()).toBe(503);
  await page.getByRole('heading', { name: '离线阅读' }).waitFor();
});

test('a download that breaks off or is altered changes nothing, and goes on where it stopped', async ({
  host: { home, page, stop, start, fail, heal },
}) => {
  const [first = '', second = ''] = [...new Set(reports.map(({ id }) => id.slice(0, 2)))];
  const [one = ''] = ofProvince(first).map(({ id }) => id.slice(7, 11));
  await page.goto(`${home}offline/`);
  await shown(page);
  expect(await kept(page, first, (year) => year === Number(one))).toBe('已存好。');
  const before = await heldNames(page);
  expect(before).toEqual([`${first}/${one}`]);
  for (const [kind, words] of [
    ['broken', '网络中断'],
    ['altered', '与清单不符'],
  ] as const) {
    fail(new RegExp(`/reports/${second}.*/record/`), kind);
    expect(await kept(page, second)).toMatch(new RegExp(`^没有存成，原先所存的不变： .*${words}`));
    expect(await heldNames(page)).toEqual(before);
  }
  // Texts of the index come last, and are no less needed.
  fail(/search-index\/texts/, 'altered');
  expect(await kept(page, second)).toMatch(/^没有存成/);
  await stop();
  const own = ofProvince(first).filter(({ id }) => id.slice(7, 11) === one);
  await page.goto(`${home}search/?q=工作`);
  await page.locator('[data-search-state="done"]').waitFor();
  const found = plainScan(foldedTexts(own))('工作');
  expect(await page.locator('phrase-search').getAttribute('data-reports')).toBe(String(found.size));
  await start();
  heal();
  await page.goto(`${home}offline/`);
  await shown(page);
  expect(await kept(page, second)).toBe('已存好。');
  expect((await heldNames(page)).length).toBeGreaterThan(1);
});

test('what is removed frees its space, and the last takes the worker with it', async ({ host: { home, page } }) => {
  const [first = '', second = ''] = [...new Set(reports.map(({ id }) => id.slice(0, 2)))];
  await page.goto(`${home}offline/`);
  await shown(page);
  await kept(page, first);
  await kept(page, second);
  const size = (): Promise<number> =>
    page.evaluate<number>(`(async () => {
      let bytes = 0;
      for (const name of await caches.keys())
        for (const response of await (await caches.open(name)).matchAll()) bytes += (await response.blob()).size;
      return bytes;
    })()`);
  const both = await size();
  const remove = async (name: string, scope = page.locator('offline-packs')): Promise<void> => {
    await scope.getByRole('button', { name, exact: true }).first().click();
    await page.locator('offline-packs[data-packs-state="working"]').waitFor();
    await shown(page);
  };
  const names = await heldNames(page);
  for (const name of names.filter((held) => held?.startsWith(`${second}/`)))
    await remove('删去', page.locator(`[data-held-pack="${name}"]`));
  expect(await size()).toBeLessThan(both);
  expect(await heldNames(page)).toEqual(names.filter((held) => held?.startsWith(`${first}/`)));
  await remove('全部删去');
  expect(await page.evaluate(`Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])`)).toEqual([
    [],
    [],
  ]);
  await page.getByText('还没有存任何报告。').waitFor();
});
