import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { defaultSettings, lookOf, type ReadingSettings } from '../../src/browser/reading/settings/settings.ts';
import { runs } from '../runs.ts';
import { siteTest as test } from './site-test.ts';

/** Every kind of page, and what only some of a kind show. */
const kinds = [
  '',
  'reports/140600/2024/',
  'reports/140404/2024/record/',
  'regions/',
  'regions/140000/',
  'regions/140404/',
  'regions/640104/',
  'years/',
  'years/2024/',
  'issuers/',
  'issuers/government/',
  'issuers/department/justice/',
  'coverage/',
  'coverage/140000/',
  'compare/',
  'compare/?a=140404/2024&b=120102/2024-justice-bureau',
  'cite/?id=140404/2024',
  'search/?q=行政复议',
  'newest/',
  'changes/',
  'glossary/',
  'reading/',
  'about/',
  'nowhere/',
  'en/',
] as const;

/** How the site may be looked at, beside as it is: settings kept on the device, language, what the system asks for. */
const modes: readonly (readonly [
  name: string,
  settings: Partial<ReadingSettings>,
  isEnglish: boolean,
  colorScheme: 'light' | 'dark',
])[] = [
  ['high contrast', { contrast: true }, false, 'light'],
  ['长辈模式', { elder: true }, false, 'light'],
  ['English, dark', {}, true, 'dark'],
  ['high contrast, dark', { contrast: true, scheme: 'dark' }, false, 'dark'],
  ['letters of 200 %, English', { letters: 2 }, true, 'light'],
];

const kept = (settings: Partial<ReadingSettings>, isEnglish: boolean): string => {
  const all = { ...defaultSettings, ...settings };
  const entries = { settings: JSON.stringify(all), look: lookOf(all), ...(isEnglish ? { en: '1' } : {}) };
  return `Object.assign(localStorage, ${JSON.stringify(entries)})`;
};

/** Texts and fields that nobody can reach: past the window's sides, or cut off by what holds them. */
const lost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isScrolled = (element: Element): boolean => {
      for (let above = element.parentElement; above; above = above.parentElement)
        if (/auto|scroll/.test(getComputedStyle(above).overflowX)) return true;
      return false;
    };
    const found = [
      ...document.querySelectorAll('a, button, input, select, summary, p, li, td, th, dd, dt, h1, h2, h3'),
    ];
    return found.flatMap((element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      if (
        width === 0 ||
        height === 0 ||
        element.closest('[class=skip], .anchor, [popover], .tool-more, .compared thead') ||
        isScrolled(element)
      )
        return [];
      const isCut = getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
      return left < -1 || right > innerWidth + 1 || isCut
        ? [
            `${element.tagName} ${(element.textContent ?? '').trim().slice(0, 20)} ${Math.round(left)}–${Math.round(right)}`,
          ]
        : [];
    });
  });

/** Where the page's own stops of the Tab key stand before one that was met already: the order does not follow sight. */
const jumps = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const stops = [
      ...document.querySelectorAll(
        'header a, header button, header input, main a, main button, main input, main select',
      ),
    ];
    const shown = stops.filter((stop) => stop.checkVisibility() && !stop.closest('[popover], .reading'));
    return shown.slice(1).flatMap((stop, at) => {
      const before = shown[at]?.getBoundingClientRect();
      const { top, bottom, left, right } = stop.getBoundingClientRect();
      if (!before || bottom > before.top + 2) return [];
      // Upward is where the next column begins, on the right.
      return left >= before.right - 2 || top === before.top || right <= before.left ? [] : [stop.textContent ?? ''];
    });
  });

test.for(kinds.map((path, at) => [path, at] as const))(
  '/%s: axe finds nothing in any mode, nothing is lost in the narrowest window or moves while it loads',
  async ([path, at], { openPage, server }) => {
    // One mode in turn for each page; with `RUNS=5` every page in every one.
    for (let run = 0; run < runs(1); run++) {
      const mode = modes[(at + run) % modes.length];
      if (mode === undefined) throw new Error('no mode');
      const [name, settings, isEnglish, colorScheme] = mode;
      const { page, violations } = await openPage({ colorScheme, viewport: { width: 1280, height: 900 } });
      await page.addInitScript(kept(settings, isEnglish));
      await page.goto(`${server.home}${path}`, { waitUntil: 'networkidle' });
      expect([path, name, await violations()]).toEqual([path, name, []]);
      expect([path, name, await jumps(page)]).toEqual([path, name, []]);
      // 1280 at 400 %.
      await page.setViewportSize({ width: 320, height: 256 });
      await expect.poll(() => page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      expect([path, name, await lost(page)]).toEqual([path, name, []]);
      expect([path, name, await jumps(page)]).toEqual([path, name, []]);
    }
  },
);

test('no page moves by more than 0.05 while it loads', async ({ openPage, server }) => {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 375, height: 812 },
  ]) {
    const { page } = await openPage({ viewport });
    await page.addInitScript(`globalThis.shift = 0;
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; })
        .observe({ type: 'layout-shift', buffered: true });`);
    const moved: [string, number][] = [];
    for (const path of kinds) {
      await page.goto(`${server.home}${path}`, { waitUntil: 'networkidle' });
      moved.push([path, Math.round((await page.evaluate<number>('shift')) * 1000) / 1000]);
    }
    expect(moved.filter(([, shift]) => shift > 0.05)).toEqual([]);
  }
});
