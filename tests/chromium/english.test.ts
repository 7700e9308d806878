import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, describe, expect } from 'vitest';
import { heldNames } from '../site/held-names.ts';
import { type OpenedPage, siteTest } from './site-test.ts';

const report = 'reports/140404/2024/';

/** Chooses English before a page is shown; a page without an origin, as a browser begins with, remembers nothing. */
const chosenEnglish = `if (origin !== 'null' && !sessionStorage.getItem('chosen')) {
  sessionStorage.setItem('chosen', '1');
  localStorage.setItem('en', '1');
}`;

let opened: OpenedPage;

const test = siteTest
  /** Opens a page; with English words where they were chosen before. */
  .extend(
    'openedAt',
    ({ openPage, server }) =>
      async (path: string, isEnglish: boolean, options: BrowserContextOptions = {}): Promise<Page> => {
        opened = await openPage(options);
        const { page } = opened;
        if (isEnglish) await page.addInitScript(chosenEnglish);
        await page.goto(`${server.home}${path}`);
        if (isEnglish) await page.waitForSelector('html[data-words="en"]');
        return page;
      },
  );

afterEach(() => expect(opened.complaints).toEqual([]));

/** The page as it stands, without what tools add with time, whose coming has nothing to do with the language. */
const standing = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    for (const tool of copy.querySelectorAll('.reading, .anchor, .said, .side-notes')) tool.remove();
    for (const shown of copy.querySelectorAll('[aria-current="location"]')) shown.removeAttribute('aria-current');
    return copy.outerHTML;
  });

/** The report's text and marks without what tools put beside its paragraphs. */
const articleAlone = (page: Page): Promise<string> =>
  page.locator('article.t').evaluate((article) => {
    const copy = article.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    for (const tool of copy.querySelectorAll('button, .side-notes')) tool.remove();
    return copy.innerHTML;
  });

/** Chinese texts on the page, as readers see them, that nothing marks as Chinese. */
const unmarked = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { parentElement, textContent } = node;
      if (!parentElement || parentElement.closest('script, style, noscript')) continue;
      const language = parentElement.closest('[lang]')?.getAttribute('lang');
      if (language === 'en' && /\p{Script=Han}/u.test(textContent ?? '')) found.push((textContent ?? '').trim());
    }
    return found;
  });

describe('on a report', () => {
  test('the link switches the words in place, leaves the text alone and marks it as Chinese', async ({
    server,
    openedAt,
  }) => {
    const page = await openedAt(report, false);
    await page.mouse.move(10, 10);
    await page.waitForSelector('.reading');
    const article = await articleAlone(page);
    const title = await page.title();
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForSelector('html[data-words="en"]');
    expect(page.url()).toBe(`${server.home}${report}`);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await articleAlone(page)).toBe(article);
    expect(await page.getAttribute('article.t', 'lang')).toBe('zh-Hans');
    expect(await page.locator('h1').getAttribute('lang')).toBe('zh-Hans');
    expect(await page.title()).toBe(title.replace(/ · .*/, ' · Archive of Law-Based Government Reports'));
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Regions', exact: true }).waitFor();
    await page.getByRole('navigation', { name: 'Contents' }).waitFor();
    await page.locator('summary').first().click();
    await page
      .getByRole('term')
      .filter({ hasText: /^Date signed$/ })
      .waitFor();
    await page.locator('.reading').getByRole('button', { name: 'Keys' }).click();
    await page.getByText('Close the panel').waitFor();
    await page.getByRole('link', { name: '中文' }).waitFor();
  });

  test('the choice is remembered, also for what is added later, and given up by the same link', async ({
    server,
    openedAt,
  }) => {
    const page = await openedAt(report, true);
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Coverage' }).click();
    await page.getByRole('heading', { level: 1, name: 'Coverage' }).waitFor();
    await page.goto(`${server.home}${report}`);
    await page.getByRole('link', { name: '中文' }).click();
    await page.getByRole('link', { name: 'English' }).waitFor();
    await page.reload();
    await page.mouse.move(10, 10);
    await page.waitForSelector('.reading');
    expect(await page.getAttribute('html', 'lang')).toBe('zh-Hans');
    expect(await page.locator('.reading').textContent()).toContain('按键');
  });
});

