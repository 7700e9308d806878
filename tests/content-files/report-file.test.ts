import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readReportFile, reportFileText } from '../../src/content-files/report-file.ts';
import { sampleReport } from '../report-sample.ts';

const text = reportFileText({ ...sampleReport, region: '010101', regionPath: [] }, '## 一、成效\n\n正文。\n');

test('codes and days survive a round trip as strings, for YAML 1.1 readers too', () => {
  const read = readReportFile(text, 'x.md');
  expect(read.issues).toEqual([]);
  expect(read.report).toEqual({ ...sampleReport, region: '010101', regionPath: [] });
  const yaml = text.split('---\n')[1] ?? '';
  const old: unknown = parse(yaml, { version: '1.1' });
  expect(old).toMatchObject({ region: '010101', published: { value: '2024-01-20' }, signed: { value: '2024-01' } });
});

test('writing what was read gives the same bytes', () => {
  const read = readReportFile(text, 'x.md');
  expect(read.report && reportFileText(read.report, read.body)).toBe(text);
});

test('every fault is named at once, with its line', () => {
  const broken = text
    .replace('region: "010101"', 'region: 010101')
    .replace('year: 2023\n', '')
    .replace('titleBasis: text', 'titleBasis: text\ncolour: red')
    .replace(/value: "?2024-01-20"?/, 'value: 2024-02-30');
  const { issues } = readReportFile(broken, 'x.md');
  expect(issues.map(({ code, line, message }) => [code, line, message])).toEqual([
    ['report/schema', 5, expect.stringContaining('region：须为字符串')],
    ['report/schema', 1 + 1, expect.stringContaining('year：')],
    ['report/schema', expect.any(Number), expect.stringContaining('published.value：没有这一天（现为 "2024-02-30"）')],
    ['report/schema', expect.any(Number), expect.stringContaining('colour')],
  ]);
});

test('a file without front matter, or with YAML that does not parse, says so', () => {
  expect(readReportFile('正文', 'x.md').issues).toMatchObject([{ code: 'report/front-matter', line: 1 }]);
  expect(readReportFile('---\ntitle: "a\n---\n', 'x.md').issues).toMatchObject([{ code: 'report/front-matter' }]);
});
