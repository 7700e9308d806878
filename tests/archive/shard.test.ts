import { expect, test } from 'vitest';
import { reportId } from '../../src/archive/report-id.ts';
import { publishedName, siteRoutes } from '../../src/archive/routes.ts';
import { isOverShards, namedShard, shardOfPage, shardOfRegion } from '../../src/archive/shard.ts';

const routes = siteRoutes('/');
const linyi = reportId({ region: '371300', year: 2023, slug: null });
const state = reportId({ region: '000000', year: 2023, slug: 'justice' });

test('a province’s shard builds its reports, regions, years and sitemap', () => {
  const pages = [
    routes.report(linyi),
    routes.version(linyi, 2),
    routes.region('371300'),
    routes.reportRecords('370000'),
    routes.yearOfProvince(2023, '370000'),
    routes.sitemap('370000'),
    routes.completenessOf(2023, '370000'),
    routes.completenessOf(2023, '371300', 2),
    routes.shortcomingsOf(2023, '371300'),
    routes.shortcomingsOfRegion('371300'),
    routes.reportDocuments(linyi),
    routes.reportCompleteness(linyi),
    routes.mentionsTable('370000'),
    routes.shortcomingsLines(2023, '370000'),
  ];
  expect(pages.map(shardOfPage)).toEqual(pages.map(() => '37'));
});

test('the root builds what is over provinces, the State’s own and every page of a fixed address', () => {
  const fixed = Object.values(routes).filter((route) => typeof route === 'string');
  expect(fixed.length).toBeGreaterThan(20);
  const pages = [
    ...fixed,
    routes.report(state),
    routes.sitemap('000000'),
    routes.year(2023),
    routes.issuerKind('government'),
    routes.department('public-security', '370000'),
    routes.newestOfMonth('2024-03'),
    routes.changesOfYear('2024'),
    routes.coverageOf('370000'),
    routes.document('行政复议法'),
    routes.document('行政复议法', '370000'),
    routes.documentsOf('370000', 2),
    routes.completenessTable(2023, 'csv'),
    routes.citation(linyi),
    routes.comparisonWith(linyi),
    routes.comparison(linyi, state),
  ];
  expect(pages.map(shardOfPage)).toEqual(pages.map(() => 'root'));
});

test('every address stands under the base, with or without its last slash', () => {
  for (const base of ['/archive/', '/archive']) {
    const under = siteRoutes(base);
    for (const [name, route] of Object.entries(under)) {
      if (typeof route === 'string') expect(route, name).toMatch(/^\/archive\//);
    }
    expect(under.report(linyi)).toBe('/archive/reports/371300/2023/');
    expect(under.department('public-security')).toBe('/archive/issuers/department/public-security/');
  }
});

test('shards are named as codes begin', () => {
  expect(['371300', '000000', '110101'].map(shardOfRegion)).toEqual(['37', 'root', '11']);
  expect(['root', '37', '03', '3', '370', ''].map(namedShard)).toEqual(['root', '37', null, null, null, null]);
  expect(['000000', '370000', '371300'].map(isOverShards)).toEqual([true, true, false]);
});

test('a capture that browsers would run is published as text', () => {
  const named = (format: string) => publishedName({ sha256: 'ab', format });
  expect(['html', 'mht', 'pdf', 'txt'].map(named)).toEqual(['ab.html.txt', 'ab.mht.txt', 'ab.pdf', 'ab.txt']);
  expect(routes.capture({ sha256: 'ab', format: 'html' })).toBe('/sources/ab.html.txt');
});
