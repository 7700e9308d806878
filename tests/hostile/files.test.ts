import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { checkMemory } from '../../src/content-check/check-memory.ts';
import { readCoverageFile } from '../../src/content-files/coverage-file.ts';
import { readGlossary } from '../../src/content-files/glossary-register.ts';
import { readRegionFile } from '../../src/content-files/region-file.ts';
import { readReportFile } from '../../src/content-files/report-file.ts';
import { hostileFrontMatter, hostileMemories, hostileTables } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

// An object that was made harmful would be every object.
afterEach(() => expect('polluted' in {}).toBe(false));

const titled = (items: readonly string[]): (readonly [string, string])[] =>
  items.map((item) => [JSON.stringify(item).slice(0, 60), item]);

describe('front matter that is no report is refused, each fault in a sentence', () => {
  test.for(titled(hostileFrontMatter))('%s', ([, yaml]) => {
    const { report, issues } = readReportFile(`---\n${yaml}\n---\n\n正文。\n`, 'x.md');
    expect(report).toBeNull();
    expect(issues.length).toBeGreaterThan(0);
    for (const { severity, message, hint } of issues) {
      expect(severity).toBe('error');
      expect(`${message}${hint}`).toMatch(/\p{Script=Han}/u);
      expect(message).not.toMatch(/\bat .*\.[jt]s:\d/);
    }
  });
});

describe('a table that is no register gives issues and no rows of it', () => {
  test.for(titled(hostileTables))('%s', ([, table]) => {
    const coverage = readCoverageFile(table, 'coverage.csv');
    expect(coverage.entries).toEqual([]);
    const regions = readRegionFile(table, 'regions.csv');
    expect(regions.rows).toEqual([]);
    for (const { message } of [...coverage.issues, ...regions.issues]) expect(message).toMatch(/\p{Script=Han}/u);
    expect(readGlossary(table).terms).toEqual([]);
  });
});

describe('a cache that no check wrote is none', () => {
  test.for(titled(hostileMemories))('%s', ([, saved]) => {
    const path = join(folder, 'check.json');
    writeFileSync(path, saved);
    const memory = checkMemory(path, 'b');
    for (const file of ['f', '__proto__', 'constructor'])
      expect(['undefined', 'object']).toContain(typeof memory.recall(file, 'd'));
    expect(memory.recall('f', 'd')).toBeUndefined();
  });
});
