import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { readingTools } from '../../src/browser/reading/reading-tools.ts';
import { defaultSettings, lookOf } from '../../src/browser/reading/settings/settings.ts';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';
import { siteTest } from './site-test.ts';

const report = 'reports/140404/2024/';

/** Without room for editors' notes in the margin, which are fetched and put into the page as it scrolls. */
const narrow = { viewport: { width: 900, height: 800 } };

/** Wakes a page's reading room, as a first movement does. */
async function wake(page: Page): Promise<void> {
  await page.mouse.move(3, 3);
  await page.mouse.move(9, 9);
  await page.locator('.reading').waitFor({ state: 'attached' });
}

const test = siteTest
  /** Goes to a page of the site and wakes its reading room. */
  .extend('goto', ({ server }) => async (page: Page, path: string): Promise<void> => {
    await page.goto(`${server.home}${path}`);
    await wake(page);
  })
  .extend('reading', ({ openPage, goto }) => async (path: string, options: BrowserContextOptions = {}) => {
    const opened = await openPage(options);
    await goto(opened.page, path);
    return opened;
  });

const style = (page: Page, property: string): Promise<string> =>
  page.evaluate<string>(`getComputedStyle(document.documentElement).getPropertyValue('${property}')`);
const articleText = (page: Page): Promise<string> =>
  page.evaluate<string>(`document.querySelector('article.t').textContent`);
/** All texts of the page, as they stand. */
const pageText = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `[...document.querySelectorAll('header, main, footer')].map((part) => part.textContent).join('')`,
  );

async function turnTraditional(page: Page): Promise<void> {
  await page.keyboard.press('t');
  await page.getByRole('button', { name: '显示为繁体' }).click();
  await page.locator('html[data-turned]').waitFor();
  await page.keyboard.press('Escape');
}

describe('settings', () => {
  test('a look that no setting makes, planted on the device, is not put on and is taken away', async ({
    server,
    openPage,
  }) => {
    const { page } = await openPage();
    await page.goto(`${server.home}regions/`);
    await page.evaluate(`localStorage.setItem('look', 'display:none')`);
    await page.goto(`${server.home}years/`, { waitUntil: 'commit' });
    await page.locator('main').waitFor({ state: 'visible' });
    expect(await page.evaluate('document.documentElement.style.cssText')).toBe('');
    await expect.poll(() => page.evaluate(`localStorage.getItem('look')`)).toBe('');
  });

  test('are remembered across pages and set before the first painting, without the reading room', async ({
    server,
    reading,
  }) => {
    const { page, context, complaints } = await reading(report);
    await page.keyboard.press('s');
    await page.getByRole('radio', { name: '很大' }).check();
    await page.getByRole('radio', { name: '深色' }).check();
    await page.getByRole('radio', { name: '最宽' }).check();
    expect(await style(page, 'font-size')).toBe('28px');
    // Without any module the look is there: only the script in the head runs.
    await context.route(/reading\.js|_astro/, (route) =>
      /\.js$/.test(route.request().url()) ? route.abort() : route.continue(),
    );
    await page.goto(`${server.home}regions/`, { waitUntil: 'commit' });
    await page.locator('main').waitFor();
    expect([await style(page, 'font-size'), await style(page, 'color-scheme'), await style(page, '--leading')]).toEqual(
      ['28px', 'dark', '2.5'],
    );
    expect(complaints.filter((complaint) => !complaint.includes('ERR_FAILED') && !/import/.test(complaint))).toEqual(
      [],
    );
  });

  test('their page has the same controls, and the bar follows what is chosen there', async ({ reading }) => {
    const { page, complaints } = await reading('reading/');
    const main = page.getByRole('main');
    await main.getByRole('radio', { name: '较大' }).check();
    expect(await style(page, 'font-size')).toBe('20px');
    await main.getByRole('button', { name: '打开长辈模式' }).click();
    const bar = page.getByRole('complementary', { name: '阅读工具' });
    expect(await bar.getByRole('button').allTextContents()).toEqual(['字大些', '字小些', '回到普通模式']);
    await bar.getByRole('button', { name: '字大些' }).click();
    expect(await main.getByRole('radio', { name: '很大' }).isChecked()).toBe(true);
    await bar.getByRole('button', { name: '回到普通模式' }).click();
    expect(await main.getByRole('radio').count()).toBe(19);
    await main.getByRole('button', { name: '全部恢复原样' }).click();
    expect(await page.evaluate(`[document.documentElement.style.cssText, localStorage.look]`)).toEqual(['', '']);
    expect(complaints).toEqual([]);
  });

  test('the typeface and the width of the text are shown at once by the sample, and kept for reports', async ({
    reading,
    goto,
  }) => {
    const { page } = await reading('reading/');
    const width = (selector: string): Promise<number> =>
      page.locator(selector).evaluate((element) => element.getBoundingClientRect().width);
    const before = await width('.sample');
    await page.getByRole('radio', { name: '楷体' }).check();
    await page.getByRole('radio', { name: '窄' }).check();
    expect(await page.locator('.sample').evaluate((sample) => getComputedStyle(sample).fontFamily)).toMatch(/^KaiTi/);
    expect(await width('.sample')).toBeLessThan(before);
    await goto(page, report);
    const text = page.locator('article.t p').first();
    await expect.poll(() => text.evaluate((element) => getComputedStyle(element).fontFamily)).toMatch(/^KaiTi/);
    expect(Math.round(await width('article.t'))).toBe(30 * 17);
  });

  test('without script the page says what the browser itself can do', async ({ openPage, server }) => {
    const { page } = await openPage({ javaScriptEnabled: false });
    await page.goto(`${server.home}reading/`);
    const main = page.getByRole('main');
    expect(await main.textContent()).toContain('这些设置需要浏览器运行脚本');
    expect(await main.textContent()).toContain('浏览器自己能做的');
    expect(await main.getByRole('radio').count()).toBe(0);
  });

  test('where the browser keeps nothing they hold on the page and say so', async ({ page, goto }) => {
    await page.addInitScript(
      `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }`,
    );
    await goto(page, 'reading/');
    await page.getByRole('radio', { name: '大', exact: true }).check();
    expect(await style(page, 'font-size')).toBe('24px');
    expect(await page.getByRole('status').filter({ hasText: '不允许保存' }).count()).toBe(1);
  });

  test('paper is white whatever the screen is', async ({ page, goto }) => {
    await page.addInitScript(
      `localStorage.settings ??= '{"scheme":"dark","letters":2}'; localStorage.look ??= 'font-size:200%;color-scheme:dark;'`,
    );
    await goto(page, report);
    await page.emulateMedia({ media: 'print' });
    expect([await style(page, 'color-scheme'), await style(page, 'font-size')]).toEqual(['light', '14.6667px']);
  });
});

