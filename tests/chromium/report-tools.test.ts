import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterEach, describe, expect } from 'vitest';
import type { FileServer } from '../../src/host/plain-host.ts';
import { type OpenedPage, siteTest } from './site-test.ts';

const report = 'reports/140404/2024/';
/** How long a loaded machine may take. */
const soon = { timeout: 10_000 };
const wide = { width: 1440, height: 900 };
const narrow = { width: 375, height: 760 };

let opened: OpenedPage;
let page: Page;

const test = siteTest
  .extend('open', ({ openPage }) => async (options: BrowserContextOptions, server?: FileServer): Promise<void> => {
    opened = await openPage(options, server);
    page = opened.page;
  })
  /** Opens a report's page and wakes the reading room with a movement, as a reader would. */
  .extend('read', ({ open, server }) => async (path: string, options: BrowserContextOptions = {}): Promise<void> => {
    await open({
      viewport: wide,
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    await page.goto(server.home + path);
    await page.mouse.move(5, 5);
    await page.mouse.move(9, 9);
    await page.locator('.anchor').first().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
  });

/** The article's markup without what stands beside it: buttons of addresses, notes in the margin. */
const bareArticle = (): Promise<string> =>
  page.locator('article.t').evaluate((article) => {
    const copy = document.importNode(article, true);
    for (const beside of copy.querySelectorAll('.anchor, .side-notes')) beside.remove();
    return copy.outerHTML;
  });

/** Scrolls a paragraph to where the reader's eye is taken to be. */
const toEye = (paragraph: Locator): Promise<void> =>
  paragraph.evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - innerHeight / 3 + 5));

const copied = (): Promise<string> => page.evaluate<string>('navigator.clipboard.readText()');
const panel = (name: string) => page.getByRole('region', { name, exact: true });

afterEach(() => expect(opened.complaints).toEqual([]));

describe('the contents list', () => {
  test('follows the reader', async ({ read }) => {
    await read(report);
    const second = page.locator('.toc > * > ol > li > a, .toc ol > li > a').filter({ hasText: /^二、/ }).first();
    const anchor = (await second.getAttribute('href')) ?? '';
    await page.locator(`article ${anchor}`).evaluate((heading) => heading.scrollIntoView());
    await expect.poll(() => second.getAttribute('aria-current'), soon).toBe('location');
    expect(await page.locator('.toc [aria-current]').count()).toBe(1);
    await page.evaluate('scrollTo(0, 0)');
    await expect.poll(() => second.getAttribute('aria-current'), soon).toBe(null);
  });
});

describe('addresses of paragraphs', () => {
  test.beforeEach(({ read }) => read(report));

  test('every heading, paragraph and table has one to copy, and the text stays the report’s', async () => {
    const blocks = await page.locator('article.t > :is(h2, h3, h4, h5, h6, p, .table)[id]').count();
    expect(await page.locator('.anchor').count()).toBe(blocks);
    const served = await page.evaluate<string>(
      `fetch(location.href).then((r) => r.text()).then((t) => new DOMParser().parseFromString(t, 'text/html').querySelector('article').outerHTML)`,
    );
    expect(await bareArticle()).toBe(served);
  });

  test('the button shows beside the paragraph under the pointer and copies', async ({ server }) => {
    const paragraph = page.locator('article.t > p').nth(1);
    await paragraph.hover();
    const button = paragraph.locator('.anchor');
    await expect.poll(() => button.evaluate((element) => getComputedStyle(element).opacity), soon).toBe('1');
    await button.click();
    await expect.poll(copied, soon).toBe(`${server.home}${report}#${await paragraph.getAttribute('id')}`);
    await page.getByRole('status').filter({ hasText: '已复制本段网址' }).waitFor();
  });

  test('by keyboard: one stop of the Tab key in the text, arrows from paragraph to paragraph', async ({ server }) => {
    const stops = page.locator('.anchor[tabindex="0"]');
    await expect.poll(() => stops.count(), soon).toBe(1);
    await stops.focus();
    expect(await stops.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
    const first = await page.evaluate<string>('document.activeElement.parentElement.id');
    await page.keyboard.press('ArrowDown');
    const next = await page.evaluate<string>('document.activeElement.parentElement.id');
    expect(next).not.toBe(first);
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(/^复制网址：/);
    await page.keyboard.press('Enter');
    await expect.poll(copied, soon).toBe(`${server.home}${report}#${next}`);
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate('document.activeElement.parentElement.id')).toBe(first);
    expect(await page.getByRole('button', { name: /^复制网址：/ }).count()).toBe(1);
    expect(await opened.violations()).toEqual([]);
  });

  test('l copies that of the paragraph in view, but not while one types', async ({ server }) => {
    const paragraph = page.locator('article.t > p').nth(12);
    await toEye(paragraph);
    await page.keyboard.press('l');
    await expect.poll(copied, soon).toBe(`${server.home}${report}#${await paragraph.getAttribute('id')}`);
    await page.evaluate(`navigator.clipboard.writeText('before')`);
    await page.getByRole('searchbox', { name: '检索全文' }).focus();
    await page.keyboard.press('l');
    expect(await copied()).toBe('before');
  });
});

