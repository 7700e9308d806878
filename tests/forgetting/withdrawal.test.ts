import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { archiveIndex } from '../../src/archive/archive-index.ts';
import { coverage } from '../../src/archive/coverage.ts';
import type { Report } from '../../src/archive/report-schema.ts';
import { recordsWithWithdrawals } from '../../src/archive/withdrawal.ts';
import { contentIssues } from '../../src/content-check/content-issues.ts';
import { reportFileText } from '../../src/content-files/report-file.ts';
import { isWithdrawnCapture, withdrawnEntries, withdrawnIssues } from '../../src/content-files/withdrawn-register.ts';
import { purgeCache } from '../../src/forgetting/cache-purge.ts';
import { folderScan } from '../../src/forgetting/scan.ts';
import { withdrawReport } from '../../src/forgetting/withdrawal.ts';
import { sampleTree } from '../archive/coverage-sample.ts';
import { sampleReport } from '../report-sample.ts';

let content = '';
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'withdrawal-'));
});
afterEach(() => rmSync(content, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}
const held = (): string[] =>
  globSync('{reports,sources}/**/*.*', { cwd: content })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

const common = '全县各级行政机关坚持以人民为中心，依法履行职责，接受社会各界监督。';
const own = '某镇某村某户的纠纷经县人民调解委员会多次上门调解，双方当事人终于达成协议。';
const captureOf = (words: string): { sha256: string; text: string } => {
  const text = `虚构县年度法治政府建设情况报告\n一、成效\n${words}\n${common}\n`;
  return { sha256: createHash('sha256').update(text).digest('hex'), text };
};

/** A sound report with a capture of its own. */
function putReport(year: number, words: string, changes: Partial<Report> = {}, name = String(year)): string {
  const { sha256, text } = captureOf(words);
  put(`sources/${sha256}.txt`, text);
  const excluded = [{ from: 1, to: 1, rule: 'title' }];
  const source = { sha256, format: 'txt', url: null, medium: null, captured: null, excluded } as const;
  const report: Report = {
    ...sampleReport,
    year,
    titleBasis: 'curator',
    sources: [{ ...source, excluded }],
    ...changes,
  };
  put(`reports/14/140404/${name}.md`, reportFileText(report, `## 一、成效\n\n${words}\n\n${common}\n`));
  return `sources/${sha256}.txt`;
}

const order = (isDry = false) => ({
  content,
  id: '140404/2023',
  by: '本库编者',
  reason: '应制发机关要求，撤除',
  today: '2026-01-05',
  isDry,
});
const codes = async (): Promise<string[]> =>
  (await contentIssues(content)).issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);

test('takes the report, its versions and its own captures away, and enters what was there', async () => {
  const capture = putReport(2023, own);
  const versions: Report['versions'] = [{ version: 1, until: '2025-01-01', reason: '更正' }];
  putReport(2023, own, { versions });
  const older = putReport(2023, `${own}（旧）`, {}, '2023.v1');
  const other = putReport(2022, '另一年度的报告另有一番文字，与上面那一份全不相同，互不相干。');
  const before = held();
  expect(withdrawReport(order(true))?.files).toEqual([
    'reports/14/140404/2023.md',
    'reports/14/140404/2023.v1.md',
    capture,
    older,
  ]);
  expect(held()).toEqual(before);

  const withdrawn = withdrawReport(order());
  expect(held()).toEqual(['reports/14/140404/2022.md', other]);
  const captures = [capture, older].map((file) => file.slice(8, 72));
  const { isDry: _, content: __, today, ...said } = order();
  const entry = { ...said, day: today, issuers: '长治市上党区人民政府', captures, versions: [1] };
  expect(withdrawnEntries(content)).toEqual([{ ...entry, issuers: expect.any(String) }]);
  expect(captures.map((sha256) => isWithdrawnCapture(content, sha256))).toEqual([true, true]);
  expect(await codes()).toEqual([]);

  // What every report says is no mark of this one.
  expect(withdrawn?.passages.length).toBeGreaterThan(0);
  const sought = withdrawn?.passages ?? [];
  expect(await folderScan(content, sought)).toMatchObject({ found: [] });
  put('copy.html', `<p>某镇某村<b>某户</b>的${own.slice(8)}</p>`);
  expect(await folderScan(content, sought)).toMatchObject({ found: ['copy.html'] });
});

test('leaves captures that another report names, and says whose', () => {
  const capture = putReport(2023, own);
  putReport(2022, own);
  const withdrawn = withdrawReport(order());
  expect(withdrawn?.shared).toEqual([{ file: capture, holder: 'reports/14/140404/2022.md' }]);
  expect([existsSync(join(content, capture)), withdrawn?.entry.captures]).toEqual([true, []]);
});

