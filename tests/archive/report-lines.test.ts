import { describe, expect, test } from 'vitest';
import { archiveIndex } from '../../src/archive/archive-index.ts';
import { regionTree } from '../../src/archive/region-tree.ts';
import { reportId } from '../../src/archive/report-id.ts';
import type { ReportSummary } from '../../src/archive/report-summary.ts';
import { readRegionRegister } from '../../src/content-files/region-register.ts';

const tree = regionTree(readRegionRegister('content').regions);

/** An invented report of a real unit. */
const summary = (region: string, year: number, slug: string | null = null): ReportSummary => ({
  id: reportId({ region, year, slug }),
  title: `虚构${year}`,
  titleBasis: 'text',
  region,
  regionPath: tree.pathNames(region, year),
  year,
  slug,
  issuerKind: slug === null ? 'government' : 'department',
  signed: null,
  published: null,
  issuerNames: ['虚构'],
  characters: 1,
  digest: '',
  captured: null,
  replaced: [],
  redacted: [],
  source: { sha256: '0'.repeat(64), format: 'txt', url: null },
});

/** What stands before and after the first of the reports: id and other name. */
function around(...reports: ReportSummary[]): { before: string[]; after: string[] } {
  const [first] = reports;
  if (!first) return { before: [], after: [] };
  const { previous, next } = archiveIndex(reports, tree).neighbours(first);
  const words = ({ id, otherName }: (typeof previous)[number]): string => `${id} ${otherName ?? ''}`.trim();
  return { before: previous.map(words), after: next.map(words) };
}

describe('the line goes on through a renaming', () => {
  test('长治县 2017 stands before 上党区 2018, under its own name', () => {
    const [county, district] = [summary('140421', 2017), summary('140404', 2018)];
    expect(around(district, county)).toEqual({ before: ['140421/2017 长治县'], after: [] });
    expect(around(county, district)).toEqual({ before: [], after: ['140404/2018 上党区'] });
  });

  test('gaps do not break it, and the nearest counts', () => {
    const reports = [2014, 2016].map((year) => summary('140421', year));
    const later = [2020, 2021].map((year) => summary('140404', year));
    const [first, last] = [...later];
    if (!first || !last) throw new Error('no reports');
    expect(around(first, ...reports, last)).toEqual({ before: ['140421/2016 长治县'], after: ['140404/2021'] });
    expect(around(last, ...reports, first)).toEqual({ before: ['140404/2020'], after: [] });
  });

  test('a department keeps to its own line', () => {
    const bureau = summary('140404', 2018, 'justice-bureau');
    const former = summary('140421', 2017, 'justice-bureau');
    expect(around(bureau, former, summary('140421', 2017), summary('140404', 2017 + 2))).toEqual({
      before: ['140421/2017-justice-bureau 长治县'],
      after: [],
    });
  });
});

describe('merged and split units', () => {
  // 静安区 (310106) took in 闸北区 (310108) in 2015 and kept its code.
  test('the merged unit has both before it, once', () => {
    const [jingan, zhabei] = [summary('310106', 2014), summary('310108', 2014)];
    const [merged, next] = [summary('310106', 2015), summary('310106', 2016)];
    expect(around(merged, jingan, zhabei, next).before).toEqual(['310106/2014', '310108/2014 闸北区']);
    expect(around(next, jingan, zhabei, merged).before).toEqual(['310106/2015']);
    expect(around(zhabei, jingan, merged, next).after).toEqual(['310106/2015 静安区']);
    expect(around(jingan, zhabei, merged, next).after).toEqual(['310106/2015']);
  });

  test('before and after answer each other for every renaming, merger and split of the register', () => {
    const reports = tree.all
      .filter(({ level }) => level === 'county' || level === 'prefecture')
      .flatMap(({ code, since, until }) =>
        [2003, 2004, 2010, 2016, 2024]
          .filter((year) => (since ?? 0) <= year && year <= (until ?? year))
          .map((year) => summary(code, year)),
      );
    const index = archiveIndex(reports, tree);
    const pairs = (side: 'previous' | 'next'): Set<string> =>
      new Set(
        reports.flatMap((report) =>
          index
            .neighbours(report)
            [side].map(({ id }) => (side === 'next' ? `${report.id} → ${id}` : `${id} → ${report.id}`)),
        ),
      );
    const [forwards, backwards] = [pairs('next'), pairs('previous')];
    const across = [...forwards].filter((pair) => pair.slice(0, 6) !== pair.split(' → ')[1]?.slice(0, 6));
    expect(across.length).toBeGreaterThan(300);
    expect([...forwards].filter((pair) => !backwards.has(pair))).toEqual([]);
    expect([...backwards].filter((pair) => !forwards.has(pair))).toEqual([]);
  });
});

test('units that went over into each other in one year do not send the question round for ever', () => {
  // 蚌埠 2003: 东市区, 中市区 and 郊区 exchanged ground and kept their codes.
  for (const code of ['340302', '340303', '340311'])
    expect(around(summary(code, 2018))).toEqual({ before: [], after: [] });
  expect(around(summary('340303', 2018), summary('340303', 2017)).before).toEqual(['340303/2017']);
});

test('every unit of the register that stands alone is answered', () => {
  const alone = readRegionRegister('content').regions.filter(({ until }) => until === null);
  expect(alone.length).toBeGreaterThan(3000);
  for (const { code } of alone) {
    const report = summary(code, 2020);
    expect(archiveIndex([report], tree).neighbours(report).previous).toEqual([]);
  }
});
