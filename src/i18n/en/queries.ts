import type { queries as chinese } from '../zh-hans/queries.ts';

/** What is wrong with a query, and why an index gives no answer, in English. */
export const queries = {
  queryNothingToSeek: 'There is nothing to look for in “{phrase}”, only white space or invisible characters.',
  queryTooLong: 'A phrase may have {limit} characters at most; “{phrase}” has {count}. Please shorten it.',
  queryMinusAlone:
    '“-” must be followed directly by the unwanted word, without a space; to look for “-” itself, put it in quotation marks.',
  queryTildeAlone:
    '“~” must be followed directly by a number of characters, as in “复议 ~20 调解”; to look for “~” itself, put it in quotation marks.',
  queryBeforeSign: '“{sign}” needs a word before it; to look for “{text}” itself, put it in quotation marks.',
  queryTwoSigns: '“{sign}” needs a word before it; two signs cannot follow each other.',
  querySignAfterMinus: '“{sign}” cannot follow a word with “-”.',
  queryTwoOnly: '“{sign}” can join only two words at a time.',
  queryNearLimit: 'The number after “~” may be {limit} at most.',
  queryTooMany: 'At most {limit} phrases at a time; please use fewer.',
  queryMinusAfterSign: 'A word with “-” cannot follow “|” or “~”.',
  queryAfterSign: '“{sign}” needs a word after it; to look for “{text}” itself, put it in quotation marks.',
  queryEmpty: 'Please enter the words to look for.',
  queryPatternLong: '“{phrase}” is too long when written out; use fewer “…”, “*” or repetitions.',
  expressionForm:
    '“{phrase}” cannot be read as a regular expression; check its brackets and signs. To look for it literally, put it in quotation marks.',
  expressionTimes: 'In a regular expression a repetition may be {limit} times at most.',
  expressionUnknown:
    '“{text}” cannot be used in a regular expression: look-around, back references and inline flags are not supported.',
  expressionLiteral:
    'Every alternative of “{phrase}” must hold two characters in a row at least; without them it is not known which reports to look in.',
  queryOnlyMinus: 'There are only unwanted words (“-”); add a word to look for.',
  scopeYear: '“year={text}” cannot be read: a year is written 2023, several years 2019-2024, the earlier first.',
  scopeRegion:
    '“region={text}” cannot be read: a region is a code of six digits, such as 140000 (Shanxi) or 140404 (Shangdang, Changzhi).',
  scopeRegionUnknown: 'There is no region with the code “{text}”; the page of regions lists the codes.',
  scopeValue: '“{name}={text}” cannot be read: {name} may be {names}.',
  scopeContext: '“context={text}” cannot be read: it is a whole number from 0 to {limit}, of characters each side.',
  scopeNumber: '“{name}={text}” cannot be read: {name} is a whole number from {count} to {limit}.',
  scopeAgainst:
    '“against={text}” cannot be read: it is a year (2024), several years (2019-2021) or a region’s code (140000).',
  scopeWith: 'At most {limit} phrases (with) can be compared; there are {count}.',
  scopeOnce: '{name} may be given once; here it is given {count} times.',
  scopeName: 'There is no “{name}”; is “{text}” meant? There are {names}.',
  scopeField: 'There is no field “{name}”; there are {names}.',
  scopeNoObject: 'The scope must be an object with fields such as year and region.',
  queryNoText: 'The query must be a text.',
  indexMissing:
    'The search index lacks the file {file}; the site may just have been updated. Reload the page and try again; if that does not help, please tell whoever maintains this site.',
  indexDamaged:
    'The file {file} of the search index is incomplete or damaged. Search has stopped rather than give wrong figures. Reload the page and try again.',
  indexUnreachable: 'The network failed while the search index was read ({address}). Check the network and try again.',
  indexRefused:
    'The site did not give the file {file} of the search index (it answered {code}). Try again later; if that does not help, please tell whoever maintains this site.',
  indexForeign:
    'The search index and this page are of different versions; the site may just have been updated. Reload the page and try again.',
  indexUnsupported: 'This browser is too old to read the search index. Use a newer one, or browse by year or region.',
  rankedBest:
    '{reports} {reports:report speaks|reports speak} of most of these words. Below are the best {count} {count:paragraph|paragraphs}, one per report; these are not all occurrences.',
  rankedNear: 'Also searched, for they say much the same: {text}.',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
