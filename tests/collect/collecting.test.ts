import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { capturesFolder, journalFile, warcFile } from '../../src/collect/collected-files.ts';
import { type CollectingOrder, type CollectingResult, collecting } from '../../src/collect/collecting.ts';
import { journalReading, type Visit, type Wanted } from '../../src/collect/journal.ts';
import { listPage, reportPage, type ServedSite, servedSite } from './served-site.ts';

let folder = '';
const sites: ServedSite[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'collecting-'));
});
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
  rmSync(folder, { recursive: true });
});

async function served(pages: Parameters<typeof servedSite>[0]): Promise<ServedSite> {
  const site = await servedSite(pages);
  sites.push(site);
  return site;
}

const title = (year: number): string => `某县${year}年法治政府建设情况报告`;

function order({ address }: ServedSite, more: Partial<CollectingOrder> = {}): CollectingOrder {
  const column = `${address}/list/`;
  const seed: Wanted = { address: column, why: 'column', column, from: null, text: '', depth: 0 };
  return {
    ...{ folder, seeds: [seed], isRecheck: false, sitesAtOnce: 2, limits: { mostOfSite: 50, year: null } },
    manners: { userAgent: 'Trial/1.0 (+a@b.c)', pause: 2, retries: 1 },
    ...more,
  };
}

const outcomesOf = ({ visits }: { visits: readonly Visit[] }): string[] =>
  visits.map(({ asked, outcome }) => `${outcome} ${new URL(asked.address).pathname}`);
const captures = (): string[] => readdirSync(capturesFolder(folder)).sort();

/** A column of so many reports. */
const column = (years: readonly number[]): Record<string, string> => ({
  '/list/': listPage(...years.map((year) => [`${year}.html`, title(year)] as const)),
  ...Object.fromEntries(years.map((year) => [`/list/${year}.html`, reportPage(title(year))])),
});

test('a column is walked, bodies are kept as they came, unchanged ones are not sent again', async () => {
  const site = await served(column([2022, 2023]));
  site.pages.set('/list/2022.html', ({ headers }) =>
    headers['if-none-match'] === '"a"' ? { status: 304 } : { headers: { etag: '"a"' }, body: reportPage(title(2022)) },
  );
  const first = await collecting(order(site)).result;
  expect(outcomesOf(first)).toEqual(['kept /list/', 'kept /list/2022.html', 'kept /list/2023.html']);
  const file = first.visits[2]?.file ?? '';
  expect(readFileSync(join(capturesFolder(folder), file), 'utf8')).toBe(reportPage(title(2023)));
  site.pages.set('/list/2023.html', { body: reportPage(title(2023), '改') });
  const second = await collecting(order(site)).result;
  expect(outcomesOf(second)).toEqual(['kept /list/', 'same /list/2022.html', 'kept /list/2023.html']);
  expect(captures().length).toBe(3);
  expect(captures()).toContain(file);
});

test('the first question is for the rules, and they are kept to', async () => {
  const site = await served({ ...column([2022, 2023]), '/robots.txt': 'User-agent: *\nDisallow: /list/2022' });
  const result = await collecting(order(site)).result;
  expect(outcomesOf(result)).toEqual(['kept /list/', 'forbidden /list/2022.html', 'kept /list/2023.html']);
  expect(site.seen.map(({ path }) => path)).toEqual(['/robots.txt', '/list/', '/list/2023.html']);
});

test.for([
  ['rules that are a page are none', { body: '<html>首页</html>' }, 'kept'],
  ['rules that are not there are none', { status: 404 }, 'kept'],
  ['rules that the site cannot give forbid all', { status: 500 }, 'forbidden'],
] as const)('%s', async ([, rules, outcome]) => {
  const site = await served(column([]));
  site.pages.set('/robots.txt', rules);
  expect((await collecting(order(site)).result).visits[0]?.outcome).toBe(outcome);
});

test('the pause that the rules ask for outweighs a shorter one', async () => {
  const site = await served({ ...column([2022]), '/robots.txt': 'User-agent: *\nCrawl-delay: 0.1' });
  await collecting(order(site)).result;
  const gaps = site.seen.slice(1).map(({ at }, index) => at - (site.seen[index]?.at ?? 0));
  expect(gaps.length).toBe(2);
  for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(95);
});

test('a passing failure is asked again after the time that was named, and its answer is kept too', async () => {
  const site = await served(column([2022]));
  let count = 0;
  site.pages.set('/list/2022.html', () =>
    count++ === 0 ? { status: 503, headers: { 'retry-after': '0' } } : { body: reportPage(title(2022)) },
  );
  const { visits } = await collecting(order(site)).result;
  expect(visits[1]?.outcome).toBe('kept');
});