describe('a quotation', () => {
  test.beforeEach(async ({ read }) => {
    await read(report);
    await page.clock.setFixedTime(new Date(2026, 10, 22, 9));
  });

  test('c copies the paragraph in view with its source and the day of access', async ({ server }) => {
    const paragraph = page.locator('article.t > p').nth(6);
    await toEye(paragraph);
    await page.keyboard.press('c');
    await panel('引用').getByText('已复制当前一段和出处').waitFor();
    const address = `${server.home}${report}#${await paragraph.getAttribute('id')}`;
    const text = await copied();
    expect(text.split('\n——')[0]).toBe(await paragraph.textContent());
    expect(text.split('\n——')[1]).toBe(
      `中共长治市上党区委, 长治市上党区人民政府. 中共长治市上党区委长治市上党区人民政府关于2024年度法治政府建设情况的报告[EB/OL]. (2025-01-20)[2026-11-22]. ${address}.`,
    );
    expect(await opened.violations()).toEqual([]);
  });

  test('the button copies what is selected, over two paragraphs, without marks of notes', async () => {
    const [head, tail] = await page.locator('article.t > p').evaluateAll(([first, second]) => {
      const words = (element: Element | undefined): Text[] => {
        const walker = document.createTreeWalker(element ?? document.body, NodeFilter.SHOW_TEXT);
        const found: Text[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) found.push(node);
        return found;
      };
      const [from] = words(first);
      const [to] = words(second);
      if (!from || !to) throw new Error('no text');
      const range = document.createRange();
      range.setStart(from, 3);
      range.setEnd(to, 4);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return [first?.textContent?.slice(3) ?? '', second?.textContent?.slice(0, 4) ?? ''];
    });
    await page.getByRole('button', { name: '引用', exact: true }).click();
    await panel('引用').getByText('已复制选中的文字和出处').waitFor();
    const lines = (await copied()).split('\n——')[0]?.split('\n') ?? [];
    expect([lines[0], lines.at(-1)]).toEqual([head, tail]);
    const between = await page
      .locator('article.t > p')
      .nth(1)
      .evaluate((element) => {
        return [...document.querySelectorAll('article.t > [id]')].indexOf(element);
      });
    expect(lines.length).toBe(between + 1);
  });
});