const kinds = [
  '',
  report,
  `${report}record/`,
  'regions/140400/',
  'years/2024/140000/',
  'search/?q=法治',
  'coverage/',
  'compare/',
  'reading/',
  'about/',
];
const modes = { elder: { elder: true }, contrast: { contrast: true } } as const;

describe.for(['elder', 'contrast'] as const)('in the %s mode', (mode) => {
  const settings = { ...defaultSettings, ...modes[mode] };
  const before = `Object.assign(localStorage, ${JSON.stringify({ settings: JSON.stringify(settings), look: lookOf(settings) })})`;
  const loading = { context: { viewport: { width: 375, height: 740 } }, before, ready: wake };

  describe.for(kinds)('axe finds nothing, and nothing sticks out at 375 px, on /%s', (path) => {
    test.for(['light', 'dark'] as const)('%s', async (colorScheme, { lookAt }) => {
      const { page, violations } = await lookAt(path, { colorScheme }, loading);
      expect(await violations()).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    });
  });

  // Where all controls stand.
  test.for(['light', 'dark'] as const)('axe finds nothing in the open panel: %s', async (colorScheme, { lookAt }) => {
    const open = async (page: Page): Promise<void> => {
      await wake(page);
      await page.keyboard.press('s');
      await page.locator('.settings').first().waitFor();
    };
    const { violations } = await lookAt('about/?panel', { colorScheme }, { ...loading, ready: open });
    expect(await violations()).toEqual([]);
  });
});

