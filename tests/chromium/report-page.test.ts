import { globSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { describe, expect } from 'vitest';
import { defaultSettings, lookOf, type ReadingSettings } from '../../src/browser/reading/settings/settings.ts';
import { siteTest } from './site-test.ts';

const reports = globSync('content/reports/*/*/*.md').map((file) =>
  file.replace(/^content\/reports\/\d\d\//, 'reports/').replace(/\.md$/, '/'),
);
const noted = 'reports/140600/2024/';
const phone = { viewport: { width: 375, height: 812 } };

const test = siteTest
  /** Goes to a page and wakes its reading room, as a first movement does. */
  .extend('wake', ({ server }) => async (page: Page, path: string): Promise<void> => {
    await page.goto(`${server.home}${path}`);
    await page.mouse.move(3, 3);
    await page.mouse.move(9, 9);
    await page.locator('.reading').waitFor({ state: 'attached' });
  });

/** Characters of last lines that stand wider than 1.6 em, each with its paragraph's end: lines torn apart. */
const tornLines = (page: Page): Promise<string[]> =>
  page.locator('article.t > p').evaluateAll((paragraphs) =>
    paragraphs.flatMap((paragraph) => {
      const em = Number.parseFloat(getComputedStyle(paragraph).fontSize);
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const nodes: Node[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
      let line: number | null = null;
      for (const node of nodes.reverse()) {
        const text = node.textContent ?? '';
        for (let at = text.length - 1; at >= 0; at--) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { bottom, width } = range.getBoundingClientRect();
          line ??= bottom;
          if (bottom < line - em) return [];
          if (width > 1.6 * em) return [`${text.slice(-12)} ${Math.round(width)} px`];
        }
      }
      return [];
    }),
  );

test('no last line of a paragraph is torn apart, once the tools have come, at any width', async ({ page, wake }) => {
  for (const path of reports) {
    await wake(page, path);
    await page.locator('.anchor').last().waitFor({ state: 'attached' });
    for (const width of [375, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect([path, width, await tornLines(page)]).toEqual([path, width, []]);
    }
  }
});

describe('on a phone', () => {
  test.for([true, false])(
    'the text begins within the first 560 px (script: %s)',
    async (javaScriptEnabled, { openPage, server, wake }) => {
      const { page } = await openPage({ ...phone, javaScriptEnabled });
      for (const path of reports) {
        await (javaScriptEnabled ? wake(page, path) : page.goto(server.home + path));
        const top = await page
          .locator('article.t p')
          .first()
          .evaluate((text) => text.getBoundingClientRect().top + scrollY);
        expect([path, top]).toEqual([path, Math.min(top, 560)]);
      }
    },
  );

  const shown = (settings: Partial<ReadingSettings>): string => {
    const all = { ...defaultSettings, ...settings };
    return `Object.assign(localStorage, ${JSON.stringify({ settings: JSON.stringify(all), look: lookOf(all) })})`;
  };

  test.for([
    ['as it is', {}, 'zh-Hans'],
    ['with letters of 200 %', { letters: 2 }, 'zh-Hans'],
    ['in 长辈模式', { elder: true }, 'zh-Hans'],
    ['in English', {}, 'en'],
    ['in English with letters of 200 %', { letters: 2 }, 'en'],
  ] as const)(
    'five tools at most, each large enough and in the window, the rest in a sheet: %s',
    async ([, settings, language], { openPage, wake }) => {
      const { page, violations } = await openPage(phone);
      await page.addInitScript(shown(settings));
      if (language === 'en') await page.addInitScript(`localStorage.en = '1'`);
      await wake(page, noted);
      if (language === 'en') await page.locator('html[data-words="en"]').waitFor();
      const outside = (selector: string): Promise<string[]> =>
        page.locator(selector).evaluateAll((buttons) =>
          buttons.flatMap((button) => {
            const { left, right, top, bottom, width, height } = button.getBoundingClientRect();
            const isIn = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
            return isIn && width >= 44 && height >= 44
              ? []
              : [`${button.textContent} ${left} ${right} ${top} ${bottom}`];
          }),
        );
      const buttons = page.locator('.tool-bar > *');
      expect(await buttons.count()).toBe(5);
      expect(await outside('.tool-bar > *')).toEqual([]);
      if (!('elder' in settings)) {
        await buttons.last().click();
        await expect.poll(() => page.locator('.tool-more button:visible').count()).toBe(9);
        expect(await outside('.tool-more button')).toEqual([]);
        expect(await violations()).toEqual([]);
        await page.keyboard.press('Escape');
        expect(await page.locator('.tool-more').isVisible()).toBe(false);
      }
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    },
  );

  test('a tool of the sheet opens in its place, and gives the focus back to 更多', async ({ openPage, wake }) => {
    const { page } = await openPage(phone);
    await wake(page, noted);
    const more = page.getByRole('button', { name: '更多', exact: true });
    await more.click();
    await page.getByRole('button', { name: '分享', exact: true }).click();
    const panel = page.getByRole('region', { name: '分享', exact: true });
    await panel.locator('output').waitFor();
    expect(await page.locator('.tool-more').isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await expect.poll(() => more.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('the contents open over the text and close with the entry that is chosen', async ({ openPage, wake }) => {
    const { page } = await openPage(phone);
    await wake(page, noted);
    await page.locator('.anchor').first().waitFor({ state: 'attached' });
    await page.locator('.tool-bar').getByRole('button', { name: '目录' }).click();
    const list = page.getByRole('navigation', { name: '目录' });
    const entry = list.getByRole('link').last();
    const href = await entry.getAttribute('href');
    await entry.click();
    await list.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).hash).toBe(href);
  });
});

describe('on a desk', () => {
  test.for([
    { width: 1440, height: 900 },
    { width: 1280, height: 720 },
  ])('tools and panels stand beside the text, none past the window: $width', async (viewport, { openPage, wake }) => {
    const { page } = await openPage({ viewport });
    await wake(page, noted);
    await page.locator('.reading.rail').waitFor();
    const boxOf = async (selector: string) =>
      (await page.locator(selector).first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const text = await boxOf('article.t');
    for (const key of ['h', 's', 'g', 'o']) {
      await page.keyboard.press(key);
      const panel = page.locator('.tool-panel:not([hidden])');
      await panel.waitFor();
      if (key === 'h') await panel.locator('output').waitFor();
      if (key === 'o') await page.locator('.captured').first().waitFor();
      const box = await boxOf('.tool-panel');
      const isWide = await panel.evaluate((element) => element.scrollWidth > element.clientWidth);
      const right = key === 'o' ? await boxOf('.captured') : text;
      expect([key, isWide, box.x + box.width <= viewport.width, box.x >= right.x + right.width]).toEqual([
        key,
        false,
        true,
        true,
      ]);
      await page.keyboard.press('Escape');
    }
  });
});

describe('on paper', () => {
  const figures = (text: string): string => text.normalize('NFKC').replace(/[^0-9A-Za-z]/g, '');

  test('a report has all its notes below the text, its marks their numbers, its links the ink of the text', async ({
    page,
    server,
    wake,
  }) => {
    await page.goto(`${server.home}${noted}record/`);
    const notes = await page.locator('li[id^="n-"]').allTextContents();
    expect(notes.length).toBeGreaterThan(10);
    await wake(page, noted);
    // Notes come into the margin as they come into view, at any moment.
    await page.evaluate(`
      globalThis.text = () => {
        const article = document.querySelector("article.t").cloneNode(true);
        for (const notes of article.querySelectorAll(".side-notes")) notes.remove();
        return article.textContent;
      };
      globalThis.print = () => { globalThis.printed = text(); dispatchEvent(new Event("beforeprint")); };
    `);
    const served = await page.evaluate('text()');
    await page.getByRole('button', { name: '打印' }).click();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.printed-notes li').allTextContents()).toEqual(notes);
    expect(await page.evaluate('globalThis.printed')).toBe(served);
    expect(await page.locator('.reading').isVisible()).toBe(false);
    const mark = page.locator('#d-3');
    expect(await mark.evaluate((link) => getComputedStyle(link, '::after').content)).toContain('〔3〕');
    const [link, text] = await Promise.all(
      ['#d-3', 'article.t'].map((selector) =>
        page.locator(selector).evaluate((element) => getComputedStyle(element).color),
      ),
    );
    expect(link).toBe(text);
    const pdf = await getDocumentProxy(Uint8Array.from(await page.pdf({ format: 'A4', preferCSSPageSize: true })));
    let printed = '';
    for (let number = 1; number <= pdf.numPages; number++)
      for (const item of (await (await pdf.getPage(number)).getTextContent()).items)
        if ('str' in item) printed += item.str;
    // Machines without Chinese fonts print its characters as boxes, so what is compared is figures.
    for (const [at, note] of notes.entries()) expect(figures(printed)).toContain(`${at + 1}${figures(note)}`);
  });

  test('without script no mark leads to notes that are not there', async ({ openPage, server }) => {
    const { page } = await openPage({ javaScriptEnabled: false });
    await page.goto(`${server.home}${noted}`);
    const content = (): Promise<string> =>
      page.locator('#d-1').evaluate((link) => getComputedStyle(link, '::after').content);
    expect(await content()).toContain('注');
    await page.emulateMedia({ media: 'print' });
    expect(await content()).not.toContain('注');
  });

  test('the signature and its day stand at the right', async ({ page, server }) => {
    await page.goto(`${server.home}reports/120102/2024-justice-bureau/`);
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media });
      const aligned = await page
        .locator('article.t > .by')
        .evaluateAll((lines) => lines.map((line) => [line.textContent, getComputedStyle(line).textAlign]));
      expect(aligned).toEqual([
        ['河东区司法局', 'right'],
        ['2025年1月17日', 'right'],
      ]);
    }
  });
});

test('a note’s mark is never parted from its word, and lifts no line', async ({ page, server }) => {
  await page.goto(`${server.home}${noted}`);
  const lifted = await page.evaluate(() => {
    const joined = [...document.querySelectorAll('article.t a[id^="d-"]')].map(
      (link) => getComputedStyle(link, '::after').content,
    );
    const lines = [...document.querySelectorAll('article.t > p')].map((paragraph) => {
      const { height } = paragraph.getBoundingClientRect();
      const line = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
      return Math.abs(height / line - Math.round(height / line));
    });
    return { joined: joined.every((content) => content.startsWith('"\u2060')), uneven: Math.max(...lines) };
  });
  expect(lifted.joined).toBe(true);
  expect(lifted.uneven).toBeLessThan(0.05);
});
