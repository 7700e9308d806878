import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type CapturedRow, capturedRows } from '../../src/compare/capture-rows.ts';
import { readReportFile } from '../../src/content-files/report-file.ts';
import { reportBlocks } from '../../src/render/report-blocks.ts';

const never = (): boolean => false;

const joined = (row: CapturedRow): string => row.runs.map(({ text }) => text).join('');

const changes = (rows: readonly CapturedRow[]): Map<string, number> => {
  const counted = new Map<string, number>();
  for (const { text, becomes } of rows.flatMap((row) => (row.block === null ? [] : row.runs)))
    if (text !== becomes) counted.set(`${text}→${becomes}`, (counted.get(`${text}→${becomes}`) ?? 0) + 1);
  return counted;
};

describe.for(globSync('content/reports/*/*/*.md'))('%s', (file) => {
  const { report, body } = readReportFile(readFileSync(file, 'utf8'), file);
  const [source] = report?.sources ?? [];
  if (!report || !source) throw new Error(`${file} names no capture`);
  const texts = reportBlocks(body).map((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n') : block.text,
  );
  const lines = readFileSync(`content/sources/${source.sha256}.${source.format}`, 'utf8').split(/\r\n|[\n\r]/);
  const isExcluded = (number: number): boolean =>
    source.excluded.some(({ from, to }) => from <= number && number <= to);
  const rows = capturedRows(lines, texts, isExcluded);

  test('every line that is not blank stands there, as it is', () => {
    expect(rows.map(joined)).toEqual(lines.filter((line) => line.trim() !== ''));
  });

  test('exactly the lines that the record names are outside the text', () => {
    const outside = rows.filter(({ block }) => block === null).map(({ number }) => number);
    expect(outside).toEqual(lines.flatMap((line, at) => (isExcluded(at + 1) && line.trim() !== '' ? [at + 1] : [])));
  });

  test('every block of the text has its line, in order', () => {
    const blocks = rows.flatMap(({ block }) => block ?? []);
    expect(blocks).toEqual([...blocks].sort((a, b) => a - b));
    expect(new Set(blocks).size).toBe(texts.length);
  });

  test('marks are changed exactly as often as the importer has counted', () => {
    const counted = changes(rows);
    for (const [rule, change] of [
      ['punctuation/comma', ',→，'],
      ['punctuation/colon', ':→：'],
      ['punctuation/semicolon', ';→；'],
      ['punctuation/opening-bracket', '(→（'],
      ['punctuation/closing-bracket', ')→）'],
    ] as const)
      expect([change, counted.get(change) ?? 0]).toEqual([
        change,
        report.transformations.find((done) => done.rule === rule)?.count ?? 0,
      ]);
    const others = [...counted.keys()].filter((change) => !/^[,:;()]→[，：；（）]$/.test(change));
    expect(others.filter((change) => change.replace(/→/, '').trim() !== '')).toEqual([]);
  });

  test('without the record the lines outside are found by themselves', () => {
    const alone = capturedRows(lines, texts, never);
    expect(alone.filter(({ block }) => block !== null)).toEqual(rows.filter(({ block }) => block !== null));
  });
});

test('a line that makes two blocks stands beside the first; two lines of one block stand beside it both', () => {
  const [both] = capturedRows(['一、标题。正文如下:'], ['一、标题。', '正文如下：'], never);
  expect(both?.block).toBe(0);
  expect(both?.runs.filter(({ text, becomes }) => text !== becomes)).toEqual([{ text: ':', becomes: '：' }]);
  expect(capturedRows(['前半', '后半。'], ['前半后半。'], never).map(({ block }) => block)).toEqual([0, 0]);
});

test('a line with a footnote’s mark is a version of its block; another is none', () => {
  const rows = capturedRows(['共受理行政复议案件32件[1]。', '版权所有'], ['共受理行政复议案件32件。'], never);
  expect(rows.map(({ block }) => block)).toEqual([0, null]);
  expect(rows[0]?.runs).toContainEqual({ text: '[1]', becomes: '' });
});
