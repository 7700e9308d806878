import type { frame as chinese } from '../zh-hans/frame.ts';

/** What stands around every page, in English. */
export const frame = {
  skip: 'Skip to main content',
  siteName: 'Archive of Law-Based Government Reports',
  pageTitle: '{thing} · Archive of Law-Based Government Reports',
  inventedMark: 'Invented data',
  inventedNote:
    'The reports on this site were made up by a program, for measuring; the bodies, people and facts in them are invented.',
  siteNavigation: 'Site',
  navRegions: 'Regions',
  navYears: 'Years',
  navIssuers: 'Issuers',
  navCoverage: 'Coverage',
  navCompare: 'Compare',
  navAbout: 'About',
  searchField: 'Search the full text',
  search: 'Search',
  location: 'You are here',
  home: 'Home',
  footer: 'This is not an official edition: check the original before you cite. ',
  inferred: 'inferred',
  fullStop: '.',
  comma: ', ',
  listComma: ', ',
  colon: ': ',
  reportCount: '{count} {count:report|reports}',
  yearName: '{year}',
  unknown: 'unknown',
  navReading: 'Settings',
  heldNumber: '{count}',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