test.for([
  ['refusals', { status: 403 }, ['refused', 'refused', 'refused', 'failed', 'failed']],
  [
    'a wish for an hour',
    { status: 429, headers: { 'retry-after': '3600' } },
    ['refused', 'failed', 'failed', 'failed', 'failed'],
  ],
] as const)('%s end the questions of this run', async ([, page, outcomes]) => {
  const site = await served(column([2019, 2020, 2021, 2022, 2023]));
  for (const path of site.pages.keys()) if (path !== '/list/') site.pages.set(path, page);
  const { visits } = await collecting(order(site, { manners: { userAgent: 'T/1', pause: 1, retries: 0 } })).result;
  const asked = outcomes.filter((outcome) => outcome === 'refused').length;
  expect(site.seen.length).toBeLessThanOrEqual(2 + 3);
  expect(visits.slice(1).filter(({ outcome }) => outcome === 'failed').length).toBeGreaterThanOrEqual(2);
  expect(asked).toBeGreaterThan(0);
});

test('another site is not asked, a page that is gone or wants a password is no capture', async () => {
  const foreign = await served({ '/': reportPage(title(2021)) });
  const site = await served(column([2019, 2020, 2021, 2022]));
  site.pages.set('/list/2019.html', { status: 302, headers: { location: `${foreign.address}/` } });
  site.pages.set('/list/2020.html', { body: '<html><body>您访问的页面不存在</body></html>' });
  site.pages.set('/list/2021.html', { body: '<html><body>用户登录<input type="password"></body></html>' });
  site.pages.set('/list/2022.html', { headers: { 'content-type': 'application/pdf' }, body: 'GIF89a' });
  const { visits } = await collecting(order(site)).result;
  expect(visits.slice(1).map(({ outcome }) => outcome)).toEqual(['moved', 'gone', 'refused', 'unfit']);
  expect(foreign.seen).toEqual([]);
});

test('limits leave over what they do; a year passes over what names others', async () => {
  const site = await served(column([2021, 2022, 2023]));
  const limited = await collecting(order(site, { limits: { mostOfSite: 2, year: null } })).result;
  expect([limited.visits.length, limited.leftOver.length]).toEqual([2, 2]);
  const yearly = await collecting(order(site, { limits: { mostOfSite: 50, year: 2022 } })).result;
  expect(outcomesOf(yearly).map((outcome) => outcome.split(' ')[1])).toEqual(['/list/', '/list/2022.html']);
});

/** Stops a run behind so many visits, as a kill between two steps does, and cuts what it was writing. */
async function killed(site: ServedSite, after: number): Promise<CollectingResult> {
  let count = 0;
  const run = collecting(order(site, { tell: () => ++count >= after && run.stop() }));
  const result = await run.result;
  appendFileSync(journalFile(folder), '{"kind":"visit","run":"2026');
  appendFileSync(warcFile(folder, result.run), Buffer.from([0x1f, 0x8b, 8, 0, 0]));
  return result;
}

test('a run that is killed ten times comes to what an unkilled one does, nothing lost, nothing twice', async () => {
  const years = Array.from({ length: 12 }, (_, at) => 2010 + at);
  const site = await served(column(years));
  for (let kill = 0; kill < 10; kill++) expect((await killed(site, 1)).isStopped).toBe(true);
  const result = await collecting(order(site)).result;
  expect([result.isResumed, result.isStopped]).toEqual([true, false]);
  const { entries } = journalReading(journalFile(folder));
  const visits = entries.flatMap((entry) => (entry.kind === 'visit' ? [entry] : []));
  expect(visits.map(({ asked }) => new URL(asked.address).pathname)).toEqual([
    '/list/',
    ...years.map((year) => `/list/${year}.html`),
  ]);
  expect(new Set(entries.map(({ run }) => run)).size).toBe(1);
  expect(captures().length).toBe(12);
  expect(site.seen.filter(({ path }) => path !== '/robots.txt').length).toBe(13);
  expect(statSync(warcFile(folder, result.run)).size).toBe(visits.at(-1)?.warc);
});

test('a journal that was changed is refused by its line', async () => {
  const site = await served(column([2022]));
  await collecting(order(site)).result;
  const file = journalFile(folder);
  truncateSync(file, statSync(file).size - 40);
  appendFileSync(file, '\n{}\n');
  await expect(collecting(order(site)).result).rejects.toThrow(/journal\.jsonl:\d+ 不是采集的记录/);
});