test('every tool beside a report speaks English', async ({ openedAt }) => {
  const page = await openedAt(report, true, { viewport: { width: 1440, height: 900 } });
  await page.waitForSelector('.reading button[aria-expanded]');
  const tools = await page.locator('.reading button[aria-expanded]').all();
  expect(tools.length).toBe(10);
  for (const tool of tools) {
    const name = await tool.textContent();
    await tool.click();
    const panel = page.locator('.tool-panel');
    await panel.getByRole('heading', { level: 2, name: name ?? '' }).waitFor();
    await page.waitForLoadState('networkidle');
    const chinese = await panel.evaluate((element) =>
      [...element.querySelectorAll('[lang="zh-Hans"]')]
        .filter((part) => !part.closest('blockquote, .terms details'))
        .map((part) => part.textContent),
    );
    expect([name, chinese]).toEqual([name, []]);
  }
  // The capture beside the text keeps its words; what is said of them is switched.
  await page.getByRole('button', { name: 'Original', exact: true }).click();
  await page.locator('.captured[data-reason]').first().waitFor({ state: 'attached' });
  expect(await page.locator('.captured[data-reason]').first().getAttribute('data-reason')).toMatch(
    /^not in the text: /,
  );
  expect(await page.locator('.captured mark[title]').first().getAttribute('title')).toMatch(/ in the text$/);
});

const kinds = [
  '',
  report,
  'reports/140404/2024/record/',
  'regions/',
  'regions/140400/',
  'years/',
  'years/2024/',
  'issuers/',
  'coverage/',
  'coverage/140000/',
  'about/',
  'reading/',
  'glossary/',
  'newest/',
  'changes/',
  'search/',
  'compare/',
  'cite/',
  '404.html',
];

test('switching there and back leaves every kind of page exactly as it was', async ({ server, openedAt }) => {
  const page = await openedAt('', false);
  for (const path of kinds) {
    await page.goto(`${server.home}${path}`);
    await page.mouse.move(10, 10);
    await page.waitForSelector('.reading');
    await page.waitForLoadState('networkidle');
    const before = await standing(page);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForSelector('html[data-words="en"]');
    expect(await standing(page)).not.toBe(before);
    await page.getByRole('link', { name: '中文' }).click();
    await page.waitForSelector('html:not([data-words])');
    expect([path, await standing(page)]).toEqual([path, before]);
  }
});

const isName = heldNames();
/** Names of regions, bodies and documents may stand unmarked in an English sentence, and so may signs that are spoken of. */
const isForeign = (text: string): boolean =>
  !isName(text.replace(/^[\p{Script=Latin}’ ,:;]+/u, '')) &&
  (text.replace(/《.*|“[^”]*”/g, '').match(/[\p{Script=Han}、]+(?: \p{Script=Latin}+)?/gu) ?? []).some(
    (words) => !isName(words),
  );

describe('with English words axe finds nothing, and every Chinese text is marked', () => {
  test.for([
    ...kinds,
    'en/',
    'en/search/?q=行政复议',
    'en/about/',
    'compare/?a=140404/2024&b=120102/2024-justice-bureau',
  ])('/%s', async (path, { lookAt }) => {
    const ready = async (page: Page): Promise<void> => {
      await page.waitForSelector('html[data-words="en"]');
      await page.waitForLoadState('networkidle');
    };
    const context = { viewport: { width: 1280, height: 900 } };
    opened = await lookAt(path, {}, { context, before: chosenEnglish, ready });
    const { page } = opened;
    expect(await opened.violations()).toEqual([]);
    // Terms in brackets explain English ones; titles stand in sentences of the comparison.
    if (!/about|compare\/\?/.test(path)) expect((await unmarked(page)).filter(isForeign)).toEqual([]);
  });
});

