import { describe, expect, test } from 'vitest';
import { archiveIndex } from '../../src/archive/archive-index.ts';
import { regionTree } from '../../src/archive/region-tree.ts';
import { reportId } from '../../src/archive/report-id.ts';
import type { ReportSummary } from '../../src/archive/report-summary.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { characterReading, placeReading } from '../../src/pinyin/place-reading.ts';
import { boxFile, yearsOfText } from '../../src/views/box-file.ts';
import { boxAnswers, boxData } from '../../src/views/box-finding.ts';
import { finderUnits, regionFinderFile } from '../../src/views/region-finder-file.ts';
import { findableRegions } from '../../src/views/region-finding.ts';

const tree = regionTree(readRegionRegister('content').regions);
const readings = { name: placeReading, character: characterReading };

/** An invented report of a real unit; a slug makes it a department's. */
function summary(region: string, year: number, slug: string | null = null, name = '虚构'): ReportSummary {
  return {
    id: reportId({ region, year, slug }),
    title: '虚构',
    titleBasis: 'text',
    region,
    regionPath: tree.pathNames(region, year),
    year,
    slug,
    issuerKind: slug === null ? 'government' : 'department',
    issuerNames: [name],
    signed: null,
    published: null,
    characters: 1,
    captured: null,
    replaced: [],
    redacted: [],
    source: { sha256: '0'.repeat(64), format: 'txt', url: null },
    digest: '',
  };
}

const reports = [
  summary('370304', 2022),
  ...[2016, 2017, 2018, 2020, 2023].map((year) => summary('140404', year)),
  summary('140421', 2015),
  summary('120102', 2024, 'justice-bureau', '河东区司法局'),
  summary('510107', 2023, 'justice-bureau', '武侯区司法局'),
];
const index = archiveIndex(reports, tree);
const data = boxData(findableRegions(regionFinderFile(finderUnits(index, readings), readings)), boxFile(index));

const answered = (query: string): string[] =>
  boxAnswers(data, query).map((answer) => {
    if (answer.kind === 'report') return answer.id;
    if (answer.kind === 'region') return answer.region.code;
    return answer.kind === 'year' ? `${answer.year}` : answer.key;
  });

test('years are packed in runs and come out again', () => {
  expect(boxFile(index).places).toContain('140404\t2023 2020 2018-2016');
  expect(yearsOfText('2023 2020 2018-2016')).toEqual([2023, 2020, 2018, 2017, 2016]);
  expect(yearsOfText('')).toEqual([]);
});

describe('the first that is answered', () => {
  test.for([
    ['博山', '370304/2022'],
    ['博山区2022', '370304/2022'],
    ['博山区 2022年度', '370304/2022'],
    ['博山区2022年法治政府报告', '370304/2022'],
    ['博山区人民政府2022年法治政府建设工作情况的报告', '370304/2022'],
    ['淄博市博山区2022', '370304/2022'],
    ['bsq2022', '370304/2022'],
    ['boshan 2022', '370304/2022'],
    ['370304', '370304/2022'],
    ['上党区', '140404/2023'],
    ['上党区2017', '140404/2017'],
    ['２０１７上党区', '140404/2017'],
    ['长治县2015', '140421/2015'],
    ['2022年报告', '2022'],
    ['2022', '2022'],
    ['河东区司法局', '120102/2024-justice-bureau'],
    ['司法局', 'justice'],
  ] as const)('%s: %s', ([query, first]) => expect(answered(query)[0]).toBe(first));
});

test('the title of a joint report, which names its place for each of its bodies, is answered with the report', () => {
  const title = '中共博山区委博山区人民政府关于2022年度法治政府建设工作情况的报告';
  expect(answered(title)[0]).toBe('370304/2022');
  expect(answered('中共长治市上党区委 长治市上党区人民政府关于2020年度法治政府建设情况的报告')[0]).toBe('140404/2020');
});

test('a year of which nothing is held leads to the place, not to another year', () => {
  expect(answered('博山区2019')[0]).toBe('370304');
  expect(answered('上党区2019').some((answer) => answer.includes('/'))).toBe(false);
});

test('words that name no place, year or department are left to the full text', () => {
  expect(['行政复议', '执法力量不足', '', '  ', '法治政府建设年度报告', '%00', '((('].flatMap(answered)).toEqual([]);
});
