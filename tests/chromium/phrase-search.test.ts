import { globSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { siteTest } from './site-test.ts';

const host = (page: Page) => page.locator('phrase-search');
const totals = async (page: Page): Promise<(string | null)[]> => [
  await host(page).getAttribute('data-search-state'),
  await host(page).getAttribute('data-reports'),
  await host(page).getAttribute('data-occurrences'),
];

const test = siteTest
  .extend('opened', ({ openPage }) => openPage({ viewport: { width: 1280, height: 900 } }))
  .extend('page', ({ opened }) => opened.page)
  .extend('search', ({ page, server }) => async (parameters: string): Promise<void> => {
    await page.goto(`${server.home}search/?${parameters}`);
    await page.locator('[data-search-state="done"], [data-search-state="error"]').waitFor();
  });

test('from the home page to the marked place in a report in two actions', async ({ page, server }) => {
  await page.goto(server.home);
  await page.getByRole('searchbox').fill('行政复议');
  await page.keyboard.press('Enter');
  await page.locator('[data-search-state="done"]').waitFor();
  expect(await totals(page)).toEqual(['done', '5', '36']);
  await page.locator('[data-report="140404/2024"] a[data-occurrence]').nth(2).click();
  await page.locator('mark[data-current]').waitFor();
  expect(page.url()).toContain('/reports/140404/2024/?q=');
  const marked = await page.locator('article mark').allTextContents();
  expect(marked).toEqual(Array.from({ length: 5 }, () => '行政复议'));
  expect(await page.getByRole('status').textContent()).toBe('第 3 处，共 5 处');
  await page.keyboard.press('n');
  expect(await page.getByRole('status').textContent()).toBe('第 4 处，共 5 处');
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  expect(await page.getByRole('status').textContent()).toBe('第 2 处，共 5 处');
  await page.keyboard.press('Escape');
  expect(await page.locator('article mark').count()).toBe(0);
  expect(await page.locator('article').textContent()).toContain('行政复议');
});

test('the page restores its whole state from the address', async ({ page, search }) => {
  await search(
    'q=行政复议&year=2023&year=2024&region=140000&issuer=government&sort=occurrences&view=lines&context=10&with=应诉',
  );
  expect(await totals(page)).toEqual(['done', '1', '8']);
  expect(await page.locator('select[name="sort"]').inputValue()).toBe('occurrences');
  expect(await page.locator('select[name="context"]').inputValue()).toBe('10');
  expect(
    await page.locator('.filters input:checked').evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value'))),
  ).toEqual(expect.arrayContaining(['2024', '2023', '140000', 'government']));
  expect(await page.locator('.legend li').allTextContents()).toEqual(['行政复议', '应诉']);
  const line = await page.locator('a[data-occurrence]').first();
  expect([...((await line.locator('.after').textContent()) ?? '')].length).toBeLessThanOrEqual(10);
});

test('a question in plain words is answered by paragraphs, each with its place, year and section', async ({
  page,
  search,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await search('q=执法人员不足怎么办&mode=ranked');
  const status = page.getByRole('status').first();
  expect(await status.textContent()).toMatch(
    /^\d 份报告说到所问的大部分字词。以下 \d 段最切题，一份报告取一段，不是全部出处。$/,
  );
  await page.getByText('也查了说法相近的：').waitFor();
  const hits = page.locator('phrase-search .list li');
  const first = hits.first();
  expect(await first.textContent()).toMatch(/20\d\d年度.*不足原因 · /);
  expect(await first.locator('mark').count()).toBeGreaterThan(0);
  const marked = await first.locator('mark').first().textContent();
  const address = (await first.getByRole('link').getAttribute('href')) ?? '';
  expect(address).toMatch(/^\/reports\/\d{6}\/.*#p-/);
  expect(asked.filter((one) => one.includes('/pagefind/'))).toEqual([]);
  await first.getByRole('link').click();
  await page.locator('article').waitFor();
  expect(await page.locator(':target').textContent()).toContain(marked);
});

test('of ranked search, filters confine it, what is nowhere is said, and what fails too', async ({ page, search }) => {
  await search('q=应诉&mode=ranked&region=140000');
  const hits = page.locator('phrase-search .list li');
  expect(await hits.count()).toBeGreaterThan(0);
  expect((await hits.allTextContents()).every((text) => text.startsWith('山西省'))).toBe(true);
  for (const nowhere of ['饕餮', '量子计算']) {
    await search(`q=${nowhere}&mode=ranked`);
    expect(await page.getByRole('status').first().textContent()).toContain('没有找到');
    expect(await hits.count()).toBe(0);
  }
  await page.route('**/search-index/**', (route) => route.fulfill({ status: 404 }));
  await search('q=应诉&mode=ranked&region=140000');
  expect(await host(page).getAttribute('data-search-state')).toBe('error');
});

test('Pagefind ranks whole reports when asked, where one of its bundles holds the scope', async ({ page, search }) => {
  await search('q=行政复议&mode=ranked');
  const other = page.getByRole('button', { name: '改由 Pagefind 排列整份报告' });
  await other.click();
  await page.getByRole('heading', { name: 'Pagefind 排列的报告' }).waitFor();
  expect(await page.locator('phrase-search .list li').count()).toBe(5);
  // Bundles as a large archive has them: five reports have but one.
  const bundle = { years: null, prefectures: null, reports: 5 };
  const bundles = [
    { ...bundle, folder: '14/', province: '140000' },
    { ...bundle, folder: '37/', province: '370000' },
  ];
  await page.route('**/pagefind/bundles.json', (route) => route.fulfill({ json: { version: 1, bundles } }));
  await search('q=出庭+应诉率&mode=ranked');
  await other.click();
  await page.getByText('请选定一个省份或年度').waitFor();
  expect(await page.locator('phrase-search .list li').count()).toBeGreaterThan(0);
  // A site that has none of them, as one of many reports, does not offer it.
  await page.route('**/search/?*', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    expect(html).toContain(' data-ranks-reports');
    await route.fulfill({ response, body: html.replace(' data-ranks-reports', '') });
  });
  await search('q=行政复议&mode=ranked');
  expect(await page.locator('phrase-search .list li').count()).toBeGreaterThan(0);
  expect(await other.count()).toBe(0);
});

test('filters combine, show their counts, keep the focus and stand in the address; back undoes them', async ({
  page,
  search,
}) => {
  await search('q=行政复议');
  const box = page.getByRole('checkbox', { name: /2024/ });
  expect(await page.locator('.filters label', { hasText: '2024' }).textContent()).toContain('3/3');
  await box.focus();
  await page.keyboard.press('Space');
  await page.waitForURL(/year=2024/);
  await page.locator('[data-search-state="done"]').waitFor();
  expect(await totals(page)).toEqual(['done', '3', '28']);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('2024');
  await page.getByRole('checkbox', { name: /山西省/ }).check();
  await page.waitForURL(/region=140000/);
  await page.locator('[data-search-state="done"]').waitFor();
  expect(await totals(page)).toEqual(['done', '2', '13']);
  await page.goBack();
  await page.goBack();
  await page.locator('[data-occurrences="36"]').waitFor();
});

test('only within sections of a role', async ({ page, search }) => {
  await search('q=执法力量&role=shortcomings');
  expect(await totals(page)).toEqual(['done', '1', '1']);
  expect(await page.locator('.total').textContent()).toMatch(/^在 5 份报告（[\d,]+ 字）中的 1 份出现 1 次。$/);
});

test('a report steps within the roles that were searched, and on request through all of it', async ({
  page,
  search,
}) => {
  await search('q=执法&role=shortcomings');
  const found = page.locator('[data-report]').first();
  const count = await found.getAttribute('data-occurrences');
  await found.locator('[data-occurrence]').first().click();
  await page.locator('mark[data-current]').waitFor();
  expect(new URL(page.url()).searchParams.getAll('role')).toEqual(['shortcomings']);
  const total = await page.locator('article mark').count();
  expect(Number(count)).toBeLessThan(total);
  const place = page.locator('.steps [role="status"]');
  expect(await place.textContent()).toBe(`第 1 处，本次检索 ${count} 处（全文 ${total} 处）`);
  await page.keyboard.press('p');
  expect(await place.textContent()).toBe(`第 ${count} 处，本次检索 ${count} 处（全文 ${total} 处）`);
  await page.getByRole('button', { name: `看全文 ${total} 处` }).click();
  expect(await place.textContent()).toMatch(new RegExp(`^第 \\d+ 处，共 ${total} 处$`));
  await page.getByRole('button', { name: `只看本次检索 ${count} 处` }).click();
  expect(await place.textContent()).toBe(`第 ${count} 处，本次检索 ${count} 处（全文 ${total} 处）`);
});

test.for([
  [1440, 900, 420],
  [375, 812, 520],
] as const)(
  'at %i × %i the first result stands above %i, with its full name, its marks whole, its button beside the text',
  async ([width, height, most], { page, search }) => {
    await page.setViewportSize({ width, height });
    await search('q=行政复议');
    const first = page.locator('.groups h2').first();
    expect((await first.boundingBox())?.y).toBeLessThanOrEqual(most);
    const name = await first.textContent();
    expect(name).toMatch(/^\S+[省市] \S+ .*年度/);
    await page.locator('a[data-occurrence]').first().waitFor();
    expect(await first.textContent()).toBe(name);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const passage = page.locator('.passage').first();
    const rows = await passage.locator('mark').evaluateAll((marks) => marks.map((one) => one.getClientRects().length));
    expect(rows).toEqual(rows.map(() => 1));
    const far = await passage.evaluate((element) => {
      const ends = [...(element.querySelector('a:last-of-type')?.getClientRects() ?? [])].at(-1);
      const button = element.querySelector('button')?.getBoundingClientRect();
      return ends && button ? Math.min(Math.abs(button.left - ends.right), Math.abs(button.top - ends.bottom)) : null;
    });
    expect(far).toBeLessThan(24);
  },
);

test('a paragraph is one block with all its places marked; lines are the other view', async ({ page, search }) => {
  await search('q=行政复议&region=140404');
  const marked = page.locator('[data-report="140404/2024"] .passage mark');
  await marked.first().waitFor();
  expect(await marked.allTextContents()).toEqual(Array.from({ length: 5 }, () => '行政复议'));
  const blocks = await page.locator('.passage').count();
  expect(blocks).toBeLessThan(5);
  await page.getByRole('combobox', { name: '显示方式' }).selectOption('按行');
  await page.waitForURL(/view=lines/);
  await page.locator('.kwic').nth(4).waitFor();
});

test('of a phrase that stands nowhere the parts that do occur are offered, with their counts', async ({
  page,
  search,
}) => {
  await search('q=行政复议量子');
  expect(await totals(page)).toEqual(['done', '0', '0']);
  const parts = page.locator('.hints button');
  await parts.first().waitFor();
  const names = await parts.allTextContents();
  for (const name of names) expect(name).toMatch(/^\p{sc=Han}{2,}（\d+ 份）$/u);
  await parts.first().click();
  await page.locator('[data-report]').first().waitFor();
  // And what the field also calls it.
  await search('q=互联网%2B政务服务');
  expect(await totals(page)).toEqual(['done', '0', '0']);
  await page.getByText('相近的说法：').waitFor();
  await page.getByRole('button', { name: '一网通办（1 份）' }).click();
  await page.locator('[data-report]').first().waitFor();
  // Never single characters of it.
  await search('q=量子计算');
  expect(await totals(page)).toEqual(['done', '0', '0']);
  expect(await page.locator('phrase-search :is([data-report], .list li)').count()).toBe(0);
  expect((await page.locator('.hints button').allTextContents()).filter((name) => /^\p{sc=Han}（/u.test(name))).toEqual(
    [],
  );
});

test('the place and the year that a query names are offered as what confines it, alone as their pages', async ({
  page,
  search,
}) => {
  await search('q=博山区2022+执法');
  await page.getByRole('button', { name: '改在山东省 淄博市 博山区 2022 年度的报告里查“执法”' }).click();
  await page.waitForURL((url) => url.search.includes('region=370304') && url.search.includes('year=2022'));
  await page.locator('[data-search-state="done"][data-reports="1"]').waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('执法');
  await expect.poll(() => page.getByRole('searchbox').first().inputValue()).toBe('执法');
  await search('q=博山区 2022');
  expect(await page.locator('.hints .pages a').first().getAttribute('href')).toMatch(/\/reports\/370304\/2022\/$/);
});

test('a chart says in a sentence what it shows, and how many reports each year rests on', async ({ page, search }) => {
  await search('q=执法力量');
  await page.getByText('统计与比较').click();
  await page.getByText(/^“执法力量”见于 5 份报告中的 \d+ 份/).waitFor();
  expect(await page.locator('figure figcaption').first().textContent()).toContain('“执法力量”');
  expect(await page.locator('figure svg .n').first().textContent()).toMatch(/^n=\d+$/);
});

test('a search names its page, is kept on the device and erased there; the query is printed', async ({
  page,
  search,
  server,
}) => {
  await search('q=行政复议&region=140000');
  expect(await page.title()).toMatch(/^“行政复议” · 山西省 · 检索 · /);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.asked').isVisible()).toBe(true);
  expect(await page.locator('.asked').textContent()).toBe('“行政复议” · 山西省');
  expect(await page.locator('.filters').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`${server.home}search/`);
  await page.getByRole('button', { name: '行政复议' }).waitFor();
  await page.getByRole('button', { name: '清除记录' }).click();
  await page.reload();
  await page.getByRole('checkbox').first().waitFor();
  expect(await page.getByRole('button', { name: '行政复议' }).count()).toBe(0);
});

test('lines are put in the order of what follows', async ({ page, search }) => {
  await search('q=行政复议&sort=after');
  await page.locator('a[data-occurrence]').nth(35).waitFor();
  const after = await page.locator('a[data-occurrence] .after').allTextContents();
  expect(after).toEqual([...after].sort());
});

test('a phrase that stands nowhere gets ranked results when they are asked for, named as such', async ({
  page,
  search,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await search('q=行政复议与调解人员');
  expect(await totals(page)).toEqual(['done', '0', '0']);
  await page.getByRole('button', { name: '改按相关程度检索这些字词' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((address) => address.includes('/pagefind/'))).toEqual([]);
  await page.getByRole('button', { name: '改按相关程度检索这些字词' }).click();
  await page.getByRole('heading', { name: '按相关程度检索到的段落' }).waitFor();
  await page.getByRole('radio', { name: '按相关程度' }).check();
  await page.waitForURL(/mode=ranked/);
  await page.getByText(/份报告说到所问的大部分字词/).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('行政复议与调解人员');
});

test.for([
  ['q=行政复议&region=14', /“region=14”读不懂/],
  ['q=行政复议&region=149999', /没有代码为“149999”的地区/],
  ['q=行政复议&year=2023-2021', /“year=2023-2021”读不懂/],
  ['q=行政复议&years=2023', /没有“years”这一项，是不是“year”/],
] as const)(
  '%s is refused with a sentence, without a total in its place',
  async ([address, sentence], { page, search }) => {
    await search(address);
    expect(await totals(page)).toEqual(['error', null, null]);
    expect(await page.locator('.total').textContent()).toBe('没有检索：地址里有读不懂的条件。');
    await page.getByText(sentence).waitFor();
    await page.getByRole('button', { name: '只按读得懂的检索' }).click();
    await page.locator('[data-occurrences="36"]').waitFor();
    expect(decodeURIComponent(new URL(page.url()).search)).toBe('?q=行政复议');
  },
);

test('what a messenger adds to an address is no condition; a county bears its name', async ({ page, search }) => {
  await search('q=行政复议&region=140404&utm_source=x&from=timeline');
  expect(await totals(page)).toEqual(['done', '1', '5']);
  const label = page.locator('.filters label', { hasText: '上党区' });
  expect(await label.textContent()).toBe(' 山西省 长治市 上党区 1/1');
});

test('what else may be meant is offered beside the literal answer', async ({ page, search }) => {
  await search('q=复议 OR 诉讼');
  expect(await totals(page)).toEqual(['done', '0', '0']);
  await page.getByRole('button', { name: '改查 复议 | 诉讼' }).click();
  await page.waitForURL(/%7C/);
  await search('q=著力');
  expect(await totals(page)).toEqual(['done', '0', '0']);
  await page.getByText(/文库中另有写作“着力”的，见于 \d 份，出现 9 次。/).waitFor();
  await page.getByRole('button', { name: '改查 着力' }).click();
  await page.locator('[data-occurrences="9"]').waitFor();
});

test('a pattern says how its signs were read; its places are counted, sorted and marked in the report', async ({
  page,
  search,
}) => {
  await search('q=行政？议&sort=after');
  expect(await totals(page)).toEqual(['done', '5', '51']);
  await page.getByText('“？”按任意一字检索；要照字面检索，请加引号。').waitFor();
  await page.locator('.kwic').nth(50).waitFor();
  const lines = await page.locator('.kwic mark').allTextContents();
  expect(lines.length).toBe(51);
  expect(lines.every((line) => /^行政.议$/.test(line))).toBe(true);
  await page.getByRole('button', { name: '改查 “行政？议”' }).click();
  await page.waitForURL(/%E2%80%9C/);
  await page.locator('[data-search-state="done"][data-occurrences="0"]').waitFor();
  await search('q=行政？议&region=140404');
  await page.locator('[data-report="140404/2024"] a[data-occurrence]').nth(2).click();
  await page.locator('mark[data-current]').waitFor();
  expect(await page.locator('article mark').count()).toBe(9);
  expect(await page.getByRole('status').textContent()).toBe('第 3 处，共 9 处');
  await search('q=/行政(复议|诉讼)案/');
  expect(await totals(page)).toEqual(['done', '2', '5']);
  await search('q=复议 ~p 调解');
  expect(await totals(page)).toEqual(['done', '4', '47']);
});

test('counts by role are read when they would be seen', async ({ page, search }) => {
  const asked: string[] = [];
  await page.setViewportSize({ width: 375, height: 800 });
  page.on('request', (request) => asked.push(request.url()));
  await search('q=行政复议');
  await page.locator('a[data-occurrence]').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((address) => address.includes('/roles-'))).toEqual([]);
  await page.getByText('限定范围').first().click();
  await page
    .locator('.filters fieldset')
    .last()
    .evaluate((group) => group.scrollIntoView());
  await page
    .locator('.filters label', { hasText: '举措成效' })
    .getByText(/^\d\/\d$/)
    .waitFor();
});

test.for([
  ['-信访', '只写了不要的词'],
  ['复议 |', '后面要有一个词'],
  ['\u200b', '没有可查的字'],
])('the malformed query %j gets a sentence', async ([query, sentence], { page, search }) => {
  await search(new URLSearchParams({ q: query ?? '' }).toString());
  expect(await totals(page)).toEqual(['error', null, null]);
  expect(await page.locator('.total').textContent()).toContain(sentence);
});

test.for(['😀', '“', '「', '(.*)+[', '\\', '字'.repeat(1000), '\ud800', '<img src=x onerror=alert(1)>', '%', '&amp;'])(
  'the query %j harms nothing',
  async (query, { page, search }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await search(new URLSearchParams({ q: query }).toString());
    expect(await host(page).getAttribute('data-search-state')).toBe('done');
    expect(errors).toEqual([]);
  },
);

describe('a broken index never gives a wrong total', () => {
  const cases: readonly (readonly [
    string,
    RegExp,
    { status?: number; contentType?: string; body?: string | Buffer },
  ])[] = [
    ['a missing start file', /start\.json/, { status: 404, body: '' }],
    [
      'an HTML page in the place of the start file',
      /start\.json/,
      { contentType: 'text/html', body: '<!doctype html><p>错误' },
    ],
    ['missing blocks', /blocks-/, { status: 404, contentType: 'text/html', body: '<!doctype html><p>没有' }],
    [
      'an HTML page in the place of blocks',
      /blocks-/,
      { contentType: 'text/html', body: '<!doctype html>'.repeat(3000) },
    ],
    ['truncated blocks', /blocks-/, { body: Buffer.alloc(10) }],
    ['blocks of zeros', /blocks-/, { body: Buffer.alloc(40_000) }],
    ['a server error', /blocks-/, { status: 500, body: '' }],
  ];
  test.for(cases)('%s', async ([, file, answer], { page, search }) => {
    await page.route(file, (route) => route.fulfill(answer));
    await search('q=行政复议');
    expect(await totals(page)).toEqual(['error', null, null]);
    expect((await page.locator('.total').textContent())?.length).toBeGreaterThan(10);
    expect(await page.locator('[data-report]').count()).toBe(0);
    await page.unroute(file);
    await page.getByRole('button', { name: '重试' }).click();
    await page.locator('[data-search-state="done"]').waitFor();
    expect(await totals(page)).toEqual(['done', '5', '36']);
  });

  test('a network that is cut', async ({ page, search }) => {
    await page.route(/search-index/, (route) => route.abort());
    await search('q=行政复议');
    expect(await totals(page)).toEqual(['error', null, null]);
  });
});

test('what was found is saved: all places, the reports, the figures, and what was asked', async ({ page, search }) => {
  await search('q=行政复议');
  const saved = async (button: RegExp): Promise<{ name: string; text: string }> => {
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const download = await saving;
    return { name: download.suggestedFilename(), text: readFileSync((await download.path()) ?? '', 'utf8') };
  };
  await page.getByText('下载与选项').click();
  await page.getByRole('button', { name: /^下载 CSV（须读取约 \d+ kB）$/ }).waitFor();
  const csv = await saved(/^下载 CSV/);
  expect(csv.name).toMatch(/^检索-行政复议-\d{4}-\d\d-\d\d\.csv$/);
  const rows = csv.text.trimEnd().split('\r\n');
  expect(rows[0]).toMatch(/^\ufeff报告,地区代码,.*,制发机关,机关类别,标题,发布日期,部分,/);
  expect(rows).toHaveLength(1 + 36);
  expect(csv.text).toContain('140404/2024,140404,山西省 长治市 上党区,2024,');
  const notes = await saved(/^下载说明/);
  expect(notes.text).toContain('检索式：行政复议');
  expect(notes.text).toContain('出现（次）：36');
  const reports = await saved(/^下载报告清单/);
  expect(reports.text.trim().split('\r\n')).toHaveLength(1 + 5);
  await page.keyboard.press('Escape');
  await page.getByText('统计与比较').click();
  const counts = await saved(/^下载这些数字/);
  expect(counts.text).toContain('行政复议,年度,2024,3,3,');
});

test('a download that is stopped saves nothing and says how far it came', async ({ page, search }) => {
  await search('q=行政复议');
  await page.locator('a[data-occurrence]').first().waitFor();
  const saved: unknown[] = [];
  page.on('download', (download) => saved.push(download));
  await page.route(/\/reports\.json$/, () => {});
  await page.getByText('下载与选项').click();
  await page.getByRole('button', { name: /^下载 JSON/ }).click();
  await page.getByText('正在读取：5/5 份').waitFor();
  await page.getByRole('button', { name: '停止' }).click();
  await page.getByText('已停止：5 份中读了 5 份，没有保存。').waitFor();
  await page.unroute(/\/reports\.json$/);
  expect(saved).toEqual([]);
});

test('nothing is searched in the middle of a composition', async ({ page, search }) => {
  await page.clock.install();
  await search('q=行政');
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.locator('phrase-search input[type="search"]').evaluate((input) => {
    if (!(input instanceof HTMLInputElement)) return;
    input.value = 'xingzheng';
    input.dispatchEvent(new InputEvent('input', { isComposing: true }));
  });
  // Longer than any pause after typing.
  await page.clock.runFor(10_000);
  expect(page.url()).not.toContain('xingzheng');
  expect(asked).toEqual([]);
  await page.locator('phrase-search input[type="search"]').dispatchEvent('compositionend');
  await page.clock.runFor(10_000);
  await page.waitForURL(/xingzheng/);
});

test('under a sub-path the same answers come', async ({ page, subPathServer }) => {
  await page.goto(`${subPathServer.home}search/?q=行政复议`);
  await page.locator('[data-search-state="done"]').waitFor();
  expect(await totals(page)).toEqual(['done', '5', '36']);
  await page.locator('a[data-occurrence]').first().click();
  await page.locator('mark[data-current]').waitFor();
});

test('under a sub-path, its excerpts bundled in few files, ranked search answers', async ({ page, subPathServer }) => {
  const site = inject('subPathSite');
  expect(globSync('pagefind/fragment/**/*.pf_fragment*', { cwd: site }).length).toBeLessThanOrEqual(2);
  await page.goto(`${subPathServer.home}search/?q=行政复议&mode=ranked`);
  await page.locator('[data-search-state="done"]').waitFor();
  await page.getByRole('button', { name: '改由 Pagefind 排列整份报告' }).click();
  await page.getByRole('heading', { name: 'Pagefind 排列的报告' }).waitFor();
  const hits = page.locator('phrase-search .list li a');
  expect(await hits.count()).toBe(5);
  const addresses = await hits.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.every((address) => address.startsWith('/archive/reports/'))).toBe(true);
  expect(await page.locator('phrase-search .list mark').count()).toBeGreaterThan(4);
});

test.for(['light', 'dark'] as const)(
  'axe finds nothing on results, charts and tables in %s',
  async (colorScheme, { page, search, opened }) => {
    await page.emulateMedia({ colorScheme });
    await search('q=行政复议&with=应诉');
    await page.locator('a[data-occurrence]').first().waitFor();
    await page.locator('phrase-search details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '');
    });
    expect(await opened.violations()).toEqual([]);
  },
);
