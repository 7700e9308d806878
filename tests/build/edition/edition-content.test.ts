import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeEditionContent } from '../../../src/build/edition/edition-content.ts';
import { readRegionRegister } from '../../../src/content-files/region-register.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-edition-content-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reports = (content: string): string[] => globSync('reports/*/*/*.md', { cwd: content }).sort();

test('a province is its reports, their captures and its part of the registers', () => {
  const own = join(folder, 'province');
  expect(writeEditionContent('content', own, { province: '14', years: null })).toBe(2);
  expect(reports(own)).toEqual(['reports/14/140404/2024.md', 'reports/14/140600/2024.md']);
  for (const capture of globSync('sources/*', { cwd: own }))
    expect(readFileSync(join(own, capture)).equals(readFileSync(join('content', capture)))).toBe(true);
  expect(globSync('sources/*', { cwd: own }).length).toBe(2);
  const { regions, issues } = readRegionRegister(own);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect([...new Set(regions.map(({ code }) => code.slice(0, 2)))].sort()).toEqual(['00', '14']);
  const whole = readRegionRegister('content').regions.filter(({ code }) => code.startsWith('14'));
  expect(regions.filter(({ code }) => code.startsWith('14'))).toEqual(whole);
});

test('years are those reported on, of all provinces', () => {
  const own = join(folder, 'years');
  expect(writeEditionContent('content', own, { province: null, years: [2022, 2023] })).toBe(2);
  expect(reports(own)).toEqual(['reports/34/341824/2023.md', 'reports/37/370304/2022.md']);
});

test('registers by place keep the rows of the province, and nothing of releases', () => {
  const content = join(folder, 'content');
  mkdirSync(join(content, 'releases/1'), { recursive: true });
  mkdirSync(join(content, 'reports/14/140404'), { recursive: true });
  mkdirSync(join(content, 'regions'));
  writeFileSync(join(content, 'reports/14/140404/2024.md'), '');
  writeFileSync(
    join(content, 'coverage.csv'),
    '# 说明\nregion,year,state,where,when,note\n140404,2020,known,"a,b",x,\n340000,2020,known,y,z,\n',
  );
  writeFileSync(join(content, 'withdrawn.csv'), 'report,issuers\n140404/2021,甲\n340100/2021,乙\n');
  const own = join(folder, 'rows');
  writeEditionContent(content, own, { province: '14', years: null });
  expect(readFileSync(join(own, 'coverage.csv'), 'utf8')).toBe(
    'region,year,state,where,when,note\n140404,2020,known,"a,b",x,\n',
  );
  expect(readFileSync(join(own, 'withdrawn.csv'), 'utf8')).toBe('report,issuers\n140404/2021,甲\n');
  expect(existsSync(join(own, 'releases'))).toBe(false);
});
