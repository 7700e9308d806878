import type { coverage as chinese } from '../zh-hans/coverage.ts';

/** What is held and what is not, in English. */
export const coverage = {
  coverageAbout: 'Here, region by region and year by year, is what the archive holds and what it does not. ',
  coverageStrong: 'Not held does not mean not published',
  coverageIncomplete:
    ': the archive is far from complete, and most reports that are missing have simply not been looked for yet. Every “not found” says where and on which day somebody looked.',
  coverageCounted:
    'Only reports of governments at province, prefecture and county level are counted here (the government’s own, or joint ones of Party committee and government), by the year reported on. ',
  coverageCountedOthers:
    'Only reports of governments at province, prefecture and county level are counted here (the government’s own, or joint ones of Party committee and government), by the year reported on. Not counted below: {count} {count:report|reports} of departments, of Party committees alone, of townships and of development zones; see ',
  coverageSee: '.',
  tilesAbout:
    'Each tile is a provincial-level region and leads to its prefectures and counties by year; the number counts all reports held of the region and the places below it, in all years. The tiles show rough positions only and are not a map.',
  tileShades: 'Reports that each shade stands for: ',
  tilesOthers: '* Only reports of departments and the like are held here, which are not counted: ',
  outOfScopePlaces:
    'Taiwan Province, the Hong Kong Special Administrative Region and the Macao Special Administrative Region are outside the scope of this kind of report.',
  outOfScope: 'not in scope',
  byProvinceAndYear: 'By province and year',
  shareAbout:
    '“3/128” means that reports of 3 units are held, of 128 units at province, prefecture and county level in that year. Ordered by division code.',
  provinceYearTable: 'Reports held by province and year',
  byStateAndYear: 'By state and year',
  stateTable: 'Number of units in each state, nationwide',
  stateTableOf: '{place} and places below it: number of units in each state',
  state: 'State',
  total: 'Total',
  coverageOf: '{place}: coverage',
  reportsOf: 'Reports of {place}',
  noYears: 'No report of any year is held yet.',
  byPlaceAndYear: 'By place and year',
  prefectureCells:
    '“3/12” in a prefecture’s cell means that reports of 3 of its 12 county-level units are held; its name leads to the counties.',
  placeYearTable: 'Coverage by place and year',
  ownLevel: ' (itself)',
  heldSign: 'held',
  knownSign: 'known',
  withdrawnSign: 'withdrawn',
  heldMeaning: 'The archive holds this report; the link opens it.',
  knownMeaning: 'The report is known to exist (see where it was recorded) but is not held yet.',
  notFoundMeaning:
    'Looked for at the recorded place and day and not found. This does not show that it was not published.',
  withdrawnMeaning: 'Once held and later withdrawn; the record gives the reason.',
  unsoughtMeaning: 'Nobody has looked yet; an empty cell.',
  noUnitMeaning: 'The unit did not exist in that year, or did not belong here.',
  evidence: 'Record of searches',
  noEvidence: 'Nothing is recorded yet as known, not found or withdrawn for the places on this page.',
  evidenceSought: '{text}: {state}. Looked for at ',
  evidenceSeen: '{text}: {state}. Seen at ',
  evidenceSoughtAt: '{text}: {state}. Looked for at {name}, ',
  evidenceSeenAt: '{text}: {state}. Seen at {name}, ',
  evidenceWithdrawn: '{text}: {state} ({name}), ',
  evidenceNote: '. {text}',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
