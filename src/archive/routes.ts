import type { ReportId } from './report-id.ts';

/** Formats that a browser would run on the archive's own origin, were they served as what they are. */
const runByBrowsers: ReadonlySet<string> = new Set(['html', 'mht']);

/** A file published as it was captured. */
export interface PublishedCapture {
  readonly sha256: string;
  readonly format: string;
}

/**
 * The name that a capture is published under: its digest and format; what a browser would run bears `.txt` behind, so
 * that no host serves it as a page. The bytes are the capture's in every case.
 */
export const publishedName = ({ sha256, format }: PublishedCapture): string =>
  `${sha256}.${format}${runByBrowsers.has(format) ? '.txt' : ''}`;

/** All addresses of the site, under its base path (`/` or `/archive/`). */
export interface SiteRoutes {
  readonly home: string;
  readonly search: string;
  readonly regions: string;
  /** Names, readings and codes of all regions, for the finder. */
  readonly regionFinder: string;
  /** Which reports there are, for the box. */
  readonly reportFinder: string;
  readonly years: string;
  readonly issuers: string;
  /** All departments, on the page of issuers. */
  readonly departments: string;
  /** The newest reports by month, and what was changed in the archive. */
  readonly newest: string;
  readonly changes: string;
  readonly about: string;
  /** The three pages that exist in English too. */
  readonly english: string;
  readonly englishSearch: string;
  readonly englishAbout: string;
  readonly cite: string;
  readonly compare: string;
  /** Letter size, colours and the like, as a page. */
  readonly reading: string;
  readonly coverage: string;
  readonly glossary: string;
  /** The small script of every page, `public/page.js`. */
  readonly pageScript: string;
  /** Folder of the exact index's files. */
  readonly searchIndex: string;
  /** Folder of Pagefind's files. */
  readonly rankedSearch: string;
  /** What can be kept for reading without a network; its packs, and the worker that then answers. */
  readonly offline: string;
  readonly offlinePacks: string;
  readonly offlineWorker: string;
  /** The archive as data, for programs. */
  readonly data: string;
  /** What the site consists of: every file with its digest. */
  readonly manifest: string;
  readonly icon: string;
  /** Licences of others' code and data in the site, `public/licences.txt`. */
  readonly licences: string;
  /** The one picture that goes with a shared address. */
  readonly shareImage: string;
  readonly report: (id: ReportId) => string;
  /** A report's record and text for programs. */
  readonly reportData: (id: ReportId) => string;
  /** A superseded text of a report. */
  readonly version: (id: ReportId, version: number) => string;
  readonly region: (code: string) => string;
  readonly year: (year: number) => string;
  /** Titles, issuers and days of a province's reports, by its code; `000000` for the State's own. */
  readonly reportRecords: (province: string) => string;
  /** A year's reports in one province, by its code. */
  readonly yearOfProvince: (year: number, province: string) => string;
  /** Reports of a kind of issuer other than departments. */
  readonly issuerKind: (kind: string) => string;
  /** A department's reports everywhere, by its key (`public-security`), or in one place, by its code. */
  readonly department: (key: string, code?: string) => string;
  readonly newestOfMonth: (month: string) => string;
  readonly changesOfYear: (year: string) => string;
  /** Every way to cite a report. */
  readonly citation: (id: ReportId) => string;
  /** A report set beside another that is yet to be chosen. */
  readonly comparisonWith: (id: ReportId) => string;
  readonly comparison: (a: ReportId, b: ReportId) => string;
  /** What is held and what is not, of a province or a prefecture, by its code. */
  readonly coverageOf: (code: string) => string;
  readonly capture: (capture: PublishedCapture) => string;
  /** What the rules ask of reports and what stands in them; a year's in a place, by its code, or a later part of that list. */
  readonly completeness: string;
  readonly completenessOf: (year: number, code: string, part?: number) => string;
  /** What reports say of their shortcomings; a year's in a place, by its code, or a later part of that list. */
  readonly shortcomings: string;
  readonly shortcomingsOf: (year: number, code: string, part?: number) => string;
  /** One place's over the years. */
  readonly shortcomingsOfRegion: (code: string) => string;
  /** Documents that reports name; those that one province's reports alone name, by its code. */
  /** What is counted in reports: what there is, and how it is taken out. */
  readonly figures: string;
  /** A measure's figures in a year's reports of a place, by its code. */
  readonly figuresOf: (measure: string, year: number, code: string, part?: number) => string;
  /** All figures of measures of a year's reports in a province, as a file. */
  readonly figuresTable: (year: number, province: string, form: 'csv' | 'json') => string;
  /** Every figure of a report beside its sentence, as a page and as a file. */
  readonly reportFigures: (id: ReportId) => string;
  readonly reportFiguresFile: (id: ReportId) => string;
  readonly documents: string;
  readonly documentsOf: (code: string, part?: number) => string;
  /** A document named in several reports, by its key; in one place, by its code. */
  readonly document: (key: string, code?: string) => string;
  /** What was taken out of one report. */
  readonly reportDocuments: (id: ReportId) => string;
  readonly reportCompleteness: (id: ReportId) => string;
  /** Tables as files. */
  readonly documentsTable: string;
  readonly mentionsTable: (province: string) => string;
  readonly completenessTable: (year: number, form: 'csv' | 'json') => string;
  readonly shortcomingsLines: (year: number, province: string) => string;
  /** A file of the archive as data, by its path below `data/`. */
  readonly dataFile: (path: string) => string;
  /** What is new, as Atom: `all`, below a region by its code, of a year. */
  readonly feed: (name: string) => string;
  /** All releases; a release by its number, and a file of it. */
  readonly releases: string;
  readonly release: (number: number) => string;
  readonly releaseFile: (number: number, name: string) => string;
  /** Samples that anybody can draw again, and the list of what is held now. */
  readonly sample: string;
  readonly textsHeld: string;
  /** What is new in the archive, as JSON Feed. */
  readonly jsonFeed: string;
  /** Addresses of a province's pages for search engines, by its code; `000000` for what belongs to none. */
  readonly sitemap: (province: string) => string;
}

