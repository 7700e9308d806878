import type { finder as chinese } from '../zh-hans/finder.ts';

/** Finding a region by name, pinyin or code, in English. */
export const finder = {
  findRegion: 'Find a region: name, former name, pinyin, initials or code',
  findRegionExample: 'For example: 上党区, 长治县, sdq, yuxian, 140404',
  foundRegions: 'Regions found',
  regionsNotRead: 'The list of regions was not loaded. Check the network and type again, or go in by province below.',
  untilBecame: 'until {year}, then {names}',
  noReportsYet: 'no reports yet',
  noSuchRegion: 'There is no such region.',
  regionsFoundSome: '{regions} regions, the first {count} are listed; type more to narrow.',
  regionsFound: '{regions} {regions:region|regions} found.',
  boxAnswers: 'Regions, years and reports',
  boxFound: '{count} {count:choice|choices}: press the down arrow.',
  reportOfYear: '{place}, report of {year}',
  inFullText: 'Search the full text for “{phrase}”',
  nearestPages: 'Nearest to this address:',
  filterTerms: 'Filter terms and meanings (in Chinese)',
  termsShown: '{count} {count:term|terms}',
  noTerm: 'There is no such term.',
  until: 'until {year}',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
