import { describe, expect } from 'vitest';
import { fileServer, noHeaders } from '../../src/host/plain-host.ts';
import { headersOf } from '../../src/host/site-headers.ts';
import { capturesTrial, pagesTrial } from '../hostile/browser-trial.ts';
import { hostileCaptures } from '../hostile/captures.ts';
import { siteTest } from './site-test.ts';

const test = siteTest.extend(
  'served',
  ({ given }, { onCleanup }) =>
    async (headers: typeof headersOf): Promise<string> => {
      const server = await fileServer(given.subPathSite, '/archive/', headers);
      onCleanup(server.close);
      return server.home;
    },
);

describe.for([
  // Whatever runs here would run on a host without headers too; there everything is tried.
  ['with the site’s headers', headersOf, false, 18],
  ['on a host that takes no headers', noHeaders, true, 130],
] as const)('%s', ([, headers, isWhole, least]) => {
  test('nothing hostile runs on a page, and nothing becomes an element', async ({ browser, served }) => {
    const { items, faults } = await pagesTrial(browser, await served(headers), isWhole);
    expect(faults).toEqual([]);
    expect(items).toBeGreaterThan(least);
  });

  test('no capture runs', async ({ browser, served }) => {
    const { items, faults } = await capturesTrial(browser, await served(headers), hostileCaptures);
    expect(faults).toEqual([]);
    expect(items).toBeGreaterThan(80);
  });
});

test('what runs is seen: captures that a host gives as pages', async ({ browser, served }) => {
  const pages = hostileCaptures.filter(({ format }) => format === 'html').slice(0, 20);
  const home = await served((path) =>
    path.startsWith('/sources/') ? { 'Content-Type': 'text/html; charset=utf-8' } : {},
  );
  const { faults } = await capturesTrial(browser, home, pages);
  const kinds = new Set(faults.map((fault) => /: (it ran|a dialog|a request|on the device)/.exec(fault)?.[1]));
  expect([...kinds].sort()).toEqual(expect.arrayContaining(['a dialog', 'a request', 'it ran', 'on the device']));
  const seen = new Set(faults.map((fault) => fault.slice(0, 30)));
  expect(seen.size).toBeGreaterThan(8);
});
