import type { ArchiveIndex } from '../archive/archive-index.ts';
import { stateCode } from '../archive/region-code.ts';
import type { SiteRoutes } from '../archive/routes.ts';
import { escapedXml } from '../text/xml.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** The scheme and host that a site's address begins with; addresses on the site begin with their own slash. */
const originOf = (site: string): string => /^[a-z]+:\/\/[^/]*/i.exec(site)?.[0] ?? '';

// Addresses of the archive hold digits, letters, hyphens and slashes only; the base path may hold `&`.
const escaped = (address: string, site: string): string => escapedXml(originOf(site) + address);

/** A sitemap of addresses (paths on the site); at most 50,000 by the protocol. */
export function sitemap(addresses: readonly string[], site: string): string {
  const urls = addresses.map((address) => `<url><loc>${escaped(address, site)}</loc></url>\n`);
  return `${declaration}<urlset ${namespace}>\n${urls.join('')}</urlset>\n`;
}

/** The list of sitemaps. */
export function sitemapIndex(addresses: readonly string[], site: string): string {
  const sitemaps = addresses.map((address) => `<sitemap><loc>${escaped(address, site)}</loc></sitemap>\n`);
  return `${declaration}<sitemapindex ${namespace}>\n${sitemaps.join('')}</sitemapindex>\n`;
}

/** Codes that a sitemap is made for: every province, and `000000` for the pages and reports that belong to none. */
export function sitemapCodes({ tree }: ArchiveIndex): string[] {
  return [stateCode, ...tree.children(stateCode).map(({ code }) => code)];
}

const isBelow = (code: string, above: string): boolean => code.slice(0, 2) === above.slice(0, 2);

/** Addresses of the pages of a province, or of those that belong to none: reports, regions, years. */
export function sitemapAddresses(index: ArchiveIndex, routes: SiteRoutes, code: string): string[] {
  const shared = [
    routes.home,
    routes.regions,
    routes.years,
    routes.issuers,
    routes.about,
    routes.search,
    routes.coverage,
    routes.newest,
    routes.changes,
    routes.data,
    routes.releases,
    routes.sample,
    routes.english,
    routes.englishAbout,
    routes.englishSearch,
  ];
  const years =
    code === stateCode
      ? [
          ...index.years.map(routes.year),
          ...index.yearsOfProvince(code).map((year) => routes.yearOfProvince(year, code)),
        ]
      : index.yearsOfProvince(code).map((year) => routes.yearOfProvince(year, code));
  const regions = new Set(index.tree.all.map((region) => region.code));
  return [
    ...(code === stateCode ? shared : []),
    ...years,
    ...[...regions].filter((region) => isBelow(region, code)).map(routes.region),
    ...index.reports.filter(({ region }) => isBelow(region, code)).map(({ id }) => routes.report(id)),
  ];
}
