import { expect, test } from 'vitest';
import {
  type ExportedOccurrence,
  type ExportHead,
  occurrencesCsv,
  occurrencesJson,
} from '../../src/exports/occurrence-files.ts';
import { spreadsheetCell } from '../../src/exports/spreadsheet.ts';

test.for([
  ['普通', '普通'],
  ['有,逗号', '"有,逗号"'],
  ['有"引号"', '"有""引号"""'],
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-5', "'-5"],
  ['@x', "'@x"],
  ['＝1', "'＝1"],
  [' =1', "' =1"],
  [' 空白', '" 空白"'],
  ['第一行\n=HYPERLINK("x")', '"\'第一行\n=HYPERLINK(""x"")"'],
  ['a\r\n-1', '"\'a\r\n-1"'],
  ['2021-2025', '2021-2025'],
])('%j is written as %j', ([value = '', written]) => {
  expect(spreadsheetCell(value)).toBe(written);
});

const head: ExportHead = {
  query: '=行政复议',
  scope: '',
  day: '2026-11-22',
  archiveVersion: 'abc',
  address: 'https://example.org/search/?q=x',
  reportsSearched: 5,
  charactersSearched: 27000,
  reports: 1,
  occurrences: 1,
};
const occurrence: ExportedOccurrence = {
  report: '140404/2024',
  region: '140404',
  path: ['山西省', '长治市', '上党区'],
  year: 2024,
  issuers: '虚构机关',
  section: '一、成效',
  before: '前',
  phrase: '行政复议',
  after: '后',
  address: 'https://example.org/reports/140404/2024/#p-00000000',
};

test('the file says what was asked, when, and of how much', () => {
  const csv = occurrencesCsv(head, [occurrence]);
  expect(csv.startsWith("\ufeff# 检索式,'=行政复议\r\n")).toBe(true);
  expect(csv.split('\r\n').slice(5)).toEqual([
    '# 检索了的报告（份）,5',
    '# 检索了的字符（个）,27000',
    '# 出现于（份）,1',
    '# 出现（次）,1',
    '报告,地区代码,地区,年度,制发机关,部分,前文,词语,后文,地址',
    '140404/2024,140404,山西省 长治市 上党区,2024,虚构机关,一、成效,前,行政复议,后,https://example.org/reports/140404/2024/#p-00000000',
    '',
  ]);
  expect(JSON.parse(occurrencesJson(head, [occurrence]))).toMatchObject({ query: '=行政复议', results: [occurrence] });
});
