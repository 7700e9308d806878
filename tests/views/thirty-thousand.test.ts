import { beforeAll, expect, test } from 'vitest';
import { type ArchiveIndex, archiveIndex } from '../../src/archive/archive-index.ts';
import { coverage } from '../../src/archive/coverage.ts';
import { regionTree } from '../../src/archive/region-tree.ts';
import type { ReportSummary } from '../../src/archive/report-summary.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';
import { inventedDepartmentName } from '../../src/synth/department.ts';
import { random } from '../../src/synth/random.ts';
import { type PlannedReport, reportPlan } from '../../src/synth/report-plan.ts';
import { changesOfYears, changesView } from '../../src/views/changes.ts';
import { coverageOverview, coveragePlaces, coverageRegionView } from '../../src/views/coverage.ts';
import { figureViews } from '../../src/views/extract/figures.ts';
import { departmentViews, issuerKindViews, issuersView } from '../../src/views/issuers.ts';
import { monthViews, newestView } from '../../src/views/newest.ts';
import type { PlaceGroup } from '../../src/views/place-groups.ts';
import { type RegionView, regionView } from '../../src/views/region.ts';
import { yearView, yearViewsOfProvince } from '../../src/views/year.ts';

const size = 30_000;
const tree = regionTree(readRegionRegister('content').regions);
let index: ArchiveIndex;

/** An invented report, published in the first months of the year after, as most are. */
function summary({ id, region, year, kind, department }: PlannedReport): ReportSummary {
  const chance = random(id);
  const place = tree.pathNames(region.code, year);
  const day = `${year + 1}-0${1 + Math.floor(chance.next() * 4)}-15`;
  return {
    id,
    region: region.code,
    regionPath: place,
    year,
    issuerKind: kind,
    ...{
      title: `关于${year}年度法治政府建设情况的报告（虚构）`,
      titleBasis: 'text',
      signed: null,
      characters: 5000,
      digest: id,
    },
    slug: department?.slug ?? (kind === 'party' ? 'party' : null),
    issuerNames: [department ? inventedDepartmentName(department, region.level, place.join('')) : place.join('')],
    published: { value: day, precision: 'day', basis: 'page' },
    captured: day,
    replaced: chance.chance(0.01) ? [{ version: 1, until: day, reason: '虚构的更正' }] : [],
    redacted: [],
    source: { sha256: '0'.repeat(64), format: 'txt', url: null },
  };
}

