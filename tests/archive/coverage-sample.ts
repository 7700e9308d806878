import { type ArchiveIndex, archiveIndex } from '../../src/archive/archive-index.ts';
import type { CoverageRecord } from '../../src/archive/coverage.ts';
import type { Level, Region } from '../../src/archive/region.ts';
import { regionTree } from '../../src/archive/region-tree.ts';
import { reportId } from '../../src/archive/report-id.ts';
import type { ReportSummary } from '../../src/archive/report-summary.ts';

const unit = (
  code: string,
  name: string,
  level: Level,
  parent: string | null,
  [since, until]: readonly [number | null, number | null] = [null, null],
  successors: readonly string[] = [],
): Region => ({ code, name, level, parent, since, until, successors });

/** Invented units: a province with two prefectures; a county that became a district in 2018, one that changed hands. */
export const sampleTree = regionTree([
  unit('140000', '甲省', 'province', null),
  unit('140400', '乙市', 'prefecture', '140000'),
  unit('140421', '丙县', 'county', '140400', [null, 2017], ['140404']),
  unit('140404', '丙区', 'county', '140400', [2018, null]),
  unit('140425', '丁县', 'county', '140400'),
  unit('140404x01', '丙经开区', 'township', '140404'),
  unit('140600', '戊市', 'prefecture', '140000'),
  unit('710000', '台湾省', 'province', null),
]);

const summary = (region: string, year: number, slug: string | null = null): ReportSummary => ({
  id: reportId({ region, year, slug }),
  title: '虚构',
  titleBasis: 'text',
  region,
  regionPath: sampleTree.pathNames(region, year),
  year,
  slug,
  issuerKind: slug === null ? 'government' : 'department',
  signed: null,
  published: null,
  issuerNames: ['虚构'],
  characters: 1,
  captured: null,
  replaced: [],
  redacted: [],
  source: { sha256: '0'.repeat(64), format: 'txt', url: null },
  digest: '',
});

/** Invented holdings. */
export const sampleIndex: ArchiveIndex = archiveIndex(
  [
    summary('140400', 2018),
    summary('140404', 2018),
    summary('140421', 2017),
    summary('140404', 2018, 'justice-bureau'),
    summary('140404x01', 2018),
  ],
  sampleTree,
);

/** An invented entry. */
export const sampleRecord: CoverageRecord = {
  region: '140425',
  year: 2018,
  state: 'not-found',
  where: '县政府门户网站“法治政府建设年度报告”栏目',
  when: '2026-11-22',
  note: '',
};
