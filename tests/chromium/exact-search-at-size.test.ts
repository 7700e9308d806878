import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { exactFiles, exactSearchInCache } from '../../src/build/exact-search.ts';
import { publishCopies } from '../../src/build/published-copies.ts';
import { reportFiles, soundReport } from '../../src/content-files/report-store.ts';
import { fileSeal } from '../../src/host/file-seal.ts';
import { type FileServer, fileServer } from '../../src/host/plain-host.ts';
import { renderedReport } from '../../src/render/rendered-report.ts';
import { folded } from '../../src/text/fold.ts';
import { runs } from '../runs.ts';
import { askedPhrases, quotedPhrase } from './asked-phrases.ts';
import { drawnPhrases } from './drawn-phrases.ts';
import { foldedTexts, plainScan, type ScannedReport, scannedHtml } from './plain-scan.ts';
import { siteTest as test } from './site-test.ts';

/** A synthetic archive, of 1,000 reports by `RUNS=1000`: the index is built from it, the scan reads what its pages would show. */
const count = runs(400);
const folder = mkdtempSync(join(tmpdir(), 'archive-thousand-'));
const content = join(folder, 'content');
const site = join(folder, 'site');

let server: FileServer;
let phrases: string[];
/** Folded paragraphs of every report, by id. */
let texts: Map<string, readonly string[]>;
/** For each phrase its reports with their counts, sorted, and the total, by a plain scan. */
let expected: (readonly [found: (readonly [string, number])[], times: number])[];

