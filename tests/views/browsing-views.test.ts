import { describe, expect, test } from 'vitest';
import { archiveIndex } from '../../src/archive/archive-index.ts';
import type { CoverageRecord } from '../../src/archive/coverage.ts';
import { departmentKey, departmentName } from '../../src/archive/issuer-department.ts';
import { regionTree } from '../../src/archive/region-tree.ts';
import { reportId } from '../../src/archive/report-id.ts';
import type { ReportSummary } from '../../src/archive/report-summary.ts';
import { allWithdrawals } from '../../src/archive/withdrawal.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { changesView } from '../../src/views/changes.ts';
import { departmentViews, issuerKindViews, issuersView } from '../../src/views/issuers.ts';
import { newestView } from '../../src/views/newest.ts';
import { type RegionView, regionView } from '../../src/views/region.ts';
import { yearView, yearViewsOfProvince } from '../../src/views/year.ts';

const tree = regionTree(readRegionRegister('content').regions);

/** An invented report of a real unit; a slug makes it a department's. */
function summary(region: string, year: number, more: Partial<ReportSummary> = {}): ReportSummary {
  const slug = more.slug ?? null;
  return {
    id: reportId({ region, year, slug }),
    title: '虚构',
    titleBasis: 'text',
    region,
    regionPath: tree.pathNames(region, year),
    year,
    slug,
    ...{
      issuerKind: slug === null ? 'government' : 'department',
      issuerNames: ['虚构'],
      signed: null,
      published: null,
    },
    characters: 1,
    captured: null,
    replaced: [],
    redacted: [],
    source: { sha256: '0'.repeat(64), format: 'txt', url: null },
    digest: '',
    ...more,
  };
}

const bureau = (region: string, year: number, name: string, slug: string): ReportSummary =>
  summary(region, year, { slug, issuerNames: [name] });

function viewOf(code: string, reports: readonly ReportSummary[]): RegionView {
  const region = tree.region(code);
  if (!region) throw new Error(`no region ${code}`);
  return regionView(archiveIndex(reports, tree), region);
}

describe('a region’s page', () => {
  const reports = [
    summary('140404', 2024),
    summary('140404', 2021),
    summary('140421', 2016),
    bureau('140404', 2024, '长治市上党区司法局', 'justice-bureau'),
    bureau('140404', 2023, '长治市上党区司法局', 'justice-bureau'),
  ];
  const view = viewOf('140404', reports);

  test('shows its own years, newest first, and which are missing between them', () => {
    expect(view.reports.map(({ year }) => year)).toEqual([2024, 2021]);
    expect(view.missing).toEqual([2023, 2022]);
    expect(view.coverage).toBe('140400');
  });

  test('shows departments by name, each with its years', () => {
    expect(view.departments.map(({ name, reports }) => [name, reports.map(({ year }) => year)])).toEqual([
      ['司法局', [2024, 2023]],
    ]);
  });

  test('shows where it came from and what became of it, with years and counts', () => {
    expect(view.predecessors).toEqual([{ code: '140421', name: '长治县', above: [], year: 2017, count: 1 }]);
    const former = viewOf('140421', reports);
    expect(former.successors).toEqual([{ code: '140404', name: '上党区', above: [], year: 2018, count: 4 }]);
    expect(former.coverage).toBe('140400');
  });

  test('shows the units below with counts, one level more for a province, and those that are gone', () => {
    const prefecture = viewOf('140400', reports);
    expect(prefecture.children.find(({ code }) => code === '140404')?.count).toBe(4);
    expect(prefecture.gone.find(({ code }) => code === '140421')).toEqual({
      code: '140421',
      name: '长治县',
      count: 1,
      until: 2017,
    });
    expect(prefecture.places?.places.flatMap(({ cells }) => cells.map((cell) => cell?.id))).toContain('140404/2024');
    const province = viewOf('140000', reports);
    expect(province.children.find(({ code }) => code === '140400')?.below.length).toBe(prefecture.children.length);
    expect(viewOf('000000', reports).children).toEqual([]);
  });

  test('a code that bore another name says so; a province outside the scope has no coverage page', () => {
    expect(viewOf('420600', []).otherNames.map(({ name }) => name)).toContain('襄樊市');
    expect([viewOf('710000', []).coverage, viewOf('000000', []).coverage]).toEqual([null, null]);
  });
});