describe('the bar', () => {
  test('every tool opens by its key, the list names each key once, and the focus returns to the button', async ({
    reading,
  }) => {
    const { page, complaints } = await reading(report);
    const keys = readingTools.map(({ key }) => key);
    expect(new Set([...keys, 'n', 'p', 'l', '/']).size).toBe(keys.length + 4);
    for (const { key, name: message } of readingTools) {
      const name = zhHans[message];
      await page.locator('h1').click();
      await page.keyboard.press(key);
      await page.getByRole('region', { name, exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.tool-panel').waitFor({ state: 'hidden' });
      expect([key, await page.evaluate('document.activeElement.textContent')]).toEqual([key, name]);
    }
    await page.keyboard.press('?');
    await page.locator('.keys').waitFor();
    const listed = await page.locator('.keys kbd').allTextContents();
    expect(listed).toEqual([...keys, '/', 'l', 'Esc']);
    expect(complaints).toEqual([]);
  });

  test('the first key that is pressed on a page opens its tool, though the bar comes only then', async ({
    openPage,
    server,
  }) => {
    const { page, complaints } = await openPage();
    await page.goto(`${server.home}${report}`);
    expect(await page.locator('.reading').count()).toBe(0);
    await page.keyboard.press('s');
    await page.getByRole('region', { name: '设置' }).waitFor();
    await page.keyboard.press('s');
    await page.locator('.tool-panel').waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  });

  test('keys can be switched off, those of the steps through a search too', async ({ reading }) => {
    const { page } = await reading(`${report}?q=法治`);
    await page.locator('.steps').waitFor();
    await page.keyboard.press('?');
    await page.locator('.keys').waitFor();
    expect(await page.locator('.keys kbd').allTextContents()).toEqual(expect.arrayContaining(['n', 'p']));
    const place = page.locator('.steps [role=status]');
    await page.keyboard.press('n');
    expect(await place.textContent()).toContain('第 2 处');
    await page.keyboard.press('s');
    await page.getByRole('checkbox', { name: '单键快捷键' }).uncheck();
    await page.keyboard.press('Escape');
    expect(await place.count()).toBe(1);
    await page.keyboard.press('?');
    await page.keyboard.press('n');
    expect(await page.locator('.tool-panel').isHidden()).toBe(true);
    await page.reload();
    await page.locator('.steps').waitFor();
    await page.mouse.move(20, 20);
    await page.locator('.reading').waitFor();
    await page.keyboard.press('n');
    expect(await place.textContent()).toContain('第 1 处');
  });

  test.for([
    { width: 320, height: 640 },
    // 1280 by 1024 at 400 %.
    { width: 320, height: 256 },
    { width: 1280, height: 800 },
  ])('covers neither the focus nor the end of the text at $width by $height', async (viewport, { openPage, goto }) => {
    for (const mode of ['{}', '{"elder":true}']) {
      const { page } = await openPage({ viewport });
      await page.addInitScript(`localStorage.settings = '${mode}'`);
      await goto(page, `${report}?q=法治`);
      await page.locator('.steps').waitFor();
      const covered = await page.evaluate<string[]>(`(async () => {
        const bars = () => [...document.querySelectorAll('.reading, .steps')].filter((bar) => getComputedStyle(bar).position === 'fixed');
        const covered = [];
        await new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(seen, 50))));
        const places = bars().map((bar) => bar.getBoundingClientRect());
        if (places.length === 2 && places[0].top < places[1].bottom && places[1].top < places[0].bottom) covered.push('bars');
        for (const link of document.querySelectorAll('main a[href], footer a')) {
          link.focus();
          await new Promise(requestAnimationFrame);
          const { top, right, bottom, left } = link.getBoundingClientRect();
          if (bottom > innerHeight + 1 && bottom - top < innerHeight) covered.push(link.textContent);
          for (const bar of bars().map((bar) => bar.getBoundingClientRect())) {
            const isBelow = bottom > bar.top + 1 && bottom - top < bar.top && top < bar.bottom;
            if (isBelow && right > bar.left && left < bar.right) covered.push(link.textContent);
          }
        }
        scrollTo(0, document.documentElement.scrollHeight);
        const end = document.querySelector('footer').getBoundingClientRect();
        for (const bar of [{ top: innerHeight, left: 0, right: innerWidth }, ...bars().map((bar) => bar.getBoundingClientRect())])
          if (end.bottom > bar.top + 1 && end.top < (bar.bottom ?? Infinity) && end.right > bar.left && end.left < bar.right) covered.push('the end');
        return covered;
      })()`);
      expect(covered).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    }
  });

  test('offers the place where a report was left, on this device, and jumps nowhere by itself', async ({
    reading,
    goto,
  }) => {
    const { page } = await reading(report);
    const anchor = await page.evaluate<string>(`document.querySelectorAll('article.t > p[id]')[12].id`);
    await page.evaluate(`document.getElementById('${anchor}').scrollIntoView({ block: 'start', behavior: 'instant' })`);
    const kept = (): Promise<string> => page.evaluate<string>(`localStorage.places ?? ''`);
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, -30);
        return kept();
      })
      .toContain(report);
    await goto(page, report);
    expect(await page.evaluate('scrollY')).toBe(0);
    const link = page.getByRole('link', { name: /^上次读到：/ });
    await link.waitFor();
    const left = await page.evaluate<string>('JSON.parse(localStorage.places)[0][1]');
    expect(await link.getAttribute('href')).toBe(`#${left}`);
    await link.click();
    expect(await page.evaluate('scrollY')).toBeGreaterThan(500);
    // The home page leads back to it too, and forgets it when asked.
    const title = await page.locator('meta[name="citation_title"]').getAttribute('content');
    await goto(page, '');
    const back = page.locator('.continue').getByRole('link', { name: title ?? '', exact: true });
    expect(await back.getAttribute('href')).toMatch(new RegExp(`/${report}#p-`));
    await page.getByRole('button', { name: '忘掉' }).click();
    expect(await page.locator('.continue').count()).toBe(0);
    expect(await page.evaluate('localStorage.places')).toBeUndefined();
    await goto(page, report);
    await page.keyboard.press('s');
    await page.getByRole('checkbox', { name: '记住读到哪里' }).uncheck();
    expect(await page.evaluate('localStorage.places')).toBeUndefined();
  });
});

