import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { describe, expect } from 'vitest';
import { roleKeys } from '../../src/i18n/report-words.ts';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';
import { siteTest as test } from './site-test.ts';

/** Every kind of page, with what only some of a kind show. */
const kinds = [
  '',
  'reports/140600/2024/',
  'reports/140404/2024/',
  'reports/140404/2024/record/',
  'regions/',
  'regions/140000/',
  'regions/140400/',
  'regions/140404/',
  'years/',
  'years/2024/',
  'years/2024/140000/',
  'issuers/',
  'issuers/government/',
  'coverage/',
  'coverage/140000/',
  'compare/',
  'compare/?a=140404/2024&b=120102/2024-justice-bureau',
  'cite/?id=140404/2024',
  'search/?q=行政复议',
  'newest/',
  'changes/',
  'about/',
  'en/',
  'nowhere/',
] as const;

/** What stands on a printed page, with how far from the paper's lower edge, in points. */
async function printedPages(page: Page): Promise<readonly (readonly { text: string; height: number }[])[]> {
  const pdf = await getDocumentProxy(Uint8Array.from(await page.pdf({ format: 'A4', preferCSSPageSize: true })));
  const pages: { text: string; height: number }[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.flatMap((item) => ('str' in item ? [{ text: item.str, height: Number(item.transform[5]) }] : [])));
  }
  return pages;
}

/** The lower margin of the paper, where the running foot stands: 2 cm in points. */
const margin = 56;
// Machines without Chinese fonts print its characters as boxes, so what is compared is figures and Latin letters.
const figures = (text: string): string => text.normalize('NFKC').replace(/[^0-9A-Za-z/]/g, '');

describe('a report on paper', () => {
  test.for(['140404/2024', '341824/2023', '140600/2024'])(
    '%s: the foot on each page, no text cut',
    async (id, { page, server }) => {
      await page.goto(`${server.home}reports/${id}/`);
      const text = (await page.getByRole('article').textContent()) ?? '';
      const pages = await printedPages(page);
      expect(pages.length).toBeGreaterThan(2);
      for (const [at, runs] of pages.entries()) {
        const foot = runs.filter(({ height }) => height < margin);
        expect(figures(foot.map((run) => run.text).join(''))).toMatch(
          new RegExp(`/reports/${id}/${at + 1}/${pages.length}$`),
        );
      }
      const body = pages.flat().filter(({ height }) => height >= margin);
      expect(figures(body.map((run) => run.text).join(''))).toContain(figures(text));
    },
  );

  test('no navigation, no form, and the last sentence is there', async ({ page, server }) => {
    await page.goto(`${server.home}reports/120102/2024-justice-bureau/`);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of await page.locator('nav, form, header').all()) expect(await hidden.isVisible()).toBe(false);
    expect(await page.locator('article > :last-child').isVisible()).toBe(true);
  });
});

