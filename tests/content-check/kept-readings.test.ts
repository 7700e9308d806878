import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contentIssues } from '../../src/content-check/content-issues.ts';
import { forgetReadings, keptReadings, readingsKeeper } from '../../src/content-check/kept-readings.ts';
import { reportFiles, soundReport } from '../../src/content-files/report-store.ts';
import { reportBlocks } from '../../src/render/report-blocks.ts';

test('what a check has read is what stands in the files, until it is forgotten', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'archive-readings-'));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  expect(keptReadings(cache)('0123456789abcdef')).toBeNull();
  const readings = readingsKeeper(cache);
  await contentIssues('content', { memory: null, readings, tell: () => undefined });
  const kept = keptReadings(cache);
  for (const file of reportFiles('content')) {
    const { report, body, digest } = soundReport('content', file);
    expect(kept(digest)).toEqual({ report, blocks: reportBlocks(body) });
  }
  expect(kept('0123456789abcdef')).toBeNull();
  forgetReadings(cache);
  expect(existsSync(join(cache, 'readings.ndjson'))).toBe(false);
  expect(keptReadings(cache)('0123456789abcdef')).toBeNull();
});