describe('editors’ notes', () => {
  test('stand in the margin where there is room, are reached from the place, and move no text', async ({
    server,
    read,
  }) => {
    await read(report);
    const place = page.locator('#d-1');
    const before = await place.evaluate((element) => element.getBoundingClientRect().top + scrollY);
    await place.scrollIntoViewIfNeeded();
    const note = page.locator('#side-1');
    await note.waitFor();
    expect(await note.textContent()).toContain((await place.textContent()) ?? '-');
    const [text, margin] = await Promise.all([page.locator('article.t').boundingBox(), note.boundingBox()]);
    expect(margin?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
    expect(await place.evaluate((element) => element.getBoundingClientRect().top + scrollY)).toBeCloseTo(before, 0);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await place.click();
    expect(await page.evaluate('document.activeElement.id')).toBe('side-1');
    expect(page.url()).toBe(server.home + report);
    expect(await opened.violations()).toEqual([]);
  });

  test('open below the paragraph where there is none, and close again', async ({ read }) => {
    await read(report, { viewport: narrow });
    const place = page.locator('#d-1');
    await place.focus();
    await page.keyboard.press('Enter');
    const note = page.locator('#below-1');
    await note.waitFor();
    expect(await place.getAttribute('aria-expanded')).toBe('true');
    expect(
      await note.evaluate((element) => element.previousElementSibling?.contains(document.querySelector('#d-1'))),
    ).toBe(true);
    expect(await opened.violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await note.waitFor({ state: 'detached' });
    expect(await place.getAttribute('aria-expanded')).toBe('false');
  });

  test('follow the window when it changes', async ({ read }) => {
    await read(report);
    await page.locator('#d-1').scrollIntoViewIfNeeded();
    await page.locator('#side-1').waitFor();
    await page.setViewportSize(narrow);
    await page.locator('#side-1').waitFor({ state: 'detached' });
    await page.locator('#d-1').click();
    await page.locator('#below-1').waitFor();
  });
});

test('without script a note’s place leads to the record page', async ({ server, open }) => {
  await open({ javaScriptEnabled: false, viewport: narrow });
  await page.goto(server.home + report);
  await page.locator('#d-1').click();
  expect(page.url()).toBe(`${server.home}${report}record/#n-1`);
});

describe('the capture beside the text', () => {
  test('wide: every line beside its paragraph, changes counted, what was left out named; gone with the panel', async ({
    read,
  }) => {
    await read(report);
    const before = await bareArticle();
    await page.keyboard.press('o');
    await panel('原件').getByText('13 行未入正文，171 处字符有改动').waitFor();
    const outside = page.locator('.captured[data-reason]');
    expect(await outside.count()).toBe(13);
    expect(await outside.first().getAttribute('data-reason')).toBe('未入正文：网页的站点链接');
    const paragraph = page.locator('article.t > p').nth(2);
    const line = paragraph.locator('xpath=following-sibling::*[1]');
    const [left, right] = await Promise.all([paragraph.boundingBox(), line.boundingBox()]);
    expect(right?.x).toBeGreaterThanOrEqual((left?.x ?? 0) + (left?.width ?? 0));
    expect(Math.abs((right?.y ?? 0) - (left?.y ?? 99))).toBeLessThan(8);
    expect(await line.locator('mark').first().textContent()).toMatch(/^[,()]$/);
    expect(await opened.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.captured').first().waitFor({ state: 'detached' });
    expect((await bareArticle()).replace(' class=""', '')).toBe(before);
  });

  test('narrow: each line below its paragraph, nothing sticks out', async ({ read }) => {
    await read('reports/370304/2022/', { viewport: narrow });
    await page.keyboard.press('o');
    await panel('原件').getByText('未入正文').waitFor();
    const paragraph = page.locator('article.t > p').nth(2);
    const line = paragraph.locator('xpath=following-sibling::*[1]');
    const [above, below] = await Promise.all([paragraph.boundingBox(), line.boundingBox()]);
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(await opened.violations()).toEqual([]);
  });

  test('the paragraph in view stays where it is', async ({ read }) => {
    await read(report);
    const paragraph = page.locator('article.t > p').nth(14);
    await toEye(paragraph);
    const before = await paragraph.evaluate((element) => element.getBoundingClientRect().top);
    await page.keyboard.press('o');
    await panel('原件').getByText('未入正文').waitFor();
    expect(await paragraph.evaluate((element) => element.getBoundingClientRect().top)).toBeCloseTo(before, 0);
  });

  test.for([
    [
      'html in GB18030',
      'html',
      '<meta charset=gb2312><title>x</title><script>document.title="hit"</script><img src=x onerror="document.title=\'hit\'"><p>',
    ],
    ['a PDF', 'pdf', '%PDF-1.7'],
  ] as const)('%s: never markup of the page', async ([, format, head], { server, open }) => {
    await open({ viewport: wide });
    await page.route('**/reports/140404/2024/record/', async (route) => {
      const body = (await (await route.fetch()).text()).replaceAll(
        /sources\/([0-9a-f]{64})\.txt/g,
        `sources/$1.${format}${format === 'html' ? '.txt' : ''}`,
      );
      await route.fulfill({ body, contentType: 'text/html' });
    });
    // 2024年 in GB18030, then a paragraph of the report that UTF-8 could not hold so.
    const body = Buffer.concat([Buffer.from(head), Buffer.from([0xb7, 0xa8, 0xd6, 0xce, 0xd5, 0xfe, 0xb8, 0xae])]);
    await page.route(`**/sources/*.${format}*`, (route) =>
      route.fulfill({ body, contentType: 'application/octet-stream' }),
    );
    await page.goto(server.home + report);
    await page.mouse.move(5, 5);
    await page.mouse.move(9, 9);
    await page.locator('.anchor').first().waitFor({ state: 'attached' });
    await page.keyboard.press('o');
    const title = await page.title();
    if (format === 'pdf') await panel('原件').getByText('.pdf 文件，不是文本').waitFor();
    else {
      await page.locator('.captured', { hasText: '法治政府' }).waitFor();
      await panel('原件').getByText('按 GB2312 读出').waitFor();
      expect(await page.locator('.captured :is(img, script, p)').count()).toBe(0);
    }
    expect(await page.title()).toBe(title);
  });
});

describe('terms', () => {
  test('those of this report, with first place, explained when asked', async ({ read }) => {
    await read(report);
    await page.keyboard.press('g');
    const list = panel('术语');
    const term = list
      .locator('details', { has: page.getByText('行政复议', { exact: false }) })
      .filter({ hasText: /^行政复议 / });
    await term.waitFor();
    expect(await list.getByText('《中华人民共和国行政复议法》').first().isVisible()).toBe(false);
    await term.locator('summary').click();
    await term.getByText('《中华人民共和国行政复议法》').waitFor();
    expect(await opened.violations()).toEqual([]);
    await term.getByRole('link', { name: '首见处' }).click();
    const target = page.locator(`article ${new URL(page.url()).hash}`);
    expect(await target.textContent()).toContain('行政复议');
    expect(await page.locator('article.t mark').count()).toBe(0);
    expect(await list.getByText('社区矫正').count()).toBe(0);
  });

  test('all stand on a page that needs no script, each leading to its search', async ({ server, open }) => {
    await open({ javaScriptEnabled: false, viewport: narrow });
    await page.goto(`${server.home}glossary/`);
    expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThanOrEqual(60);
    expect(await page.getByRole('link', { name: '检索“行政复议”' }).getAttribute('href')).toBe(
      `/search/?q=${encodeURIComponent('行政复议')}`,
    );
    const id = await page
      .getByRole('main')
      .getByRole('link', { name: '双随机、一公开', exact: true })
      .getAttribute('href');
    expect(await page.locator(`[id="${id?.slice(1)}"]`).count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  });

  test.for(['light', 'dark'] as const)(
    'axe finds nothing on their page in the %s scheme',
    async (colorScheme, { server, open }) => {
      await open({ colorScheme, viewport: narrow });
      await opened.page.goto(`${server.home}glossary/`);
      expect(await opened.violations()).toEqual([]);
    },
  );
});

describe('finding in the report', () => {
  test.beforeEach(({ read }) => read(report));

  test('f, words, Enter from place to place, Escape takes all away', async () => {
    const before = await bareArticle();
    await page.keyboard.press('f');
    const box = page.getByRole('searchbox', { name: '在这份报告里查找' });
    await expect.poll(() => box.evaluate((element) => element === document.activeElement), soon).toBe(true);
    await box.pressSequentially('行政 複議');
    await page.getByRole('status').filter({ hasText: '共 5 处' }).waitFor();
    expect(await page.locator('article.t mark').count()).toBe(5);
    expect(await page.locator('article.t mark').allTextContents()).toEqual(Array(5).fill('行政复议'));
    const current = page.locator('mark[data-current]');
    const first = await page
      .locator('article.t mark')
      .evaluateAll((marks) => marks.findIndex((mark) => mark.hasAttribute('data-current')));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Enter');
    await page
      .getByRole('status')
      .filter({ hasText: `第 ${((first + 1) % 5) + 1} 处，共 5 处` })
      .waitFor();
    const place = await current.boundingBox();
    expect(place?.y).toBeGreaterThan(0);
    expect(place?.y).toBeLessThan(wide.height);
    expect(await opened.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('article.t mark').first().waitFor({ state: 'detached' });
    expect(await bareArticle()).toBe(before);
  });

  test('what is not there is said, and nothing is marked', async () => {
    await page.keyboard.press('f');
    await page.getByRole('searchbox', { name: '在这份报告里查找' }).fill('没有这样的话');
    await page.getByRole('status').filter({ hasText: '这份报告里没有' }).waitFor();
    expect(await page.locator('article.t mark').count()).toBe(0);
  });
});

describe('in traditional characters', () => {
  test.beforeEach(async ({ read }) => {
    await read(report);
    await page.keyboard.press('t');
    await page.getByRole('button', { name: '显示为繁体' }).click();
    await page.keyboard.press('Escape');
    await page.locator('article.t').getByText('行政復議').first().waitFor();
  });

  test('a quotation keeps the letters of the original, of a paragraph and of a selection', async () => {
    const paragraph = page.locator('article.t > p').nth(2);
    const own = await page.evaluate<string>(
      `fetch(location.href).then((r) => r.text()).then((t) => new DOMParser().parseFromString(t, 'text/html').querySelectorAll('article > p')[2].textContent)`,
    );
    expect(await paragraph.textContent()).not.toBe(own);
    await toEye(paragraph);
    await page.keyboard.press('c');
    await panel('引用').getByText('已复制').or(panel('引用').getByText('已複製')).first().waitFor();
    expect((await copied()).split('\n——')[0]).toBe(own);
    expect(await panel('引用').locator('.quoted').textContent()).toContain(own);
    await page.keyboard.press('Escape');
    await paragraph.evaluate((element) => getSelection()?.selectAllChildren(element));
    await page.keyboard.press('c');
    await expect.poll(async () => (await copied()).split('\n——')[0], soon).toBe(own);
  });

  test('words are found in either writing', async () => {
    await page.keyboard.press('f');
    const box = page.locator('.find input');
    await box.fill('行政复议');
    await expect.poll(() => page.locator('article.t mark').count(), soon).toBe(5);
    await box.fill('行政復議');
    await expect.poll(() => page.locator('article.t mark').count(), soon).toBe(5);
  });
});

test('under a sub-path every tool finds its pages and files', async ({ open, subPathServer }) => {
  await open({ viewport: wide }, subPathServer);
  await page.goto(subPathServer.home + report);
  await page.mouse.move(5, 5);
  await page.mouse.move(9, 9);
  await page.locator('.anchor').first().waitFor({ state: 'attached' });
  await page.keyboard.press('g');
  await panel('术语').locator('details').first().waitFor();
  expect(await panel('术语').getByRole('link', { name: '全部术语' }).getAttribute('href')).toBe('/archive/glossary/');
  await page.keyboard.press('o');
  await panel('原件').getByText('13 行未入正文').waitFor();
  await page.keyboard.press('c');
  await panel('引用').getByText(`${subPathServer.home}${report}#p-`).first().waitFor();
  await page.keyboard.press('d');
  await page.getByRole('button', { name: 'Word 文档' }).waitFor();
});