test('is null where there is no such report, and does nothing where the register is not sound', () => {
  expect(withdrawReport(order())).toBeNull();
  putReport(2023, own);
  put('withdrawn.csv', 'report,day\n');
  const before = held();
  expect(() => withdrawReport(order())).toThrow();
  expect(held()).toEqual(before);
});

test('a report that is withdrawn again after it came back has one entry', () => {
  putReport(2023, own);
  withdrawReport(order());
  putReport(2023, own);
  expect(withdrawnIssues(content, sampleTree).map(({ code }) => code)).toEqual(['withdrawn/held']);
  withdrawReport({ ...order(), reason: '再次撤除' });
  expect(withdrawnEntries(content).map(({ reason }) => reason)).toEqual(['再次撤除']);
});

test('a register written before versions were entered is read, and its rows keep their places', () => {
  const row = '140404/2018,虚构,2026-01-05,编者,虚构,';
  put('withdrawn.csv', `# 说明\nreport,issuers,day,by,reason,captures\n${row}\n`);
  expect(withdrawnEntries(content).map(({ versions }) => versions)).toEqual([[]]);
  putReport(2023, own, { versions: [{ version: 2, until: '2025-01-01', reason: '更正' }] });
  putReport(2023, `${own}（旧）`, {}, '2023.v2');
  withdrawReport(order());
  expect(withdrawnEntries(content).map(({ id, versions }) => [id, versions])).toEqual([
    ['140404/2018', []],
    ['140404/2023', [2]],
  ]);
  put('withdrawn.csv', `report,issuers,day,by,reason,captures,versions\n${row},1 x\n`);
  expect(withdrawnIssues(content, sampleTree).map(({ message }) => message)).toEqual([
    expect.stringContaining('versions 为“1 x”'),
  ]);
});

test('coverage knows a government’s withdrawn report, and of others nothing', () => {
  const one = { id: '140404/2018', issuers: '虚构', day: '2026-01-05', by: '编者', reason: '虚构', versions: [] };
  const records = recordsWithWithdrawals([], [one, { ...one, id: '140404/2019-justice-bureau' }]);
  expect(records).toEqual([
    { region: '140404', year: 2018, state: 'withdrawn', where: '编者', when: '2026-01-05', note: '虚构' },
  ]);
  expect(recordsWithWithdrawals(records, [one])).toEqual(records);
  expect(coverage(archiveIndex([], sampleTree), records).state('140404', 2018)).toBe('withdrawn');
});

test('each bad line of the register has its issue', () => {
  const sha256 = 'a'.repeat(64);
  put(
    'withdrawn.csv',
    [
      'report,issuers,day,by,reason,captures',
      `140404/2018,虚构,2026-01-05,编者,虚构,${sha256} ${sha256}`,
      '140404/2018,虚构,2026-01-05,编者,虚构,',
      '999999/2018,虚构,2026-01-05,编者,虚构,',
      '140404,虚构,2026-02-31,编者,,x',
      '140404/2019,虚构',
      '"',
      '',
    ].join('\n'),
  );
  expect(withdrawnIssues(content, sampleTree).map(({ code, line }) => [code, line])).toEqual([
    ['withdrawn/csv', 7],
    ['withdrawn/row', 5],
    ['withdrawn/row', 6],
    ['withdrawn/duplicate', 3],
    ['withdrawn/region-unknown', 4],
  ]);
});

test('a capture that no report names is an issue, and so is a report that was deleted by hand', async () => {
  const capture = putReport(2023, own);
  expect(await codes()).toEqual([]);
  rmSync(join(content, 'reports/14/140404/2023.md'));
  const { issues } = await contentIssues(content);
  expect(issues.map(({ code, file }) => [code, file])).toEqual([
    ['content/no-reports', 'reports'],
    ['source/orphan', capture],
  ]);
});

test('what a cache has of a text goes with all that belongs to it, and nothing else', () => {
  for (const file of [
    'dist/a/index.html',
    'incremental-build.json',
    'data-store.json',
    'pages.seal',
    'check.json',
    'exact-search/texts-0.bin',
    'exact-search-1.json',
    'ranked/one/a',
    'ranked/two/a',
    'shard-34/dist/b',
    'shard-34/check.json',
  ])
    put(file, readFileSync('package.json', 'utf8').slice(0, 1));
  expect(
    purgeCache(content, ['dist/a/index.html', 'exact-search/texts-0.bin', 'ranked/one/a', 'shard-34/dist/b']),
  ).toEqual([
    'data-store.json',
    'dist',
    'exact-search',
    'exact-search-1.json',
    'incremental-build.json',
    'pages.seal',
    'ranked/one',
    'shard-34/dist',
  ]);
  expect(globSync('**/*.json', { cwd: content }).sort()).toEqual(['check.json', 'shard-34/check.json']);
  expect(existsSync(join(content, 'ranked/two/a'))).toBe(true);
});
