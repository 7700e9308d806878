import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { regionTree } from '../../src/archive/region-tree.ts';
import type { Visit, Wanted } from '../../src/collect/journal.ts';
import { addMissing, yearLookedFor } from '../../src/collect/missing-years.ts';
import { collectIssues, collectRegister } from '../../src/content-files/collect-register.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'missing-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const column = 'http://a.gov.test/fzzf/';
const source = {
  region: '140404',
  name: '某区人民政府',
  columns: [{ address: column, about: '法治政府', checked: '2026-01-01', by: '某' }],
};
const wanted = (more: Partial<Wanted>): Wanted => ({
  ...{ address: column, why: 'column', column, from: null, text: '', depth: 0 },
  ...more,
});
const other = wanted({ address: `${column}1.html`, why: 'report', text: '某区2022年法治政府建设情况报告' });
const visit = (asked: Wanted, more: Partial<Visit>): Visit => ({
  ...{ kind: 'visit', run: '1', at: '2026-11-25T00:00:00.000Z', asked, outcome: 'kept', status: 200, note: '' },
  ...{ to: null, sha256: null, file: null, type: null, etag: null, modified: null, warc: 0, title: null },
  ...{ found: [], shown: [] },
  ...more,
});
const lookedFor = (visits: readonly Visit[], leftOver: readonly Wanted[] = []) =>
  yearLookedFor(source, 2023, {
    result: { run: '1', seeds: [], isResumed: false, isStopped: false, visits, leftOver },
    judged: [],
    today: '2026-11-25',
  });

test('a year is missing where the column was walked to its end and shows others', () => {
  expect(lookedFor([visit(wanted({}), { found: [other] })])).toMatchObject({
    ...{ doubt: '', missing: [{ region: '140404', year: 2023, where: column, when: '2026-11-25' }] },
  });
});

const dead = wanted({ ...other, text: '某区2023年法治政府建设情况报告' });
const foreign = wanted({ ...other, address: 'http://b.gov.test/1.html' });
test.for<[string, readonly Visit[], readonly Wanted[], string]>([
  ['the column is gone', [visit(wanted({}), { outcome: 'gone' })], [], '没有打开'],
  ['a page failed', [visit(wanted({}), { found: [other] }), visit(other, { outcome: 'failed' })], [], '没有看到'],
  ['the rules forbid a page', [visit(wanted({}), {}), visit(other, { outcome: 'forbidden' })], [], '没有看到'],
  ['limits left something over', [visit(wanted({}), { found: [other] })], [other], '上限'],
  ['a link leads to another site', [visit(wanted({}), { found: [foreign] })], [], '别的网站'],
  ['its link is dead', [visit(wanted({}), { found: [dead] }), visit(dead, { outcome: 'gone' })], [], '可能就是'],
  ['the column shows none at all', [visit(wanted({}), {})], [], '一份报告也没有'],
])('nobody can say so where %s', ([, visits, leftOver, doubt]) => {
  const looked = lookedFor(visits, leftOver);
  expect(looked.missing).toEqual([]);
  expect(looked.doubt).toContain(doubt);
});

test('lines are added once, behind what stands there letter for letter, and never for what is held', () => {
  const file = join(folder, 'coverage.csv');
  const before = 'region,year,state,where,when,note\n# 注\n140404,2020,known,"某处,甲",2026-01-01,\n';
  writeFileSync(file, before);
  mkdirSync(join(folder, 'reports/14/140404'), { recursive: true });
  writeFileSync(join(folder, 'reports/14/140404/2021.md'), '');
  const row = { region: '140404', year: 2023, where: column, when: '2026-11-25' };
  expect(addMissing(folder, [row, row, { ...row, year: 2021 }, { ...row, year: 2026 }])).toBe(1);
  const after = `${before}140404,2023,not-found,${column},2026-11-25,\n`;
  expect(readFileSync(file, 'utf8')).toBe(after);
  expect(addMissing(folder, [row])).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(after);
  writeFileSync(file, 'region,year\n');
  expect(() => addMissing(folder, [row])).toThrow('npm run check');
});

test('a register of columns says all that is wrong with it, by line', () => {
  const entry = (region: string, address: string): string =>
    `- region: "${region}"\n  name: 某区人民政府\n  columns:\n    - { address: "${address}", about: 法治政府, checked: "2026-11-25", by: 某 }\n`;
  writeFileSync(join(folder, 'collect.yaml'), entry('140404', column) + entry('999999', column) + entry('14', 'a'));
  const { sources, issues } = collectRegister(folder);
  expect(sources.length).toBe(2);
  expect(issues.map(({ code, line }) => `${code} ${line}`).sort()).toEqual([
    'collect/duplicate 8',
    'collect/schema 12',
    'collect/schema 9',
  ]);
  const tree = regionTree(readRegionRegister('content').regions);
  const unknown = collectIssues(folder, tree).filter(({ code }) => code === 'collect/region-unknown');
  expect(unknown.map(({ line, message }) => [line, message.includes('999999')])).toEqual([[5, true]]);
  expect(collectRegister(join(folder, 'none'))).toEqual({ sources: [], issues: [] });
});
