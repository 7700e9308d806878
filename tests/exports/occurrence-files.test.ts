import { expect, test } from 'vitest';
import { countsCsv, reportListCsv } from '../../src/exports/count-files.ts';
import {
  type ExportedOccurrence,
  type ExportHead,
  occurrencesCsv,
  occurrencesJson,
  occurrencesTsv,
  searchNotes,
} from '../../src/exports/occurrence-files.ts';
import { searchFileName } from '../../src/exports/search-file-name.ts';
import { spreadsheetCell } from '../../src/exports/spreadsheet.ts';
import { tableFile } from '../../src/exports/table-file.ts';

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
  ['https://example.org/#p-1', '"https://example.org/#p-1"'],
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
  selection: '',
};
const report = {
  report: '140404/2024',
  region: '140404',
  path: ['山西省', '长治市', '上党区'],
  year: 2024,
  issuers: ['虚构机关', '另一机关'],
  kind: '政府',
  title: '虚构报告',
  published: '2025-01-08',
  address: 'https://example.org/reports/140404/2024/#p-00000000',
};
const occurrence: ExportedOccurrence = {
  ...report,
  role: '举措成效',
  section: '一、成效',
  before: '—前',
  phrase: '行政复议',
  after: '-后',
  isAsTyped: true,
  isMarked: false,
};

test('the table is headings and data alone', () => {
  expect(occurrencesCsv([occurrence, { ...occurrence, role: null, section: null, published: null }])).toBe(
    '\ufeff报告,地区代码,地区,年度,制发机关,机关类别,标题,发布日期,部分,小标题,前文,词语,后文,字形,标记,地址\r\n' +
      '140404/2024,140404,山西省 长治市 上党区,2024,虚构机关、另一机关,政府,虚构报告,2025-01-08,举措成效,一、成效,—前,行政复议,\'-后,一致,,"https://example.org/reports/140404/2024/#p-00000000"\r\n' +
      '140404/2024,140404,山西省 长治市 上党区,2024,虚构机关、另一机关,政府,虚构报告,,,,—前,行政复议,\'-后,一致,,"https://example.org/reports/140404/2024/#p-00000000"\r\n',
  );
});

test('with tabs it holds the same, guarded too, and no cell breaks a row', () => {
  const tsv = occurrencesTsv([{ ...occurrence, isMarked: true, section: '=一、\t成效\r\n续' }]);
  const [heads = '', row = ''] = tsv.split('\r\n');
  expect(heads.split('\t')).toHaveLength(16);
  expect(row.split('\t').slice(8)).toEqual([
    '举措成效',
    "'=一、 成效 续",
    '—前',
    '行政复议',
    "'-后",
    '一致',
    '标记',
    'https://example.org/reports/140404/2024/#p-00000000',
  ]);
});

test('a table of figures is saved in three forms, its head in JSON alone', () => {
  const own = { query: 'x', scope: '', day: '2026-11-22', archiveVersion: 'abc', address: 'a', methods: ['如何'] };
  const rows = [
    ['=案', 3],
    ['件', null],
  ] as const;
  expect(tableFile('csv', own, ['词串', '次数'], rows).content).toBe("\ufeff词串,次数\r\n'=案,3\r\n件,\r\n");
  expect(tableFile('tsv', own, ['词串', '次数'], rows).content).toBe("\ufeff词串\t次数\r\n'=案\t3\r\n件\t\r\n");
  expect(JSON.parse(tableFile('json', own, ['词串', '次数'], rows).content)).toEqual({
    ...own,
    results: [
      { 词串: '=案', 次数: 3 },
      { 词串: '件', 次数: null },
    ],
  });
});

test('the notes and the JSON say what was asked, when, and of how much', () => {
  const notes = searchNotes(head);
  expect(notes.startsWith('\ufeff检索式：=行政复议\r\n范围：全部报告\r\n检索日期：2026-11-22\r\n')).toBe(true);
  expect(notes).toContain('检索了的报告（份）：5\r\n检索了的字符（个）：27000\r\n出现于（份）：1\r\n出现（次）：1\r\n');
  expect(notes).toContain('撇号');
  expect(JSON.parse(occurrencesJson(head, [occurrence]))).toMatchObject({ query: '=行政复议', results: [occurrence] });
});

test('the list of reports and the figures of charts are tables too', () => {
  const csv = reportListCsv([{ ...report, level: '县级', occurrences: 3, characters: 6000 }]);
  expect(csv.split('\r\n')).toEqual([
    '\ufeff报告,地区代码,地区,年度,级别,机关类别,制发机关,标题,发布日期,出现次数,检索字数,每万字次数,地址',
    '140404/2024,140404,山西省 长治市 上党区,2024,县级,政府,虚构机关、另一机关,虚构报告,2025-01-08,3,6000,5.0000,"https://example.org/reports/140404/2024/#p-00000000"',
    '',
  ]);
  const count = { phrase: '复议', by: '年度', value: '2024', reports: 0, reportsSearched: 0, occurrences: 0 };
  expect(countsCsv([{ ...count, charactersSearched: 0 }])).toBe(
    '\ufeff词语,按,年度或地区,出现于（份）,检索了（份）,出现次数,检索字数,每万字次数\r\n复议,年度,2024,0,0,0,0,\r\n',
  );
});

test.for([
  ['行政复议', '检索-行政复议-2026-11-22'],
  ['复议 | “a/b” -诉讼', '检索-复议 “a b” -诉讼-2026-11-22'],
  ['\ud800\n..\\x', '检索-\ufffd .. x-2026-11-22'],
  ['法'.repeat(40), `检索-${'法'.repeat(30)}…-2026-11-22`],
])('a search for %j is saved as %s', ([query = '', name]) => {
  expect(searchFileName('occurrences', query, '2026-11-22')).toBe(name);
});
