import { translation } from '../message.ts';
import { lists as chinese } from '../zh-hans/lists.ts';

/** Home, lists of reports, regions, years and issuers, in English. */
export const lists = translation(chinese, {
  homeAbout:
    'Governments at every level in China, and their departments, must report each year, in public, on how they are building a law-based government. This archive keeps those reports word for word, arranged by region and year, with full-text search.',
  homeExample: 'For example: 行政复议',
  homeCounts:
    '{reports} {reports:report|reports} from {regions} {regions:region|regions} and {years} {years:year|years} so far. Many more ought to exist than are held here; see ',
  heldReports: 'Reports',
  placeCount: '{count}',
  provincialUnits: 'Provincial-level units',
  homeMissing: 'Many more reports ought to exist than are held here; see ',
  wayByRegion: 'From province to prefecture and county: a region’s reports of all years',
  wayByYear: 'The reports of all regions in one year',
  byIssuer: 'By issuer',
  wayByIssuer: 'Governments, Party committees and governments, departments, townships',
  wayCoverage: 'What is held, and what was looked for and not found',
  compareTwo: 'Compare two',
  wayCompare: 'Paragraph by paragraph, with differences or the same text marked',
  coverage: 'Coverage',
  newest: 'Latest published',
  byYear: 'By year',
  byRegion: 'By region',
  reportLine: '{place} · {year} · {names} · ',
  nationalReportLine: '· {year} · {names} · ',
  publishedOn: 'published {day}',
  signedOn: 'signed {day}',
  publishedUnknown: 'publication date unknown',
  regionsAbout:
    'Choose a provincial-level region, then go down to prefecture and county level. The numbers count the reports held of that region and all places below it.',
  yearsAbout: 'The year is the one reported on; reports usually appear in the first quarter of the next.',
  issuersAbout:
    'Annual reports are issued by governments, by Party committees and governments together, or by government departments. Those that are unsigned but speak for a whole county or city are listed under government and marked “inferred”.',
  yearReports: 'Reports for {year}',
  provinceYearReports: '{place}: reports for {year}',
  heldCount: '{count} {count:report|reports} held. ',
  regionCode: 'division code {code}',
  regionUntil: 'in use until {year}',
  predecessors: 'Formerly: ',
  successors: 'Now: ',
  untilYear: ' (until {year}) ',
  ownReports: 'Reports of this region',
  noOwnReports: 'No report of {place} is held yet. ',
  notHeldNotUnpublished: 'Not held does not mean not published. ',
  reportsBelow: 'Reports of places below',
  regionsBelow: 'Places below',
  notFoundPage: 'No such page',
  notFoundPageWhy: 'A character of the address may be wrong. You can start from ',
  or: ' or ',
  and: ' and ',
  notFoundPageSearch: ', or search the full text above.',
});
