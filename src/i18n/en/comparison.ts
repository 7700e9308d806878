import type { comparison as chinese } from '../zh-hans/comparison.ts';

/** Comparing reports, in English. */
export const comparison = {
  compareAbout:
    'Set any two reports side by side, paragraph by paragraph: two years of one region, or two regions in one year. The address holds your choice and can be bookmarked and passed on.',
  compareNoScript:
    'Comparing needs a browser that runs scripts. Without them, open the reports in two windows; they can be found from ',
  compareNoScriptEnd: '.',
  compareFailed: 'The comparison could not be completed. Reload the page and try again.',
  chooseOther: 'Choose another report',
  chooseOne: 'Choose a report',
  addOne: 'Add another',
  firstReport: 'A: {title}',
  secondReport: 'B: {title}',
  compareWithWhich: 'Compare with which report?',
  chooseFirst: 'Choose a first report',
  columnsInstead: 'Read one section side by side instead (up to {limit} reports)',
  ownReport: '{year}, {words}',
  otherReports: 'Other reports',
  remove: 'Remove',
  removeReport: 'Remove {title}',
  noSuchSection: 'No section “{role}” was recognised in this report.',
  sectionOfReports: 'Section “{role}” of each report',
  sameShare: '{characters} {characters:character|characters}, of which {count} ({share}%) are the same text',
  mark: 'Mark',
  differences: 'Differences',
  sameText: 'Same text',
  sameTextHow: 'How same text is counted',
  sameTextHowText:
    'Sections of the two reports are first matched by mandated part and heading; paragraphs and sentences are then paired by likeness, and paired sentences compared character by character. Numbers and percentages are compared as wholes; a single character between two differences does not count as the same. Counts leave out white space and include headings. Same text may come from a shared higher document, from instructions from above or from set phrases; only the sameness is stated here, without judgement.',
  swap: 'Swap A and B',
  changeSecond: 'Change B',
  changeFirst: 'Change A',
  first: 'A',
  second: 'B',
  firstColon: 'A: ',
  secondColon: 'B: ',
  moved: 'moved',
  comparedTable: 'Two reports compared paragraph by paragraph',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
