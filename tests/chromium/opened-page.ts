import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { FileServer } from '../../src/host/plain-host.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A page of its own context, with all that went wrong on it: errors, refused policies, requests to other origins. */
export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
  /** What axe finds, each as its rule and the elements. */
  readonly violations: () => Promise<readonly string[]>;
}

/** Opens a fresh page in a context of its own. */
export async function openedPage(
  browser: Browser,
  server: FileServer,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<OpenedPage> {
  const context = await browser.newContext(options);
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
  await context.addInitScript({ path: axePath });
  const violations = async (): Promise<string[]> =>
    page.evaluate<string[]>(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
    );
  return { page, context, complaints, violations };
}
