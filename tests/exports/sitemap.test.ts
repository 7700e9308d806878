import { expect, test } from 'vitest';
import { archiveIndex } from '../../src/archive/archive-index.ts';
import type { Region } from '../../src/archive/region.ts';
import { regionTree } from '../../src/archive/region-tree.ts';
import type { ReportSummary } from '../../src/archive/report-summary.ts';
import { siteRoutes } from '../../src/archive/routes.ts';
import { shardOfPage } from '../../src/archive/shard.ts';
import { sitemap, sitemapAddresses, sitemapCodes, sitemapIndex } from '../../src/exports/sitemap.ts';

const region = (code: string, level: Region['level'], parent: string | null): Region => ({
  code,
  name: code,
  level,
  parent,
  since: null,
  until: null,
  successors: [],
});
const tree = regionTree([
  region('140000', 'province', null),
  region('140400', 'prefecture', '140000'),
  region('340000', 'province', null),
]);
const report = (code: string, year: number): ReportSummary => ({
  id: `${code}/${year}`,
  title: code,
  titleBasis: 'text',
  region: code,
  regionPath: [code],
  year,
  slug: null,
  issuerKind: 'government',
  issuerNames: [code],
  signed: null,
  published: null,
  characters: 1,
  digest: '',
  captured: null,
  replaced: [],
  redacted: [],
  source: { sha256: '0'.repeat(64), format: 'txt', url: null },
});
const index = archiveIndex([report('140400', 2023), report('000000', 2024)], tree);
const routes = siteRoutes('/archive/');

test('every address stands in exactly one sitemap, that of the shard that builds the page', () => {
  const all = sitemapCodes(index).map((code) => ({ code, addresses: sitemapAddresses(index, routes, code) }));
  const addresses = all.flatMap((one) => one.addresses);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toEqual(
    expect.arrayContaining([
      '/archive/',
      '/archive/reports/140400/2023/',
      '/archive/reports/000000/2024/',
      '/archive/years/2023/140000/',
      '/archive/regions/340000/',
    ]),
  );
  for (const one of all)
    for (const address of one.addresses)
      expect(shardOfPage(address.replace('/archive/', ''))).toBe(shardOfPage(`sitemaps/${one.code}.xml`));
});

test('addresses are absolute, in the form of the protocol', () => {
  expect(sitemap(['/archive/'], 'https://example.org')).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n<url><loc>https://example.org/archive/</loc></url>\n</urlset>\n',
  );
  expect(sitemapIndex([routes.sitemap('140000')], 'https://example.org')).toContain(
    '<sitemap><loc>https://example.org/archive/sitemaps/140000.xml</loc></sitemap>',
  );
});
