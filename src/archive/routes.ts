import type { ReportId } from './report-id.ts';

/** A file published as it was captured. */
export interface PublishedCapture {
  readonly sha256: string;
  readonly format: string;
}

/** All addresses of the site, under its base path (`/` or `/archive/`). */
export interface SiteRoutes {
  readonly home: string;
  readonly search: string;
  readonly regions: string;
  readonly years: string;
  readonly issuers: string;
  readonly about: string;
  /** Folder of Pagefind's files. */
  readonly rankedSearch: string;
  readonly icon: string;
  readonly report: (id: ReportId) => string;
  readonly region: (code: string) => string;
  readonly year: (year: number) => string;
  /** A year's reports in one province, by its code. */
  readonly yearOfProvince: (year: number, province: string) => string;
  readonly capture: (capture: PublishedCapture) => string;
}

/** The site's addresses for a base path, which begins and ends with a slash. Addresses never change once published. */
export function siteRoutes(base: string): SiteRoutes {
  const root = base.endsWith('/') ? base : `${base}/`;
  return {
    home: root,
    search: `${root}search/`,
    regions: `${root}regions/`,
    years: `${root}years/`,
    issuers: `${root}issuers/`,
    about: `${root}about/`,
    rankedSearch: `${root}pagefind/`,
    icon: `${root}icon.svg`,
    report: (id) => `${root}reports/${id}/`,
    region: (code) => `${root}regions/${code}/`,
    year: (year) => `${root}years/${year}/`,
    yearOfProvince: (year, province) => `${root}years/${year}/${province}/`,
    capture: ({ sha256, format }) => `${root}sources/${sha256}.${format}`,
  };
}