beforeAll(async () => {
  const parameters = ['scripts/synth.ts', '--reports', String(count), '--seed', '7', '--out', content];
  await promisify(execFile)(process.execPath, parameters);
  const cache = join(folder, 'cache');
  const held = reportFiles(content).map(
    (file) => [file, { digest: fileSeal(join(content, file)).sha256, redactions: 0 }] as const,
  );
  await exactSearchInCache(content, cache, new Map(held));
  for (const part of ['api', 'search', '_astro'])
    cpSync(join(inject('rootSite'), part), join(site, part), { recursive: true });
  cpSync(join(inject('rootSite'), '404.html'), join(site, 'index.html'));
  publishCopies(exactFiles(cache), join(site, 'search-index'));
  const reports = reportFiles(content).map((file): ScannedReport => {
    const { report, body } = soundReport(content, file);
    const title = report.titleBasis === 'text' ? report.title : null;
    const id = file.replace(/^reports\/\d\d\//, '').replace(/\.md$/, '');
    return { id, paragraphs: scannedHtml(`<article class="t">${renderedReport(report, body).html}</article>`, title) };
  });
  expect(reports.length).toBe(count);
  texts = foldedTexts(reports);
  const scan = plainScan(texts);
  const paragraphs = reports.flatMap((report) => report.paragraphs);
  phrases = drawnPhrases(paragraphs, 300, 60, 1000).filter((phrase) => !/[「」]/.test(phrase) && folded(phrase) !== '');
  expected = phrases.map((phrase) => {
    const found = [...scan(phrase)].sort();
    return [found, found.reduce((sum, [, times]) => sum + times, 0)];
  });
  server = await fileServer(site);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How often two phrases stand within a distance of each other in reports of a scope: the reports, the places. */
function plainNear(a: string, b: string, within: number, isInScope: (id: string) => boolean): [string, string] {
  let reports = 0;
  let occurrences = 0;
  for (const [id, paragraphs] of texts) {
    if (!isInScope(id)) continue;
    const found = new Set<string>();
    for (const [at, text] of paragraphs.entries())
      for (const { index: i } of text.matchAll(new RegExp(a, 'g')))
        for (const { index: j } of text.matchAll(new RegExp(b, 'g')))
          if ([...(i < j ? text.slice(i + a.length, j) : text.slice(j + b.length, i))].length <= within)
            found.add(`${at} ${i} ${a}`).add(`${at} ${j} ${b}`);
    if (found.size > 0) reports++;
    occurrences += found.size;
  }
  return [String(reports), String(occurrences)];
}

/** What is found by reading texts: no list of places tells of a regular expression. */
const expression = '/行政[^一]{0,5}复议/';

/** Where the expression's matches begin in reports of a scope: the reports, the places. */
function plainExpression(isInScope: (id: string) => boolean): [string, string] {
  const found = [...texts].flatMap(([id, paragraphs]) => {
    const places = paragraphs.flatMap((text) => [...text.matchAll(/行政(?=[^一]{0,5}复议)/gu)]).length;
    return isInScope(id) && places > 0 ? [places] : [];
  });
  return [String(found.length), String(found.reduce((sum, places) => sum + places, 0))];
}

/** What the page gives as totals, once it is neither searching nor reading. */
const totals = async (page: Page): Promise<(string | null)[]> => {
  const found = page.locator('phrase-search[data-search-state]:not([data-search-state="loading"])');
  await found.waitFor();
  return [
    await found.getAttribute('data-search-state'),
    await found.getAttribute('data-reports'),
    await found.getAttribute('data-occurrences'),
  ];
};

test('nearness on the page is counted to the end, within the scope and without one', async ({ openPage }) => {
  const { page } = await openPage({}, server);
  // The last province by id: all its reports come after hundreds of candidates outside it.
  const province = [...texts.keys()].sort().at(-1)?.slice(0, 2) ?? '';
  for (const [scope, isInScope] of [
    [`&region=${province}0000`, (id: string) => id.startsWith(province)],
    ['', () => true],
  ] as const) {
    const expected = plainNear('行政', '复议', 5, isInScope);
    expect(Number(expected[0])).toBeGreaterThan(3);
    await page.goto(`${server.home}search/?q=行政 ~5 复议${scope}`);
    expect(await totals(page)).toEqual(['done', ...expected]);
    expect(await page.getByText('没有写明份数的各项').count()).toBe(0);
  }
});

test('what hangs on texts is counted to the end, within the scope and without one', async ({ openPage }) => {
  const { page } = await openPage({}, server);
  const province = [...texts.keys()].sort().at(-1)?.slice(0, 2) ?? '';
  const inProvince = plainExpression((id) => id.startsWith(province));
  expect(Number(inProvince[0])).toBeGreaterThan(3);
  const query = `${server.home}search/?q=${encodeURIComponent(expression)}`;
  await page.goto(`${query}&region=${province}0000`);
  expect(await totals(page)).toEqual(['done', ...inProvince]);
  // Of provinces whose reports were not read no count is shown, and why is said.
  await page.getByText('没有写明份数的各项，尚未逐份核对。').waitFor();
  await page.goto(query);
  const everywhere = plainExpression(() => true);
  expect(Number(everywhere[0])).toBeGreaterThan(count / 4);
  expect(await totals(page)).toEqual(['done', ...everywhere]);
  const label = page.locator('.filters label', { has: page.locator(`input[value="${province}0000"]`) });
  expect(await label.textContent()).toContain(` ${inProvince[0]}/`);
  // Counts by role come from the same texts, with nothing left open, once they would be seen.
  await page
    .locator('.filters fieldset')
    .last()
    .evaluate((group) => group.scrollIntoView());
  await expect
    .poll(() => page.locator('.filters label:has(input[name="role"]) .soft').first().textContent())
    .toMatch(/^\d+\/\d+$/);
  expect(await page.getByText('没有写明份数的各项').count()).toBe(0);
});

test('what hangs on texts says how far it has come, and stopped it gives no total', async ({ openPage }) => {
  const { page } = await openPage({}, server);
  let isSlow = true;
  await page.route('**/search-index/texts-*', async (route) => {
    if (isSlow) await new Promise((over) => setTimeout(over, 400));
    await route.continue();
  });
  await page.goto(`${server.home}search/?q=${encodeURIComponent(expression)}`);
  await page.getByText(/共 [\d,]+ 份，已核对 (?!0 )\d+ 份/).waitFor();
  expect(await page.locator('phrase-search').getAttribute('data-search-state')).toBe('loading');
  expect(await page.locator('[data-report]').count()).toBe(0);
  await page.getByRole('button', { name: '停止核对' }).click();
  expect(await totals(page)).toEqual(['idle', null, null]);
  expect(await page.locator('.total').textContent()).toContain('这不是总数');
  expect(await page.locator('.charts, .download').count()).toBe(0);
  isSlow = false;
  await page.getByRole('button', { name: '继续核对' }).click();
  expect(await totals(page)).toEqual(['done', ...plainExpression(() => true)]);
  expect(await page.locator('.total').textContent()).not.toContain('这不是总数');
});

test('a long list is turned page by page, and the page stands in the address', async ({ openPage }) => {
  const { page } = await openPage({}, server);
  const holding = [...texts.values()].filter((own) => own.some((text) => text.includes('行政'))).length;
  const pages = Math.ceil(holding / 200);
  expect(pages).toBeGreaterThan(1);
  await page.goto(`${server.home}search/?q=行政`);
  await page.getByText(`第 1 页，共 ${pages} 页：第 1–200 份`).waitFor();
  const first = await page.locator('[data-report]').first().getAttribute('data-report');
  await page.getByRole('button', { name: '下一页' }).click();
  await page.waitForURL(/page=2/);
  await page.getByText(`第 2 页，共 ${pages} 页`).waitFor();
  expect(await page.locator('[data-report]').first().getAttribute('data-report')).not.toBe(first);
  await page.goBack();
  await page.getByText(`第 1 页，共 ${pages} 页`).waitFor();
  expect(await page.locator('[data-report]').first().getAttribute('data-report')).toBe(first);
});

test('collocates rest on a sample that is said, and on all when they are asked for', async ({ openPage }) => {
  const { page } = await openPage({}, server);
  await page.goto(`${server.home}search/?q=营商环境&tool=neighbours&texts=5&seed=3`);
  await page.locator('.basis', { hasText: '词串取自随机抽取的 5 份报告（种子 3）' }).waitFor();
  const count = (phrase: string): number =>
    [...texts.values()].flat().reduce((sum, text) => sum + text.split(phrase).length - 1, 0);
  const rows = await page
    .locator('.answer tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent)));
  expect(rows.length).toBeGreaterThan(0);
  for (const [text, occurrences] of rows)
    expect(Number(occurrences?.replaceAll(',', '')), text ?? '').toBe(count(`营商环境${text}`));
  await page.getByRole('combobox', { name: '依据' }).selectOption('0');
  await page.locator('.basis', { hasText: '依据全部' }).waitFor();
});

test('collocates that a sample named are counted at all places', async ({ openPage }) => {
  const { page } = await openPage({}, server);
  await page.goto(`${server.home}search/?q=营商环境&tool=collocates&texts=12&seed=3`);
  await page.locator('.basis', { hasText: '词串取自随机抽取的 12 份报告（种子 3），次数查自全部' }).waitFor();
  const places = (text: string, phrase: string): number[] => {
    const found: number[] = [];
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) found.push(at);
    return found;
  };
  /** How often a string stands within five characters of the phrase and touches it nowhere. */
  const together = (gram: string): number => {
    let sum = 0;
    for (const text of [...texts.values()].flat()) {
      const nodes = places(text, '营商环境');
      if (nodes.length === 0) continue;
      sum += places(text, gram).filter((at) => {
        const gaps = nodes.map((node) => (node < at ? at - node - 4 : node - at - gram.length));
        return gaps.every((gap) => gap >= 0) && gaps.some((gap) => gap + gram.length <= 5);
      }).length;
    }
    return sum;
  };
  const rows = await page
    .locator('.answer tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map(({ textContent }) => textContent)));
  expect(rows.length).toBeGreaterThan(2);
  for (const [gram, times] of rows) expect(Number(times?.replaceAll(',', '')), gram ?? '').toBe(together(gram ?? ''));
});

test('who comes back from a report finds the list as it was left', async ({ openPage }) => {
  const { page } = await openPage({ viewport: { width: 1440, height: 900 } }, server);
  await page.route('**/reports/*/*/*', (route) =>
    route.fulfill({ contentType: 'text/html;charset=utf-8', body: '<p>报告</p>' }),
  );
  await page.goto(`${server.home}search/?q=行政`);
  await page.locator('[data-search-state="done"]').waitFor();
  const rest = page.locator('.groups').getByRole('button', { name: /^其余/ }).first();
  await rest.scrollIntoViewIfNeeded();
  const opened = (await rest.locator('xpath=ancestor::li[@data-report]').getAttribute('data-report')) ?? '';
  await rest.click();
  await page.getByRole('button', { name: '再列出 20 份' }).click();
  for (const top of [1500, 3000, 4000]) {
    await page.evaluate((y) => scrollTo(0, y), top);
    await page.waitForLoadState('networkidle');
  }
  const links = page.locator(`[data-report="${opened}"] [data-occurrence]`);
  const shown = await links.count();
  const link = page.locator('[data-occurrence]:focus');
  await page.waitForFunction(() => {
    const links = [...document.querySelectorAll<HTMLElement>('.groups [data-occurrence]')];
    const link = links.find((one) => one.getBoundingClientRect().top > 300);
    link?.focus({ preventScroll: true });
    return link !== undefined;
  });
  const place = async () => ({
    address: await link.getAttribute('href'),
    top: (await link.boundingBox())?.y ?? Number.NaN,
    scrolled: await page.evaluate(() => scrollY),
  });
  const left = await place();
  await page.keyboard.press('Enter');
  await page.getByText('报告', { exact: true }).waitFor();
  await page.goBack();
  await link.waitFor();
  await page.waitForLoadState('networkidle');
  const found = await place();
  expect(found.address).toBe(left.address);
  expect(Math.abs(found.top - left.top)).toBeLessThanOrEqual(50);
  expect(Math.abs(found.scrolled - left.scrolled)).toBeLessThanOrEqual(50);
  expect(await page.locator('.groups > li').count()).toBe(40);
  await page.locator(`[data-report="${opened}"]`).scrollIntoViewIfNeeded();
  await expect.poll(() => links.count()).toBe(shown);
});

test.for([
  ['with Intl.Segmenter', false],
  ['without Intl.Segmenter', true],
] as const)(
  `at ${count} reports, %s, every drawn phrase has exactly the reports and counts of a plain scan`,
  async ([, isRemoved], { openPage }) => {
    const { page } = await openPage({}, server);
    if (isRemoved) await page.addInitScript('delete Intl.Segmenter');
    await page.goto(server.home);
    expect(phrases.length).toBeGreaterThan(320);
    expect(expected.filter(([, times]) => times === 0).length).toBeGreaterThanOrEqual(50);
    expect(await askedPhrases(page, phrases.map(quotedPhrase))).toEqual(expected);
  },
);