describe('traditional characters', () => {
  test('are shown with the exceptions, kept across pages, and every letter comes back', async ({ reading, goto }) => {
    const { page, complaints } = await reading(report, narrow);
    const [before, article] = [await pageText(page), await articleText(page)];
    await turnTraditional(page);
    const turned = await articleText(page);
    for (const words of [
      '行政復議',
      '「四宜」',
      '長治',
      '上黨區',
      '黨內',
      '台賬',
      '急於瞭解',
      '發展',
      '規範',
      '幹部',
      '執法',
      '制度',
    ])
      expect(turned).toContain(words);
    for (const wrong of ['複議', '製度', '製定', '後台', '隻有', '衹']) expect(turned).not.toContain(wrong);
    expect(turned).toHaveLength(article.length);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
    expect(
      await page
        .getByRole('complementary')
        .getByRole('button', { name: /^自動轉換/ })
        .isVisible(),
    ).toBe(true);
    await goto(page, 'regions/140400/');
    await page.locator('html[data-turned]').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('長治市');
    await goto(page, report);
    await page.locator('html[data-turned]').waitFor();
    await page.getByRole('button', { name: /^自動轉換/ }).click();
    await page.locator('html:not([data-turned])').waitFor();
    expect(await pageText(page)).toBe(before);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
    expect(complaints).toEqual([]);
  });

  test('come back exactly through marks put in and taken out, and finding meets the original', async ({ reading }) => {
    const { page } = await reading(report, narrow);
    const before = await articleText(page);
    await turnTraditional(page);
    await page.keyboard.press('f');
    const field = page.getByRole('searchbox', { name: '在这份报告里查找' });
    await field.fill('行政复议');
    await page.locator('article.t mark').first().waitFor();
    expect(await page.locator('article.t mark').first().textContent()).toBe('行政復議');
    await field.fill('答复');
    const answers = before.split('答复').length - 1;
    await expect.poll(() => page.locator('article.t mark').count()).toBe(answers);
    await field.fill('法治');
    await page.locator('article.t mark').first().waitFor();
    // Back to simplified while the marks stand.
    await page.getByRole('button', { name: /^自動轉換/ }).click();
    await page.locator('html:not([data-turned])').waitFor();
    expect(await articleText(page)).toBe(before);
    await page.keyboard.press('Escape');
    expect(await articleText(page)).toBe(before);
  });

  test('a search leads to the marks, in the page’s own letters underneath', async ({ server, reading }) => {
    const { page } = await reading(report, narrow);
    await turnTraditional(page);
    await page.goto(`${server.home}${report}?q=行政复议`);
    await page.locator('html[data-turned]').waitFor();
    await page.locator('.steps').waitFor();
    await expect
      .poll(async () => new Set(await page.locator('article.t mark').allTextContents()))
      .toEqual(new Set(['行政復議']));
  });

  test('a selection that is copied is the original', async ({ reading }) => {
    const { page } = await reading(report, { permissions: ['clipboard-read', 'clipboard-write'] });
    const original = await page.evaluate<string>(`document.querySelector('article.t > p[id]').textContent`);
    await turnTraditional(page);
    const shown = await page.evaluate<string>(`(() => {
      const paragraph = document.querySelector('article.t > p[id]');
      getSelection().selectAllChildren(paragraph);
      return paragraph.textContent;
    })()`);
    expect(shown).not.toBe(original);
    await page.keyboard.press('Control+c');
    expect((await page.evaluate<string>('navigator.clipboard.readText()')).trim()).toBe(original.trim());
    await expect.poll(() => page.evaluate(`document.querySelector('article.t > p[id]').textContent`)).toBe(shown);
  });
});