/** The first part of a list stands at the list's own address. */
const numbered = (part: number): string => (part === 1 ? '' : `${part}/`);

/** So many letters of a document's key name its folder whole: a name in a file system has 255 bytes. */
const longestKey = 72;

/**
 * The name of a document's folder: its key; of a long one the first letters and a number that the whole of it makes, so
 * that two long names never share one.
 */
export function documentSlug(key: string): string {
  if (key.length <= longestKey) return key;
  let mixed = 0;
  for (const letter of key) mixed = (Math.imul(mixed, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return `${key.slice(0, longestKey)}-${mixed.toString(36)}`;
}

/** The site's addresses for a base path, which begins and ends with a slash. Addresses never change once published. */
export function siteRoutes(base: string): SiteRoutes {
  const root = base.endsWith('/') ? base : `${base}/`;
  return {
    home: root,
    search: `${root}search/`,
    regions: `${root}regions/`,
    regionFinder: `${root}regions/finder.json`,
    reportFinder: `${root}reports/finder.json`,
    years: `${root}years/`,
    issuers: `${root}issuers/`,
    departments: `${root}issuers/#department`,
    newest: `${root}newest/`,
    changes: `${root}changes/`,
    about: `${root}about/`,
    english: `${root}en/`,
    englishSearch: `${root}en/search/`,
    englishAbout: `${root}en/about/`,
    cite: `${root}cite/`,
    compare: `${root}compare/`,
    reading: `${root}reading/`,
    coverage: `${root}coverage/`,
    glossary: `${root}glossary/`,
    pageScript: `${root}page.js`,
    searchIndex: `${root}search-index/`,
    rankedSearch: `${root}pagefind/`,
    offline: `${root}offline/`,
    offlinePacks: `${root}offline/packs.json`,
    offlineWorker: `${root}offline.js`,
    data: `${root}data/`,
    manifest: `${root}manifest.json`,
    icon: `${root}icon.svg`,
    licences: `${root}licences.txt`,
    shareImage: `${root}share.png`,
    report: (id) => `${root}reports/${id}/`,
    reportData: (id) => `${root}reports/${id}/report.json`,
    version: (id, version) => `${root}reports/${id}/v${version}/`,
    region: (code) => `${root}regions/${code}/`,
    year: (year) => `${root}years/${year}/`,
    reportRecords: (province) => `${root}regions/${province}/reports.json`,
    yearOfProvince: (year, province) => `${root}years/${year}/${province}/`,
    issuerKind: (kind) => `${root}issuers/${kind}/`,
    department: (key, code) => `${root}issuers/department/${key}/${code === undefined ? '' : `${code}/`}`,
    newestOfMonth: (month) => `${root}newest/${month}/`,
    changesOfYear: (year) => `${root}changes/${year}/`,
    citation: (id) => `${root}cite/?id=${id}`,
    comparisonWith: (id) => `${root}compare/?a=${id}`,
    comparison: (a, b) => `${root}compare/?a=${a}&b=${b}`,
    coverageOf: (code) => `${root}coverage/${code}/`,
    completeness: `${root}completeness/`,
    completenessOf: (year, code, part = 1) => `${root}completeness/${year}/${code}/${numbered(part)}`,
    shortcomings: `${root}shortcomings/`,
    shortcomingsOf: (year, code, part = 1) => `${root}shortcomings/${year}/${code}/${numbered(part)}`,
    shortcomingsOfRegion: (code) => `${root}shortcomings/region/${code}/`,
    figures: `${root}figures/`,
    figuresOf: (measure, year, code, part = 1) => `${root}figures/${measure}/${year}/${code}/${numbered(part)}`,
    figuresTable: (year, province, form) => `${root}data/figures/${year}/${province}.${form}`,
    reportFigures: (id) => `${root}reports/${id}/figures/`,
    reportFiguresFile: (id) => `${root}reports/${id}/figures.json`,
    documents: `${root}documents/`,
    documentsOf: (code, part = 1) => `${root}documents/in/${code}/${numbered(part)}`,
    document: (key, code) => `${root}documents/${documentSlug(key)}/${code === undefined ? '' : `${code}/`}`,
    reportDocuments: (id) => `${root}reports/${id}/documents.json`,
    reportCompleteness: (id) => `${root}reports/${id}/completeness.json`,
    documentsTable: `${root}data/documents.csv`,
    mentionsTable: (province) => `${root}data/mentions/${province}.csv`,
    completenessTable: (year, form) => `${root}data/completeness/${year}.${form}`,
    shortcomingsLines: (year, province) => `${root}data/shortcomings/${year}/${province}.jsonl`,
    feed: (name) => `${root}feeds/${name}.atom`,
    releases: `${root}data/releases/`,
    release: (number) => `${root}data/releases/${number}/`,
    releaseFile: (number, name) => `${root}data/releases/${number}/${name}`,
    sample: `${root}sample/`,
    textsHeld: `${root}sample/present.csv`,
    jsonFeed: `${root}feeds/all.json`,
    dataFile: (path) => `${root}data/${path}`,
    sitemap: (province) => `${root}sitemaps/${province}.xml`,
    capture: (capture) => `${root}sources/${publishedName(capture)}`,
  };
}
