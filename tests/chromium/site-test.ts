import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
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

/** What axe finds on a page. It is evaluated from outside, where no policy of the site can refuse it. */
async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
  );
}

/** Opens a page that notes what goes wrong on it. */
async function openedIn(context: BrowserContext, server: FileServer): Promise<OpenedPage> {
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
  return { page, context, complaints, violations: () => axeViolations(page) };
}

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
    const browser = await given.startedChromium([`--host-resolver-rules=MAP ${plainHost} 127.0.0.1`]);
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
