import { expect, inject } from 'vitest';
import { folded } from '../../src/text/fold.ts';
import { askedPhrases, quotedPhrase } from './asked-phrases.ts';
import { drawnPhrases } from './drawn-phrases.ts';
import { foldedTexts, plainScan, scannedReports } from './plain-scan.ts';
import { siteTest as test } from './site-test.ts';

test.for([
  ['with Intl.Segmenter', false],
  ['without Intl.Segmenter', true],
] as const)(
  '%s every drawn phrase has exactly the reports and counts of a plain scan',
  async ([, isRemoved], { openPage, server }) => {
    const reports = scannedReports(inject('rootSite'));
    const scan = plainScan(foldedTexts(reports));
    const phrases = drawnPhrases(
      reports.flatMap(({ paragraphs }) => paragraphs),
      300,
      60,
      20261122,
    )
      // A lone bracket of quotation would end the quotation it stands in.
      .filter((phrase) => !/[「」]/.test(phrase) && folded(phrase) !== '');
    expect(phrases.length).toBeGreaterThan(320);
    const { page } = await openPage();
    if (isRemoved) await page.addInitScript('delete Intl.Segmenter');
    await page.goto(server.home);
    expect(await page.evaluate('typeof Intl.Segmenter')).toBe(isRemoved ? 'undefined' : 'function');
    const expected = phrases.map((phrase) => {
      const found = [...scan(phrase)].sort();
      return [found, found.reduce((sum, [, count]) => sum + count, 0)];
    });
    expect(expected.filter(([, count]) => count === 0).length).toBeGreaterThanOrEqual(55);
    expect(await askedPhrases(page, phrases.map(quotedPhrase))).toEqual(expected);
  },
);