describe('parts of a report', () => {
  test('are named above their headings, in the heading’s name but not in the text', async ({ page, server }) => {
    await page.goto(`${server.home}reports/140404/2024/`);
    for (const role of ['achievements', 'shortcomings', 'first-responsible', 'plan'] as const) {
      const name = zhHans[roleKeys[role]];
      const heading = page.locator(`[data-part="${name}"]`).first();
      expect(await heading.textContent()).not.toMatch(new RegExp(`^${name}`));
      const drawn = await heading.evaluate((element) => getComputedStyle(element, '::before').content);
      expect(drawn).toBe(`"${name}"`);
      expect(await page.getByRole('heading', { name: new RegExp(`^${name}`) }).count()).toBeGreaterThan(0);
    }
  });

  test('a label covers no line of text', async ({ openPage, server }) => {
    const { page } = await openPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${server.home}reports/140600/2024/`);
    const room = await page.locator('[data-part]').evaluateAll((headings) => {
      const lead = (element: Element): number => {
        const style = getComputedStyle(element);
        return (Number.parseFloat(style.lineHeight) - Number.parseFloat(style.fontSize)) / 2;
      };
      return headings.flatMap((heading) => {
        const label = getComputedStyle(heading, '::before');
        const lift = -Number.parseFloat(label.marginTop);
        const above = heading.previousElementSibling;
        const gap = above
          ? heading.getBoundingClientRect().top - above.getBoundingClientRect().bottom + lead(above)
          : lift;
        return [gap - lift, lift + lead(heading) - Number.parseFloat(label.height)];
      });
    });
    expect(room.length).toBeGreaterThan(2);
    expect(Math.min(...room)).toBeGreaterThan(0);
  });
});

describe('the text', () => {
  test('has 34 to 40 characters a line, 1.9 lines apart, indented by two characters', async ({ openPage, server }) => {
    const { page } = await openPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${server.home}reports/341824/2023/`);
    const set = await page
      .locator('article p')
      .first()
      .evaluate((element) => {
        const style = getComputedStyle(element);
        const letter = Number.parseFloat(style.fontSize);
        const first = new Range();
        first.setStart(element.firstChild ?? element, 0);
        first.setEnd(element.firstChild ?? element, 1);
        return {
          characters: element.getBoundingClientRect().width / letter,
          leading: Number.parseFloat(style.lineHeight) / letter,
          indent: (first.getBoundingClientRect().left - element.getBoundingClientRect().left) / letter,
        };
      });
    expect(set.characters).toBeGreaterThanOrEqual(34);
    expect(set.characters).toBeLessThanOrEqual(40);
    expect(set.leading).toBeCloseTo(1.9);
    expect(set.indent).toBeCloseTo(2);
  });

  test('takes a reader’s measure, leading, size and colours from the root element alone', async ({
    openPage,
    server,
  }) => {
    const { page } = await openPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${server.home}reports/341824/2023/`);
    const set = await page.evaluate(() => {
      document.documentElement.style.cssText =
        'font-size: 24px; --leading: 2.2; --measure: 30em; --ink: #000; --paper: #fff; color-scheme: light';
      const paragraph = document.querySelector('article p');
      if (!paragraph) return null;
      const style = getComputedStyle(paragraph);
      return [
        style.fontSize,
        style.lineHeight,
        style.color,
        getComputedStyle(document.documentElement).backgroundColor,
        `${Math.round(paragraph.getBoundingClientRect().width)}px`,
      ];
    });
    expect(set).toEqual(['24px', '52.8px', 'rgb(0, 0, 0)', 'rgb(255, 255, 255)', '720px']);
  });

  test('does not move while the page loads', async ({ openPage, server }) => {
    const { page } = await openPage({ viewport: { width: 375, height: 800 } });
    await page.goto(`${server.home}reports/140404/2024/`);
    const shifts = await page.evaluate(
      () =>
        new Promise<number>((told) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if ('value' in entry) sum += Number(entry.value);
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => told(sum), 500);
        }),
    );
    expect(shifts).toBe(0);
  });
});

describe.for(['', 'reports/140600/2024/', 'coverage/140000/', 'regions/140400/'])(
  'axe finds nothing on /%s',
  (path) => {
    test.for([
      ['more contrast', { contrast: 'more' }],
      ['forced colours', { forcedColors: 'active' }],
    ] as const)('with %s', async ([, media], { lookAt }) => {
      const { violations } = await lookAt(path, media);
      expect(await violations()).toEqual([]);
    });
  },
);

test.for(kinds)('/%s sticks out sideways at no width', async (path, { lookAt }) => {
  const { page } = await lookAt(path, {}, { ready: (page) => page.waitForLoadState('networkidle') });
  for (const width of [320, 375, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    // The window is told its new width before the page is laid out anew.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), { message: `${width} px` })
      .toBe(0);
  }
});

test('the table of a place’s reports stands whole on a phone, without scrolling in its box', async ({
  lookAt,
  subPathServer,
}) => {
  const { page } = await lookAt('regions/140404/');
  for (const address of [page.url(), `${subPathServer.home}regions/341824/`]) {
    await page.goto(address);
    for (const width of [320, 375]) {
      await page.setViewportSize({ width, height: 812 });
      const cut = await page
        .locator('.timeline :is(th, td)')
        .evaluateAll((cells) =>
          cells.flatMap((cell) =>
            cell.closest('thead') === null && cell.getBoundingClientRect().right > innerWidth - 20
              ? [cell.textContent]
              : [],
          ),
        );
      expect(cut, `${address} at ${width}`).toEqual([]);
      const box = page.locator('.scroll:has(> .timeline)');
      expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    }
  }
});

test('on a phone no heading’s number stands alone on its line, and what is doubtful is told on one', async ({
  lookAt,
}) => {
  const { page } = await lookAt('reports/140404/2024/');
  for (const width of [320, 375]) {
    await page.setViewportSize({ width, height: 812 });
    const torn = await page.locator('article :is(h2, h3)').evaluateAll((headings) =>
      headings.flatMap((heading) => {
        const text = heading.textContent ?? '';
        const number = /^(?:（.+?）|.+?、)/.exec(text)?.[0].length;
        const { firstChild } = heading;
        if (number === undefined || firstChild === null) return [];
        const [first, next] = [0, number].map((at) => {
          const range = new Range();
          range.setStart(firstChild, at);
          range.setEnd(firstChild, at + 1);
          return range.getBoundingClientRect().top;
        });
        return first === next ? [] : [text];
      }),
    );
    expect(torn, `${width} px`).toEqual([]);
    const doubts = page.getByRole('link', { name: /处存疑/ });
    expect((await doubts.boundingBox())?.height).toBeLessThan(40);
  }
});
