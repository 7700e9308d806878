import type { original as chinese } from '../zh-hans/original.ts';

/** The capture beside the text, editors' notes in the margin, terms explained, in English. */
export const original = {
  removedInText: 'removed in the text',
  becameInText: '“{text}” in the text',
  leftOut: 'not in the text: {words}',
  notOfReport: 'not part of the report',
  layoutSpace: 'layout space removed or reduced to one',
  restored: '“{text}” restored to “{phrase}”',
  captureOfKind: 'Captured original (.{name})',
  captureNoText:
    'The captured original is a .{name} file, not text, and cannot be set beside the text line by line; take the file and check for yourself: ',
  byKindOfChange: 'List by kind',
  captureAccount:
    '{lines} lines are not in the text and {count} {count:place has|places have} changed characters, all marked on the side of the original; nothing else was changed.',
  captureEncoding: ', read as {name}',
  captureLoading: 'Fetching the captured original…',
  captureNotRead: 'The captured original could not be fetched. Check the network and press again.',
  sourceNumber: 'Source {count}',
  beside: 'Set beside',
  noCapture: 'No captured original is recorded for this report.',
  allTerms: 'All terms',
  findingTerms: 'Looking…',
  termsFound: '{count} {count:entry|entries} of the glossary {count:stands|stand} in this report.',
  noTermsFound: 'No entry of the glossary stands in this report.',
  firstPlace: 'First place',
  searchAllReports: 'Search all reports',
  termsAbout:
    'Terms that are frequent in the annual reports, {count} in all. The explanations, in Chinese, are the editors’: those marked “after” sum up what the documents named say themselves, those marked “editors’ explanation” are by the editors, with documents for reference. For the force of a document and its amendments, the body that published it is authoritative.',
  termAfter: 'After {title}',
  termExplained: 'Editors’ explanation; see {title}',
  termAlso: 'Also: {names}',
  searchTerm: 'Search for “{phrase}”',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
