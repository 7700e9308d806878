import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { readCoverageFile } from '../../src/content-files/coverage-file.ts';
import { coverageIssues, coverageRecords } from '../../src/content-files/coverage-register.ts';
import { sampleTree } from '../archive/coverage-sample.ts';

const head = 'region,year,state,where,when,note\n';
const read = (rows: string) => readCoverageFile(`${head}${rows}`, 'coverage.csv');

describe('an entry', () => {
  test('is read with its line', () => {
    const { entries, issues } = read('# 虚构\n140425,2018,not-found,"县政府网站，栏目",2026-11-22,\n');
    expect(issues).toEqual([]);
    expect(entries).toEqual([
      {
        line: 3,
        record: {
          region: '140425',
          year: 2018,
          state: 'not-found',
          where: '县政府网站，栏目',
          when: '2026-11-22',
          note: '',
        },
      },
    ]);
  });

  test.for([
    ['1404,2018,known,某处,2026-11-22,', 'region 为“1404”'],
    ['140425,18,known,某处,2026-11-22,', 'year 为“18”'],
    ['140425,2018,held,某处,2026-11-22,', 'state 为“held”'],
    ['140425,2018,no-unit,某处,2026-11-22,', 'state 为“no-unit”'],
    ['140425,2018,not-found,,2026-11-22,', 'where 为“”'],
    ['140425,2018,not-found,某处,,', 'when 为“”'],
    ['140425,2018,not-found,某处,2026-02-30,', 'when 为“2026-02-30”'],
    ['140425,2018,not-found,某处,2018-12-31,', '2018 年度的报告在次年才公布'],
    ['140425,2018,known,https://,2026-11-22,', '不是完整的网址'],
    ['140425,2018,known, 某处,2026-11-22,', '首尾不能有空白'],
    ['140425,2018,known,某处', '有 4 列'],
  ] as const)('%s is refused: %s', ([row, message]) => {
    const { entries, issues } = read(`${row}\n`);
    expect(entries).toEqual([]);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code: 'coverage/row', severity: 'error', line: 2 });
    expect(issues[0]?.message).toContain(message);
  });

  test('that is broken does not hide the others, and all faults are told at once', () => {
    const { entries, issues } = read('x,y,z,,,\n140425,2018,known,某处,2026-11-22,\n140425,2018,"known,某处\n');
    expect(entries).toHaveLength(1);
    expect(issues.map(({ code, line }) => [code, line])).toEqual([
      ['coverage/csv', 4],
      ['coverage/row', 2],
    ]);
    expect(issues[1]?.message.match(/为“/g)).toHaveLength(5);
  });
});

test('other columns are refused', () => {
  const { issues } = readCoverageFile('region,year,state\n', 'coverage.csv');
  expect(issues.map(({ code }) => code)).toEqual(['coverage/csv']);
});

describe('the file of a content folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
  const written = (rows: string): void => writeFileSync(join(folder, 'coverage.csv'), `${head}${rows}`);
  afterEach(() => rmSync(folder, { recursive: true, force: true }) ?? mkdirSync(folder));

  test('may be missing', () => {
    expect([coverageRecords(folder), coverageIssues(folder, sampleTree)]).toEqual([[], []]);
  });

  test('names units that were in force, each fact once', () => {
    const row = '140404,2017,known,某处,2026-11-22,\n';
    written(`${row}140404,2018,known,某处,2026-11-22,\n140404,2018,known,某处,2026-11-22,\n`);
    expect(coverageIssues(folder, sampleTree).map(({ code, line }) => [code, line])).toEqual([
      ['coverage/region-unknown', 2],
      ['coverage/duplicate', 4],
    ]);
  });

  test('calls nothing withdrawn that is still held', () => {
    mkdirSync(join(folder, 'reports/14/140404'), { recursive: true });
    writeFileSync(join(folder, 'reports/14/140404/2018.md'), '');
    written('140404,2018,withdrawn,某处,2026-11-22,应要求撤除\n');
    expect(coverageIssues(folder, sampleTree).map(({ code }) => code)).toEqual(['coverage/withdrawn-held']);
  });

  test('stops a build when it is not sound', () => {
    written('140404,2018,lost,某处,2026-11-22,\n');
    expect(() => coverageRecords(folder)).toThrow('coverage/row');
  });
});

test('the archive’s own file is sound', () => {
  expect(() => coverageRecords('content')).not.toThrow();
});
