import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, expect, inject } from 'vitest';
import { writeEdition } from '../../src/build/edition/edition-writing.ts';
import { writeEditionZip } from '../../src/build/edition/edition-zip.ts';
import { folded } from '../../src/text/fold.ts';
import { quotedPhrase } from './asked-phrases.ts';
import { drawnPhrases } from './drawn-phrases.ts';
import { foldedTexts, plainScan, scannedReports } from './plain-scan.ts';
import { siteTest } from './site-test.ts';
import { typedPhrases } from './typed-phrases.ts';

const folder = await mkdtemp(join(tmpdir(), 'archive-editions-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The five reports, pages each in its file; and a small invented archive, reports' pages in packs. */
const editions = [
  { name: 'pages', isPacked: false, site: inject('rootSite') },
  { name: 'packs', isPacked: true, site: inject('smallArchive').out },
] as const;
const folderOf = (name: string): string => join(folder, name);

for (const { name, isPacked, site } of editions)
  await writeEdition({
    ...{ site, isPacked, out: folderOf(name), hasCaptures: !isPacked },
    ...{ scope: '全库', day: '2026-11-25' },
  });

/** Opens a page of an edition from its folder and notes what goes wrong, requests out of the folder among it. */
const test = siteTest.extend('openFile', ({ browser }, { onCleanup }) => {
  const contexts: { close(): Promise<void> }[] = [];
  onCleanup(async () => {
    for (const context of contexts) await context.close();
  });
  return async (name: string, path: string) => {
    const context = await browser.newContext();
    contexts.push(context);
    const page = await context.newPage();
    const home = `${pathToFileURL(folderOf(name)).href}/`;
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('requestfailed', (request) => {
      // Who goes on to another page waits for nothing of the last.
      const { errorText = '' } = request.failure() ?? {};
      if (errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()} ${errorText}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(home) && !/^(?:data|blob):/.test(request.url()))
        complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(home + path);
    return { page, complaints, home };
  };
});

test.for(editions)(
  '$name: 100 of 100 phrases have exactly the counts of a plain scan',
  async ({ name, site }, { openFile }) => {
    const reports = scannedReports(site);
    const scan = plainScan(foldedTexts(reports));
    const texts = reports.flatMap(({ paragraphs }) => paragraphs);
    const phrases = drawnPhrases(texts, 90, 25, 20261125)
      .filter((phrase) => !/[「」]/.test(phrase) && folded(phrase) !== '')
      .slice(-100);
    expect(phrases.length).toBe(100);
    const { page, complaints } = await openFile(name, 'search/index.html');
    await page.locator('[data-search-state="idle"]').waitFor();
    const expected = phrases.map((phrase) => {
      const counts = [...scan(phrase).values()];
      return [quotedPhrase(phrase), String(counts.length), String(counts.reduce((sum, count) => sum + count, 0))];
    });
    expect(await typedPhrases(page, phrases.map(quotedPhrase))).toEqual(expected);
    expect(complaints).toEqual([]);
  },
);

test('an edition of pages is read, browsed, searched, compared, cited and set without a server', async ({
  openFile,
}) => {
  const { page, complaints, home } = await openFile('pages', 'index.html');
  expect(await page.getByRole('note').textContent()).toContain('文件版：全库，5 份报告，2026-11-25 制成。');
  // Browsed to a report.
  await page.getByRole('link', { name: '地区', exact: true }).first().click();
  await page
    .getByRole('link', { name: /山西省/ })
    .first()
    .click();
  await page.getByRole('link', { name: '上党区' }).first().click();
  expect(page.url()).toBe(`${home}regions/140404/index.html`);
  await page.getByRole('link', { name: '2024' }).first().click();
  await page.locator('article.t').waitFor();
  expect(page.url()).toBe(`${home}reports/140404/2024/index.html`);
  // Searched from the header, and followed to the marked place.
  await page.locator('header [name=q]').fill('行政复议');
  await page.locator('header [name=q]').press('Enter');
  await page.locator('[data-search-state="done"]').waitFor();
  await page.locator('[data-report="140404/2024"] a').first().click();
  await page.locator('.steps').waitFor();
  expect(await page.locator('mark[data-current]').textContent()).toBe('行政复议');
  // Tools of the bar, one of which reads the page back, one the record page and the capture.
  await page.locator('article').hover();
  for (const [button, heading] of [
    ['查找', '查找'],
    ['术语', '术语'],
    ['原件', '原件'],
    ['保存', '保存'],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).first().click();
    await page.locator('.tool-panel', { hasText: heading }).waitFor();
    await page.keyboard.press('Escape');
  }
  // In English, and back.
  await page.locator('footer a[lang], #menu a[lang]').first().dispatchEvent('click');
  await page.locator('html[data-words="en"]').waitFor();
  await page.getByText('Edition in files: ').waitFor();
  await page.locator('footer a[lang], #menu a[lang]').first().dispatchEvent('click');
  // Compared and cited.
  await page.goto(`${home}compare/index.html?a=140404/2024&b=120102/2024-justice-bureau`);
  await page.locator('[data-compare-state="done"]').waitFor();
  await page.goto(`${home}cite/index.html?id=341824/2023`);
  await page.locator('section:has(h2:text-is("GB/T 7714—2015")) pre').waitFor();
  // The finder opens a place's page.
  await page.goto(`${home}regions/index.html`);
  await page.locator('region-finder input').fill('绩溪');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${home}regions/341824/index.html`);
  await page.goto(`${home}reading/index.html`);
  await page.locator('reading-settings input').first().waitFor();
  expect(complaints).toEqual([]);
});

test('an edition of packs draws reports, with marks, tools and places of their own', async ({ openFile }) => {
  const { page, complaints, home } = await openFile('packs', 'search/index.html?q=工作');
  await page.locator('[data-search-state="done"]').waitFor();
  const link = page.locator('[data-report] a').first();
  await link.click();
  await page.locator('.steps').waitFor();
  expect(page.url()).toContain(`${home}reports/index.html?page=`);
  await page.keyboard.press('Escape');
  const drawn = new URL(page.url());
  expect([...drawn.searchParams.keys()]).toEqual(['page']);
  const id = drawn.searchParams.get('page')?.replace(/^reports\/|\/$/g, '') ?? '';
  const built = scannedReports(inject('smallArchive').out).find((report) => report.id === id);
  const texts = await page.locator('article.t :is(h2, h3, h4, h5, h6, p, td, th)').allTextContents();
  expect(texts.length).toBe(built?.paragraphs.filter((text, at) => at > 0 || texts[0] === text).length);
  // What is beside a report, and the way on from it.
  await page.locator('article').hover();
  await page.getByRole('button', { name: '引用', exact: true }).first().click();
  await page.locator('.tool-panel').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '校记与著录' }).first().click();
  await page.locator('#cite').waitFor();
  expect(page.url()).toContain('/record/');
  await page.locator('.crumb a[href*="regions/"]').last().click();
  expect(page.url()).toMatch(/\/regions\/\d+\/index\.html$/);
  expect(complaints).toEqual([]);
});

test('a file that is missing or cut off is told, and never a total', async ({ openFile }) => {
  const edition = folderOf('packs');
  const [report = ''] = globSync('packs/1*.js', { cwd: edition });
  const [blocks = ''] = globSync('search-index/blocks-*.js', { cwd: edition });
  const kept = new Map([report, blocks].map((name) => [name, readFileSync(join(edition, name))]));
  const state = async (): Promise<unknown[]> => {
    const { page } = await openFile('packs', 'search/index.html?q=工作报告');
    const search = page.locator('phrase-search:is([data-search-state="error"], [data-search-state="done"])');
    await search.waitFor();
    const attributes = [await search.getAttribute('data-search-state'), await search.getAttribute('data-reports')];
    return [...attributes, await page.locator('.total').textContent()];
  };
  writeFileSync(join(edition, blocks), kept.get(blocks)?.subarray(0, 2000) ?? '');
  expect(await state()).toEqual(['error', null, expect.stringContaining('不完整或已损坏')]);
  rmSync(join(edition, blocks));
  expect(await state()).toEqual(['error', null, expect.stringContaining('缺少文件')]);
  writeFileSync(join(edition, blocks), kept.get(blocks) ?? '');
  expect((await state())[0]).toBe('done');
  rmSync(join(edition, report));
  const id = scannedReports(inject('smallArchive').out).find(({ id }) => report.includes(`/${id.slice(0, 4)}`))?.id;
  const { page } = await openFile('packs', `reports/index.html?page=reports/${id}/`);
  await page.getByText('本版里没有这一页，或文件已损坏。').waitFor();
});

test.for(editions)('$name: every link leads to a file of the edition', ({ name }) => {
  const edition = folderOf(name);
  const files = new Set(globSync('**', { cwd: edition }).map((file) => file.replaceAll('\\', '/')));
  const broken: string[] = [];
  for (const file of files) {
    // Pages of places without reports are alike.
    if (!file.endsWith('.html') || (/^(?:regions|coverage)\/\d/.test(file) && !/\/(?:14|34)/.test(file))) continue;
    for (const [, address = ''] of readFileSync(join(edition, file), 'utf8').matchAll(
      /\s(?:href|src|action)="([^"]*)"/g,
    )) {
      if (/^(?:https?:|mailto:|#)/.test(address)) continue;
      const path = join(file, '..', decodeURI(address.replace(/[?#].*$/s, '')));
      if (!files.has(path)) broken.push(`${file}: ${address}`);
    }
  }
  expect(broken).toEqual([]);
});

test('an edition is one ZIP file, the same each time', async () => {
  const edition = folderOf('packs');
  const [one, other] = [join(folder, 'one.zip'), join(folder, 'other.zip')];
  await writeEditionZip(edition, one);
  await writeEditionZip(edition, other);
  const bytes = readFileSync(one);
  expect(bytes.equals(readFileSync(other))).toBe(true);
  const held = Object.entries(unzipSync(bytes, { filter: ({ name }) => /\/(?:index\.html|edition\.js)$/.test(name) }));
  expect(held.length).toBeGreaterThan(2);
  for (const [name, content] of held) expect(Buffer.from(content).equals(readFileSync(join(folder, name)))).toBe(true);
});
