import { createHash } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { publishedName } from '../../src/archive/routes.ts';
import type { HostileCapture } from './captures.ts';
import { hostileReport } from './hostile-content.ts';
import { hostileFragments, hostileParameters, hostileQueries } from './queries.ts';

/** Pages on which the hostile report, its region, its terms and what is missing are shown. */
const pages: readonly string[] = [
  '',
  hostileReport.page,
  `${hostileReport.page}record/`,
  `${hostileReport.page}v1/`,
  'regions/370304x01/',
  'regions/370304/',
  'regions/',
  'years/2023/370000/',
  'coverage/370300/',
  'newest/',
  'glossary/',
  'issuers/',
  'en/',
  `compare/?a=${hostileReport.id}&b=370304/2022`,
  `compare/?id=${hostileReport.id}&id=370304/2022&role=plan`,
  `cite/?id=${hostileReport.id}`,
  'search/?q=毒木之文',
  'search/?q=毒木之文&mode=ranked',
  `${hostileReport.page}?q=毒木之文`,
  '<script>alert(1)</script>/',
];

/** What no page of the site has: its words never become these. */
const foreign = [
  ...[
    'script:not([src])',
    'script[src*="//"]',
    'script[src^="data"]',
    'iframe',
    'frame',
    'object',
    'embed',
    'base',
    'style',
  ],
  ...[
    'meta[http-equiv]',
    'link[href*="evil"]',
    'math',
    'video',
    'audio',
    'img',
    'marquee',
    'template',
    'xmp',
    'x',
    'svg script',
  ],
  ...[
    '[srcdoc]',
    '[formaction]',
    'form[action*="//"]',
    'a[href^="javascript" i]',
    'a[href^="data" i]',
    '[style*="fixed"]',
  ],
  ...['error', 'load', 'click', 'focus', 'mouseover', 'toggle', 'begin', 'start', 'pageshow'].map(
    (event) => `[on${event}]`,
  ),
].join(',');

/** What was seen on one host: how many items were tried, and everything that should not have been. */
export interface TrialOutcome {
  readonly items: number;
  readonly faults: readonly string[];
}

/** Notes what a page does that no page of the archive does: dialogs, errors, other windows, requests to others. */
function watched(page: Page, origin: string, tell: (fault: string) => void): void {
  page.on('dialog', (dialog) => {
    tell(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => tell(`an error: ${error.message}`));
  page.on('popup', (popup) => tell(`a window: ${popup.url()}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol.startsWith('http')) tell(`a request: ${request.url().slice(0, 80)}`);
  });
}

/** The page's own elements that its words made, and marks that a script left. */
const broughtIn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[
    ...[...document.querySelectorAll(${JSON.stringify(foreign)})].map((element) => element.outerHTML.slice(0, 80)),
    ...(document.title === 'ran' ? ['the title'] : []),
  ]`);

/** A page of its own context on a host, what it tried and what was seen. */
interface Trial {
  readonly page: Page;
  /** Names what is tried from now on, and counts it. */
  readonly begin: (item: string) => void;
  readonly tell: (fault: string) => void;
  /** Looks at what stands on the page. */
  readonly look: () => Promise<void>;
}

async function tried(browser: Browser, home: string, work: (trial: Trial) => Promise<void>): Promise<TrialOutcome> {
  const faults: string[] = [];
  let items = 0;
  let current = '';
  const { origin } = new URL(home);
  const tell = (fault: string): void => {
    faults.push(`${current}: ${fault}`);
  };
  const context: BrowserContext = await browser.newContext();
  const page = await context.newPage();
  watched(page, origin, tell);
  await work({
    page,
    tell,
    begin: (item) => {
      current = item;
      items++;
    },
    look: async () => {
      if (new URL(page.url()).origin !== origin) tell(`it leads to ${page.url()}`);
      for (const element of await broughtIn(page)) tell(`brought in: ${element}`);
    },
  });
  current = 'at the end';
  await page.goto(`${home}about/`);
  const left = await page.evaluate<string[]>(`Object.keys(localStorage).filter((name) => name === 'ran')`);
  for (const name of left) tell(`on the device: ${name}`);
  await context.close();
  return { items, faults };
}

/**
 * Tries what the pages of a site that was built of `writeHostileContent` show, as a host serves it under `home`: every
 * kind of page and, of a whole trial, every query, address and fragment. Nothing may run, ask another host, open a
 * dialog, or become an element.
 */
export function pagesTrial(browser: Browser, home: string, isWhole = true): Promise<TrialOutcome> {
  return tried(browser, home, async ({ page, begin, look }) => {
    for (const path of [...pages, ...(isWhole ? hostileParameters : [])]) {
      begin(path);
      const waitUntil = /search|compare|cite|[?&]q=/.test(path) ? 'networkidle' : 'load';
      const isShown = await page.goto(home + path, { waitUntil }).then(
        () => true,
        // A host that says 404 without a page leaves it to the browser to make one.
        async (error: Error) => {
          if (!error.message.includes('ERR_HTTP_RESPONSE_CODE_FAILURE')) throw error;
          await page.waitForURL(/^chrome-error:/);
          return false;
        },
      );
      if (isShown) await look();
    }

    begin('the reading room beside the report');
    await page.goto(home + hostileReport.page);
    await page.mouse.move(3, 3);
    await page.mouse.wheel(0, 900);
    await page.locator('.reading').waitFor({ state: 'attached' });
    await look();

    if (!isWhole) return;
    await page.goto(`${home}search/`);
    const field = page.getByRole('main').getByRole('searchbox');
    await field.waitFor();
    for (const query of hostileQueries) {
      begin(`query ${JSON.stringify(query).slice(0, 40)}`);
      await field.evaluate((input, value) => Reflect.set(input, 'value', value), query);
      await field.press('Enter');
      await look();
    }

    await page.goto(home + hostileReport.page);
    for (const fragment of hostileFragments) {
      begin(`fragment ${fragment.slice(0, 40)}`);
      await page.evaluate(`location.hash = ${JSON.stringify(fragment)}`);
      await look();
    }
  });
}

/** Opens captures of such a site as a reader does; a file that the browser saves instead of showing it is as good. */
export function capturesTrial(
  browser: Browser,
  home: string,
  captures: readonly HostileCapture[],
): Promise<TrialOutcome> {
  return tried(browser, home, async ({ page, begin, tell }) => {
    for (const { name, format, bytes } of captures) {
      begin(`capture: ${name.slice(0, 60)}`);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await page.goto(`${home}sources/${publishedName({ sha256, format })}`).catch((error: Error) => {
        if (!/ERR_ABORTED|Download is starting/.test(error.message)) throw error;
      });
      if ((await page.title()) === 'ran') tell('it ran');
    }
  });
}
