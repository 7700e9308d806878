import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject, test } from 'vitest';
import { startedChromium } from '../../src/host/chromium.ts';
import { type FileServer, fileServer } from '../../src/host/plain-host.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Another name of this machine for the browser: a host as intranets have them, which it does not trust without TLS. */
export const plainHost = 'archive.test';

/** A page of its own context, with all that went wrong on it: errors, refused policies, requests to other origins. */
export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
  /** What axe finds, each as its rule and the elements. */
  readonly violations: () => Promise<readonly string[]>;
}

/** Opens a fresh page in a context of its own, for the site of a server: the archive at the root unless named. */
export type OpenPage = (options?: BrowserContextOptions, server?: FileServer) => Promise<OpenedPage>;

/** What a page may be shown in without being loaded again. */
type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

/** How a page that is only looked at is loaded. */
interface Loading {
  readonly context?: BrowserContextOptions;
  /** A script that runs on each page before its own. */
  readonly before?: string;
  /** Waits until the page is as it is to be looked at. */
  readonly ready?: (page: Page) => Promise<unknown>;
}

/**
 * Shows a page of the root's site that a test only looks at: loaded when it does not stand there yet, in the context of
 * the look before where that was opened alike, so that looks at one page in several media load it once.
 */
export type LookAt = (path: string, media?: Media, loading?: Loading) => Promise<OpenedPage>;

/** What every page is shown in that nothing else is asked of. */
const plainMedia = { media: 'screen', colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' } as const;

/** What axe finds on a page. It is evaluated from outside, where no policy of the site can refuse it. */
async function axeViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in globalThis`))) await page.evaluate(axe);
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
  );
}

interface NotedPage extends OpenedPage {
  /** Forgets what went wrong so far. */
  readonly forget: () => void;
}

/** Opens a page that notes what goes wrong on it. */
async function openedIn(context: BrowserContext, server: FileServer): Promise<NotedPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== 'null' && origin !== new URL(server.home).origin) complaints.push(`asked for ${request.url()}`);
  });
  const forget = (): void => {
    complaints.length = 0;
  };
  return { page, context, complaints, violations: () => axeViolations(page), forget };
}

/**
 * The one browser of all test files. Vitest makes what a worker shares anew for every `extend` of a test, so it is kept
 * here, where the module is loaded once for all.
 */
let theBrowser: Promise<Browser> | null = null;

/**
 * A test with the built site in a real browser. The browser and the servers are started once, when a first test asks
 * for them; the contexts that a test opened are closed when it ends.
 */
export const siteTest = test
  .extend('given', { scope: 'worker' }, () => ({
    startedChromium,
    rootSite: inject('rootSite'),
    subPathSite: inject('subPathSite'),
  }))
  .extend('browser', { scope: 'worker' }, async ({ given }, { onCleanup }) => {
    theBrowser ??= given.startedChromium([`--host-resolver-rules=MAP ${plainHost} 127.0.0.1`]);
    const browser = await theBrowser;
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('server', { scope: 'worker' }, async ({ given }, { onCleanup }) => {
    const server = await fileServer(given.rootSite);
    onCleanup(server.close);
    return server;
  })
  .extend('subPathServer', { scope: 'worker' }, async ({ given }, { onCleanup }) => {
    const server = await fileServer(given.subPathSite, '/archive/');
    onCleanup(server.close);
    return server;
  })
  .extend('lookAt', { scope: 'worker' }, async ({ browser, server }, { onCleanup }): Promise<LookAt> => {
    let last: { key: string; path: string | null; opened: NotedPage } | null = null;
    onCleanup(async () => last?.opened.context.close());
    return async (path, media = {}, { context: options = {}, before = '', ready } = {}) => {
      const key = JSON.stringify([options, before]);
      if (last?.key !== key) {
        await last?.opened.context.close();
        const context = await browser.newContext(options);
        await context.addInitScript(before);
        last = { key, path: null, opened: await openedIn(context, server) };
      }
      const { page } = last.opened;
      await page.emulateMedia({ ...plainMedia, ...media });
      if (last.path !== path) {
        last.path = null;
        last.opened.forget();
        await page.goto(`${server.home}${path}`);
        await ready?.(page);
        last.path = path;
      }
      return last.opened;
    };
  })
  .extend('openPage', async ({ browser, server }, { onCleanup }): Promise<OpenPage> => {
    const contexts: BrowserContext[] = [];
    onCleanup(async () => {
      for (const context of contexts) await context.close();
    });
    return async (options = {}, from = server) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      return openedIn(context, from);
    };
  })
  .extend('page', async ({ openPage }) => (await openPage()).page);