describe('the pages of a year', () => {
  const reports = [
    summary('000000', 2024, { slug: 'justice-ministry', issuerNames: ['司法部'], regionPath: [] }),
    summary('140000', 2024),
    summary('140400', 2024),
    summary('140404', 2024, { issuerKind: 'party-and-government' }),
    bureau('140404', 2024, '长治市上党区司法局', 'justice-bureau'),
    summary('500101', 2024),
  ];
  const index = archiveIndex(reports, tree);

  test('name the State first, then the provinces', () => {
    expect(yearView(index, 2024).parts.map(({ code, count }) => [code, count])).toEqual([
      ['000000', 1],
      ['140000', 4],
      ['500000', 1],
    ]);
  });

  test('group a province by prefecture, tell places by name and reports by who made them', () => {
    const province = tree.region('140000');
    if (!province) throw new Error('no province');
    const [view] = yearViewsOfProvince(index, 2024, province);
    expect(view?.groups).toEqual([
      {
        code: '140000',
        name: '山西省',
        rows: [{ name: '山西省', links: [{ id: '140000/2024', name: { key: 'government', values: {} } }] }],
      },
      {
        code: '140400',
        name: '长治市',
        rows: [
          { name: '长治市', links: [{ id: '140400/2024', name: { key: 'government', values: {} } }] },
          {
            name: '上党区',
            links: [
              { id: '140404/2024', name: { key: 'partyAndGovernment', values: {} } },
              { id: '140404/2024-justice-bureau', name: '司法局' },
            ],
          },
        ],
      },
    ]);
  });
});

describe('issuers', () => {
  test.for([
    ['天津市河东区司法局', ['天津市', '河东区'], '司法局'],
    ['河东区司法局', ['天津市', '河东区'], '司法局'],
    ['山西省司法厅', ['山西省'], '司法厅'],
    ['司法部', [], '司法部'],
    ['某某局', ['山西省', '长治市'], '某某局'],
  ] as const)('%s of %s is %s', ([name, path, short]) => {
    expect(departmentName({ issuerNames: [name], regionPath: [...path] })).toBe(short);
  });

  test('bureaus, departments and ministries of one kind stand together', () => {
    expect(
      ['public-security-bureau', 'public-security-department', 'public-security-ministry'].map(departmentKey),
    ).toEqual(Array.from({ length: 3 }, () => 'public-security'));
    expect(departmentKey('legal-affairs-office')).toBe('legal-affairs-office');
    const index = archiveIndex(
      [
        bureau('140404', 2024, '上党区公安局', 'public-security-bureau'),
        bureau('140400', 2024, '长治市公安局', 'public-security-bureau'),
        bureau('140000', 2024, '山西省公安厅', 'public-security-department'),
        summary('140400', 2023),
      ],
      tree,
    );
    expect(issuersView(index)).toEqual({
      kinds: [
        { kind: 'government', count: 1 },
        { kind: 'department', count: 3 },
      ],
      departments: [{ key: 'public-security', name: '公安局、公安厅', count: 3 }],
    });
    expect(departmentViews(index).map(({ key, path, count }) => [key, path.length, count])).toEqual([
      ['public-security', 0, 3],
    ]);
    expect(issuerKindViews(index).map(({ kind, count }) => [kind, count])).toEqual([['government', 1]]);
  });
});

describe('what is new and what was changed', () => {
  test('the newest come by month of publication, else of signature; what has neither is counted', () => {
    const dated = (value: string) => ({ value, precision: 'day', basis: 'page' }) as const;
    const { months, undated } = newestView(
      archiveIndex(
        [
          summary('140404', 2023, { published: dated('2024-02-01') }),
          summary('140400', 2023, { signed: dated('2024-02-20') }),
          summary('140404', 2024, { published: dated('2025-01-20') }),
          summary('140000', 2024),
        ],
        tree,
      ),
    );
    expect(months.map(({ month, reports }) => [month, reports.map(({ id }) => id)])).toEqual([
      ['2025-01', ['140404/2024']],
      ['2024-02', ['140400/2023', '140404/2023']],
    ]);
    expect(undated).toBe(1);
  });

  test('changes are those that the files tell of, newest first; nothing is made of what they do not', () => {
    const record: CoverageRecord = {
      region: '140425',
      year: 2018,
      state: 'withdrawn',
      where: '虚构',
      when: '2026-03-01',
      note: '应机关要求',
    };
    const entered = {
      id: '140400/2018-justice-bureau',
      issuers: '虚构局',
      day: '2026-02-15',
      by: '编者',
      reason: '虚构',
      versions: [],
    };
    const withdrawn = allWithdrawals([entered], [record, { ...record, state: 'not-found' }]);
    const reports = [
      summary('140404', 2024, {
        replaced: [{ version: 1, until: '2026-02-01', reason: '原网页更正' }],
        captured: '2025-02-03',
      }),
      summary('140400', 2024, { redacted: [{ mark: '某甲', day: '2026-04-01', reason: '本人要求' }] }),
    ];
    const view = changesView(archiveIndex(reports, tree), withdrawn);
    expect(view.changes.map(({ day, kind, id, version }) => [day, kind, id, version])).toEqual([
      ['2026-04-01', 'redacted', '140400/2024', null],
      ['2026-03-01', 'withdrawn', '140425/2018', null],
      ['2026-02-15', 'withdrawn', '140400/2018-justice-bureau', null],
      ['2026-02-01', 'replaced', '140404/2024', 1],
    ]);
    expect(view.changes[2]).toMatchObject({ place: '山西省 长治市', year: 2018, issuers: '虚构局', reason: '虚构' });
    expect(view.captured).toEqual([{ month: '2025-02', count: 1 }]);
    expect(view.uncaptured).toBe(1);
    expect(changesView(archiveIndex([], tree), []).changes).toEqual([]);
  });
});