beforeAll(() => {
  const summaries: ReportSummary[] = [];
  for (const plan of reportPlan(tree, 'thirty thousand')) {
    if (summaries.push(summary(plan)) === size) break;
  }
  index = archiveIndex(summaries, tree);
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const most = (numbers: readonly number[]): number => numbers.reduce((max, number) => Math.max(max, number), 0);
const inGroups = (groups: readonly PlaceGroup[]): number =>
  sum(groups.flatMap(({ rows }) => rows.map(({ links }) => links.length)));

/** Links of the longest list on a region's page, and all its links. */
function linksOfRegion(view: RegionView): { longest: number; all: number } {
  const lists = [
    view.reports.length,
    ...view.departments.map(({ reports }) => reports.length),
    view.places?.places.length ?? 0,
    view.nearby.length,
    view.children.length,
    ...view.children.map(({ below }) => below.length),
    view.gone.length,
  ];
  return { longest: most(lists), all: sum(lists) };
}

test('every report is linked from its province’s page or one step below', () => {
  const linked = (code: string): Set<string> => {
    const region = tree.region(code);
    const view = region && regionView(index, region);
    return new Set(
      [
        ...(view?.reports ?? []).map(({ id }) => id),
        ...(view?.departments ?? []).flatMap(({ reports }) => reports.map(({ id }) => id)),
        ...(view?.places?.places ?? []).flatMap(({ code, cells, count }) =>
          cells.some((cell) => (cell?.count ?? 0) > (cell?.id === null ? 0 : 1)) || count === 0
            ? [code]
            : cells.map((cell) => cell?.id ?? ''),
        ),
      ].filter((name) => name !== ''),
    );
  };
  for (const { code } of tree.children('000000')) {
    const first = linked(code);
    const reached = new Set([...first].flatMap((name) => (/^\d{6}$/.test(name) ? [...linked(name)] : [name])));
    const lower = new Set([...reached].flatMap((name) => (/^\d{6}$/.test(name) ? [...linked(name)] : [name])));
    for (const { id } of index.reportsBelow(code)) expect(lower.has(id) || reached.has(id), id).toBe(true);
  }
});

test('a region’s page has no list longer than a person can use', () => {
  const views = tree.all.map((region) => linksOfRegion(regionView(index, region)));
  expect(most(views.map(({ longest }) => longest))).toBeLessThanOrEqual(50);
  expect(most(views.map(({ all }) => all))).toBeLessThanOrEqual(250);
});

test('the pages of a year hold every report of it, each once, some two hundred a page', () => {
  for (const year of index.years) {
    const whole = yearView(index, year);
    expect(whole.groups).toEqual([]);
    expect(sum(whole.parts.map(({ count }) => count))).toBe(index.ofYear(year).length);
    const views = index.provincesOf(year).flatMap((province) => yearViewsOfProvince(index, year, province));
    expect(sum(views.map(({ groups }) => inGroups(groups)))).toBe(index.ofYear(year).length);
    expect(most(views.map(({ groups, parts }) => inGroups(groups) + parts.length))).toBeLessThanOrEqual(250);
    expect(most(views.flatMap(({ groups }) => groups.map((group) => inGroups([group]))))).toBeLessThanOrEqual(120);
  }
});

test('the pages of issuers hold every department’s report, each once, and count all others', () => {
  const { kinds, departments } = issuersView(index);
  expect(sum(kinds.map(({ count }) => count))).toBe(size);
  const held = index.reports.filter(({ issuerKind }) => issuerKind === 'department').length;
  expect(sum(departments.map(({ count }) => count))).toBe(held);
  const views = departmentViews(index);
  expect(sum(views.map(({ groups }) => inGroups(groups)))).toBe(held);
  expect(most(views.map(({ groups, parts }) => inGroups(groups) + parts.length))).toBeLessThanOrEqual(450);
  for (const { count, groups, matrix } of issuerKindViews(index)) {
    const counted = matrix ? sum(matrix.rows.flatMap(({ cells }) => cells)) : inGroups(groups);
    expect(counted).toBe(count);
    expect(inGroups(groups) + (matrix?.rows.length ?? 0) * (matrix?.years.length ?? 0)).toBeLessThanOrEqual(450);
  }
});

test('the newest and the changes are few pages of bounded length that say how much there is', () => {
  const { months } = newestView(index);
  expect(months.length).toBeLessThanOrEqual(12);
  expect(sum(months.map(({ reports }) => reports.length))).toBeLessThanOrEqual(120);
  for (const { count, reports } of monthViews(index)) {
    expect(reports.length).toBeLessThanOrEqual(100);
    expect(count).toBeGreaterThanOrEqual(reports.length);
  }
  const { changes, captured, uncaptured } = changesView(index, []);
  expect(changes.length).toBeLessThanOrEqual(50);
  expect(sum(captured.map(({ count }) => count)) + uncaptured).toBe(size);
  const replaced = index.reports.filter((report) => report.replaced.length > 0).length;
  const years = changesOfYears(index, []);
  expect(sum(years.map(({ count }) => count))).toBe(replaced);
  expect(most(years.map((view) => view.changes.length))).toBeLessThanOrEqual(300);
});

test('coverage pages are as long as their region has units', () => {
  const covered = coverage(index, []);
  expect(coverageOverview(index, covered).provinces).toHaveLength(31);
  const rows = coveragePlaces(index, covered).map((region) => coverageRegionView(index, covered, region).rows.length);
  expect(most(rows)).toBeLessThanOrEqual(50);
});

test('the pages of a measure hold every report of a year, each once, and none is too heavy', () => {
  const year = index.years[0] ?? 0;
  const said = (at: number) => ({
    ...({
      measures: ['legal-aid'],
      state: 'ok',
      written: `${at}件`,
      value: at,
      to: null,
      unit: '件',
      mark: null,
    } as const),
    ...{ period: null, sentence: '办理法律援助案件。'.repeat(1 + (at % 5)), anchor: `p-${at}` },
  });
  const sources = {
    measures: ['legal-aid'],
    measuredOf: (id: string) => Array.from({ length: Number(random(id).next() < 0.5) * 3 }, (_, at) => said(at)),
    texts: () => '',
  };
  const views = index.provincesOf(year).flatMap((province) => figureViews(index, year, province, sources));
  const rows = views.flatMap((view) => view.rows);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(rows.length).toBe(index.ofYear(year).length);
  // What stands around a row and around a figure and its dot, in bytes, and its letters.
  const bytes = views.map((view) =>
    sum(view.rows.flatMap(({ found }) => [240, ...(found ?? []).map(({ sentence }) => 300 + 3 * sentence.length)])),
  );
  expect(most(bytes)).toBeLessThanOrEqual(80_000);
});