/**
 * A speech synthesis made up for these tests, for a browser without sound has no voices: it says nothing, notes what it
 * is given, and ends a sentence when the test says so.
 */
const fakeSpeech = `(() => {
  const events = new EventTarget();
  const speech = Object.assign(events, {
    said: [], given: [], current: null,
    getVoices: () => window.fakeVoices ?? [{ name: '试音', lang: 'zh-CN', localService: true }],
    speak(utterance) { speech.current = utterance; speech.said.push(utterance.text); speech.given.push(utterance.rate); },
    cancel() { const left = speech.current; speech.current = null; left?.dispatchEvent(new Event('error')); },
    endSentence() { const done = speech.current; speech.current = null; done.dispatchEvent(new Event('end')); },
  });
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
})()`;

describe('reading aloud, with a made-up voice', () => {
  test('goes sentence by sentence, marks each, pauses, resumes, steps, stops', async ({ openPage, goto }) => {
    const { page, complaints } = await openPage();
    await page.addInitScript(fakeSpeech);
    await goto(page, report);
    const said = (): Promise<string[]> => page.evaluate<string[]>('speechSynthesis.said');
    const marked = (): Promise<string> =>
      page.evaluate<string>(`[...CSS.highlights.get('aloud') ?? []].map((range) => range.toString()).join('').trim()`);
    await page.evaluate(
      `document.querySelectorAll('article.t > p[id]')[3].scrollIntoView({ block: 'center', behavior: 'instant' })`,
    );
    await page.keyboard.press('r');
    await page.getByRole('button', { name: '从这一段读起' }).click();
    const [first = ''] = await said();
    expect(await marked()).toBe(first);
    expect(await articleText(page)).toContain(first);
    await page.evaluate('speechSynthesis.endSentence()');
    const [, second = ''] = await said();
    expect(second).not.toBe(first);
    expect(await marked()).toBe(second);
    await page.getByRole('button', { name: '暂停' }).click();
    expect(await page.evaluate('speechSynthesis.current')).toBeNull();
    await page.getByRole('button', { name: '继续' }).click();
    expect(await said()).toEqual([first, second, second]);
    await page.getByRole('button', { name: '上一句' }).click();
    expect((await said()).at(-1)).toBe(first);
    await page.getByRole('combobox', { name: '速度' }).selectOption({ label: '快' });
    expect(await page.evaluate('speechSynthesis.given.at(-1)')).toBe(1.25);
    await page.getByRole('button', { name: '停止' }).click();
    expect(await marked()).toBe('');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('从这一段读起');
    await page.getByRole('button', { name: '从这一段读起' }).click();
    await page.keyboard.press('Escape');
    expect([await marked(), await page.evaluate('speechSynthesis.current')]).toEqual(['', null]);
    expect(complaints).toEqual([]);
  });

  test('reads all sentences to the end, and no word is left out', async ({ page, goto }) => {
    await page.addInitScript(fakeSpeech);
    await goto(page, report);
    await page.keyboard.press('r');
    await page.getByRole('button', { name: '从这一段读起' }).click();
    const all = await page.evaluate<string[]>(`(() => {
      while (speechSynthesis.current) speechSynthesis.endSentence();
      return speechSynthesis.said;
    })()`);
    const shown = await page.evaluate<string>(
      `[...document.querySelectorAll('article.t > [id]:not(button)')].map((block) => block.textContent).join('')`,
    );
    const bare = (text: string): string => text.replace(/[\\s\\d]/gu, '');
    const from = bare(shown).indexOf(bare(all[0] ?? '?'));
    expect(bare(all.join(''))).toBe(bare(shown).slice(from));
  });

  test('says so where the browser has no Chinese voice', async ({ openPage, goto }) => {
    const { page, violations } = await openPage();
    await page.addInitScript(
      `${fakeSpeech}; window.fakeVoices = [{ name: 'Alice', lang: 'it-IT', localService: true }]`,
    );
    await goto(page, report);
    await page.keyboard.press('r');
    await page.getByText('这个浏览器没有中文语音').waitFor();
    expect(await violations()).toEqual([]);
  });
});

test('WeChat’s browser is told to open another where files are offered; others are not', async ({ reading }) => {
  const userAgent =
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50';
  for (const [options, count] of [
    [{ userAgent }, 1],
    [{}, 0],
  ] as const) {
    const { page } = await reading(report, options);
    await page.keyboard.press('d');
    await page.getByRole('button', { name: /Markdown/ }).waitFor();
    expect(await page.getByText('在浏览器打开').count()).toBe(count);
  }
});
