import { expect, test } from 'vitest';
import { archiveIndex } from '../../src/archive/archive-index.ts';
import type { Region } from '../../src/archive/region.ts';
import { regionTree } from '../../src/archive/region-tree.ts';
import type { ReportSummary } from '../../src/archive/report-summary.ts';
import { changesOfYears, changesView } from '../../src/views/changes.ts';
import { departmentViews, issuerKindViews, issuersView } from '../../src/views/issuers.ts';
import { monthViews, newestView } from '../../src/views/newest.ts';
import { regionView } from '../../src/views/region.ts';
import { reportView } from '../../src/views/report.ts';
import { yearView, yearViewsOfProvince } from '../../src/views/year.ts';

const years = [2019, 2020, 2021, 2022];

/** So many provinces of two prefectures of five counties, in equal parts. */
function regions(provinces: number): Region[] {
  const unit = (code: string, level: Region['level'], parent: string | null): Region => ({
    code,
    name: `虚构${code}`,
    level,
    parent,
    since: null,
    until: null,
    successors: [],
  });
  return Array.from({ length: provinces }, (_, at) => String(11 + at)).flatMap((province) => [
    unit(`${province}0000`, 'province', null),
    ...['01', '02'].flatMap((prefecture) => [
      unit(`${province}${prefecture}00`, 'prefecture', `${province}0000`),
      ...[1, 2, 3, 4, 5].map((county) =>
        unit(`${province}${prefecture}0${county}`, 'county', `${province}${prefecture}00`),
      ),
    ]),
  ]);
}

/** How many times anything is read of any report while the index and all views are made and written as keys. */
function reads(provinces: number): { reports: number; count: number } {
  let count = 0;
  const tree = regionTree(regions(provinces));
  const counted = (summary: ReportSummary): ReportSummary =>
    new Proxy(summary, {
      get: (target, key) => {
        count++;
        return Reflect.get(target, key);
      },
    });
  const reports = tree.all
    .filter(({ level }) => level !== 'province')
    .flatMap(({ code, name }) =>
      years.flatMap((year) =>
        [null, 'justice-bureau', 'public-security-bureau'].map((slug) =>
          counted({
            id: `${code}/${year}${slug ?? ''}`,
            region: code,
            regionPath: [name],
            year,
            slug,
            title: name,
            titleBasis: 'text',
            issuerKind: slug === null ? 'government' : 'department',
            issuerNames: [name],
            signed: null,
            published: { value: `${year + 1}-01-20`, precision: 'day', basis: 'page' },
            characters: 1,
            captured: null,
            digest: code,
            replaced: [{ version: 1, until: `${year + 1}-02-20`, reason: '虚构' }],
            redacted: [],
            source: { sha256: '0'.repeat(64), format: 'txt', url: null },
          }),
        ),
      ),
    );
  const index = archiveIndex(reports, tree);
  for (const report of index.reports) JSON.stringify(reportView(index, report));
  for (const region of tree.all) JSON.stringify(regionView(index, region));
  for (const year of index.years)
    JSON.stringify([
      yearView(index, year),
      ...index.provincesOf(year).map((province) => yearViewsOfProvince(index, year, province)),
    ]);
  JSON.stringify([issuersView(index), issuerKindViews(index), departmentViews(index)]);
  JSON.stringify([newestView(index), monthViews(index), changesView(index, []), changesOfYears(index, [])]);
  return { reports: reports.length, count };
}

test('the work of index and views grows with the archive, not with its square', () => {
  const small = reads(6);
  const large = reads(48);
  expect(large.reports).toBe(8 * small.reports);
  // Sorting adds the logarithm; a walk through all reports for each would give 64.
  expect(large.count / small.count).toBeLessThan(12);
});
