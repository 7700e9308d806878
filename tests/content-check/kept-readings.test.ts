import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { documentNames } from '../../src/analysis/documents/document-names.ts';
import { measureFinder } from '../../src/analysis/figures/measures.ts';
import { reportAnalysis } from '../../src/analysis/report-analysis.ts';
import { regionTree } from '../../src/archive/region-tree.ts';
import { contentIssues } from '../../src/content-check/content-issues.ts';
import { forgetReadings, keptReadings, readingsKeeper } from '../../src/content-check/kept-readings.ts';
import { documentEntries } from '../../src/content-files/lexicons/document-register.ts';
import { indicators } from '../../src/content-files/lexicons/indicator-register.ts';
import { ruleSets } from '../../src/content-files/lexicons/rule-register.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { reportFiles, soundReport } from '../../src/content-files/report-store.ts';
import { analysedReport } from '../../src/render/analysed-report.ts';
import { anchoredBlocks } from '../../src/render/anchored-blocks.ts';
import { reportBlocks } from '../../src/render/report-blocks.ts';
import { bySentence, figureRecords } from '../../src/views/extract/figures.ts';

const surroundings = () => ({
  tree: regionTree(readRegionRegister('content').regions),
  lexicons: {
    names: documentNames(documentEntries('content')),
    ruleSets: ruleSets('content'),
    measuresOf: measureFinder(indicators('content')),
  },
});

test('what a check has read is what stands in the files, until it is forgotten', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'archive-readings-'));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  expect(keptReadings(cache).reading('0123456789abcdef')).toBeNull();
  const readings = readingsKeeper(cache);
  await contentIssues('content', { memory: null, readings, tell: () => undefined });
  const kept = keptReadings(cache);
  const { tree, lexicons } = surroundings();
  for (const file of reportFiles('content')) {
    const { report, body, digest } = soundReport('content', file);
    const reading = kept.reading(digest);
    expect(reading).toEqual({ report, blocks: reportBlocks(body) });
    // Anchors that were kept are those that are given anew.
    expect(anchoredBlocks(reading?.blocks ?? [])).toEqual(anchoredBlocks([...reportBlocks(body)]));
    const { figures } = reportAnalysis(analysedReport(report, body, tree), lexicons);
    expect(figureRecords(kept.figures(digest) ?? [])).toEqual(figureRecords(figures));
    expect(bySentence(kept.figures(digest) ?? [])).toMatchObject(
      bySentence(figures).map(({ anchor, sentence, figures }) => ({
        ...{ anchor, sentence },
        figures: figures.map(({ written, counted, check }) => ({ written, counted, check })),
      })),
    );
  }
  expect(kept.reading('0123456789abcdef')).toBeNull();
  expect(kept.figures('0123456789abcdef')).toBeNull();
  forgetReadings(cache);
  expect(existsSync(join(cache, 'readings.ndjson'))).toBe(false);
  expect(keptReadings(cache).reading('0123456789abcdef')).toBeNull();
});
