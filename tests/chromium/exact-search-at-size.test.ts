import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { exactSearchInCache, publishExactSearch } from '../../src/build/exact-search.ts';
import { reportFiles, soundReport } from '../../src/content-files/report-store.ts';
import { type FileServer, fileServer } from '../../src/host/plain-host.ts';
import { renderedReport } from '../../src/render/rendered-report.ts';
import { folded } from '../../src/text/fold.ts';
import { askedPhrases, quotedPhrase } from './asked-phrases.ts';
import { drawnPhrases } from './drawn-phrases.ts';
import { plainScan, type ScannedReport, scannedHtml } from './plain-scan.ts';
import { siteTest as test } from './site-test.ts';

/** A synthetic archive of 1,000 reports: the index is built from it, the scan reads what its pages would show. */
const count = 1000;
const folder = mkdtempSync(join(tmpdir(), 'archive-thousand-'));
const content = join(folder, 'content');
const site = join(folder, 'site');

let server: FileServer;
let phrases: string[];
/** For each phrase its reports with their counts, sorted, and the total, by a plain scan. */
let expected: (readonly [found: (readonly [string, number])[], times: number])[];

beforeAll(async () => {
  const parameters = ['scripts/synth.ts', '--reports', String(count), '--seed', '7', '--out', content];
  await promisify(execFile)(process.execPath, parameters);
  const cache = join(folder, 'cache');
  await exactSearchInCache(content, cache);
  cpSync(join(inject('rootSite'), 'api'), join(site, 'api'), { recursive: true });
  cpSync(join(inject('rootSite'), '404.html'), join(site, 'index.html'));
  publishExactSearch(cache, join(site, 'search-index'));
  const reports = reportFiles(content).map((file): ScannedReport => {
    const { report, body } = soundReport(content, file);
    const title = report.titleBasis === 'text' ? report.title : null;
    const id = file.replace(/^reports\/\d\d\//, '').replace(/\.md$/, '');
    return { id, paragraphs: scannedHtml(`<article class="t">${renderedReport(report, body).html}</article>`, title) };
  });
  expect(reports.length).toBe(count);
  const scan = plainScan(reports);
  const paragraphs = reports.flatMap((report) => report.paragraphs);
  phrases = drawnPhrases(paragraphs, 300, 60, 1000).filter((phrase) => !/[「」]/.test(phrase) && folded(phrase) !== '');
  expected = phrases.map((phrase) => {
    const found = [...scan(phrase)].sort();
    return [found, found.reduce((sum, [, times]) => sum + times, 0)];
  });
  server = await fileServer(site);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test.for([
  ['with Intl.Segmenter', false],
  ['without Intl.Segmenter', true],
] as const)(
  'at 1,000 reports, %s, every drawn phrase has exactly the reports and counts of a plain scan',
  async ([, isRemoved], { openPage }) => {
    const { page } = await openPage({}, server);
    if (isRemoved) await page.addInitScript('delete Intl.Segmenter');
    await page.goto(server.home);
    expect(phrases.length).toBeGreaterThan(320);
    expect(expected.filter(([, times]) => times === 0).length).toBeGreaterThanOrEqual(50);
    expect(await askedPhrases(page, phrases.map(quotedPhrase))).toEqual(expected);
  },
);