describe('the search page in English', () => {
  test('tells totals, filters and places', async ({ openedAt }) => {
    const page = await openedAt('en/search/?q=行政复议', false);
    await page.waitForSelector('[data-search-state="done"]');
    const { reports, occurrences } = await page.locator('[data-search-state]').evaluate((element) => ({
      reports: element.getAttribute('data-reports'),
      occurrences: element.getAttribute('data-occurrences'),
    }));
    const total = await page.locator('.total').textContent();
    expect(total).toMatch(
      new RegExp(`^${occurrences} occurrences in ${reports} of 5 reports \\([\\d,]+ characters\\)\\.$`),
    );
    await page.getByRole('group', { name: 'Level' }).getByText('County level').waitFor();
    await page
      .getByRole('heading', { level: 2 })
      .filter({ hasText: / · 2024 · / })
      .first()
      .waitFor();
    await page.locator('[data-occurrence]').first().waitFor();
    expect(await page.locator('[data-occurrence]').first().getAttribute('lang')).toBe('zh-Hans');
    expect(await page.locator('[data-occurrence] mark').first().textContent()).toBe('行政复议');
    await page.getByText('Downloads, options').click();
    await page.getByRole('button', { name: /^Download CSV \(reading about \d+ kB\)$/ }).waitFor();
    expect((await unmarked(page)).filter(isForeign)).toEqual([]);
  });

  test('says what is wrong with a query, and what was not found', async ({ openedAt }) => {
    const page = await openedAt('en/search/', false);
    await page.getByRole('searchbox', { name: 'Search words' }).fill('-复议');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.waitForSelector('[data-search-state="error"]');
    expect(await page.locator('.total').textContent()).toBe(
      'There are only unwanted words (“-”); add a word to look for.',
    );
    await page.getByRole('searchbox', { name: 'Search words' }).fill('绝无此语');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.waitForSelector('[data-search-state="done"]');
    expect(await page.locator('.total').textContent()).toMatch(/^The phrase does not occur in 5 reports/);
  });

  test('goes on in Chinese with the same query', async ({ openedAt }) => {
    const page = await openedAt('en/search/?q=行政复议', false);
    await page.waitForSelector('[data-search-state="done"]');
    await page.mouse.move(10, 10);
    await page.waitForSelector('.reading');
    await page.getByRole('link', { name: '中文' }).click();
    await page.waitForSelector('[data-search-state="done"]');
    expect(new URL(page.url()).pathname).toBe('/search/');
    expect(new URL(page.url()).searchParams.get('q')).toBe('行政复议');
    expect(await page.locator('.total').textContent()).toMatch(/^在 5 份报告/);
  });

  test('the Chinese one switches in place and keeps its results', async ({ openedAt }) => {
    const page = await openedAt('search/?q=行政复议', false);
    await page.waitForSelector('[data-search-state="done"]');
    await page.mouse.move(10, 10);
    await page.waitForSelector('.reading');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText(/^\d+ occurrences in \d of 5 reports/).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('行政复议');
  });
});

test('a field says in English what it does not accept', async ({ openedAt }) => {
  const page = await openedAt('cite/', true);
  const field = page.getByLabel('Address or number of the report');
  await field.fill('no address');
  await page.getByRole('button', { name: 'Write the citation' }).click();
  expect(
    await field.evaluate((element) => (element instanceof HTMLInputElement ? element.validationMessage : '')),
  ).toMatch(/^Please paste the address/);
});

test('without script the English pages are whole and lead to the reports', async ({ server, openedAt }) => {
  const page = await openedAt('en/', false, { javaScriptEnabled: false });
  expect(await page.textContent('main')).toContain('All reports are in Chinese');
  await page.getByRole('link', { name: 'About the archive' }).click();
  expect(page.url()).toBe(`${server.home}en/about/`);
  expect(await page.textContent('main')).toContain('What is kept');
  await page.goto(`${server.home}en/search/`);
  expect(await page.textContent('main')).toContain('Search needs a browser that runs scripts');
  await page.goto(`${server.home}en/`);
  await page.locator('.list a').first().click();
  expect(page.url()).toContain('/reports/');
  await page.goBack();
  await page.getByRole('link', { name: '中文' }).click();
  expect(page.url()).toBe(server.home);
});
