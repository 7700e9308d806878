import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { expect, inject, test } from 'vitest';

/** What a report page may weigh before interaction beyond its text's own bytes. */
const budget = { bytes: 11_000, gzipBytes: 4_200, requests: 3 };

const reportPages = globSync('content/reports/*/*/*.md').map((file) =>
  file.replace(/^content\/reports\/\d\d\//, 'reports/').replace(/\.md$/, '/index.html'),
);

test.for(reportPages)('%s keeps to the budget', (file) => {
  const folder = inject('rootSite');
  const html = readFileSync(join(folder, file));
  const { document } = parseHTML(html.toString('utf8'));
  const loaded = [
    ...[...document.querySelectorAll('link[rel="stylesheet"], link[rel="modulepreload"]')].map(
      (link) => link.getAttribute('href') ?? '',
    ),
    ...[...document.querySelectorAll('script[src]')].map((script) => script.getAttribute('src') ?? ''),
  ].map((address) => readFileSync(join(folder, address)));
  const text = Buffer.from(document.querySelector('article')?.textContent ?? '');
  const sum = (files: Buffer[]): number => files.reduce((total, { length }) => total + length, 0);
  const weight = {
    bytes: sum([html, ...loaded]) - text.length,
    gzipBytes: sum([html, ...loaded].map((content) => gzipSync(content))) - gzipSync(text).length,
    requests: 1 + loaded.length,
  };
  expect(text.length).toBeGreaterThan(5000);
  expect(weight.bytes).toBeLessThanOrEqual(budget.bytes);
  expect(weight.gzipBytes).toBeLessThanOrEqual(budget.gzipBytes);
  expect(weight.requests).toBeLessThanOrEqual(budget.requests);
});
