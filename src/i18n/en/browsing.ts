import type { browsing as chinese } from '../zh-hans/browsing.ts';

/** Pages by issuer, department and month, and the archive's changes, in English. */
export const browsing = {
  byKind: 'By kind',
  byDepartment: 'By department',
  byDepartmentAbout:
    'One entry for each kind of department, whether called bureau, office or ministry; it bears the name most frequent in its reports, without the place. Departments before and after a reform of institutions have entries of their own.',
  reportsOfKind: 'Reports: {words}',
  reportsOfBody: 'Reports of {body}',
  matrixAbout: 'The numbers count reports by place and year and lead to all reports of that place and year.',
  matrix: '{words}: number of reports by place and year',
  changesAbout:
    'Changes are those recorded with the reports. Editors’ notes stand on the record page of each report; captures count by the day of the capture.',
  changesMade: 'Replaced, redacted and withdrawn',
  noChanges: 'Nothing recorded yet. ',
  noChangesYet: 'When a report is replaced by a new text, redacted or withdrawn, the day and the reason stand here.',
  changesByYear: 'All changes by year: ',
  yearAlone: '{year}',
  changesOfYear: 'Changes to the archive in {year}',
  changesCount: ' ({count}) ',
  changesTotal: '{count} in all.',
  changesTotalLast: '{total} in all; here are the last {count}, the others stand on the record pages of the reports.',
  captures: 'Captures',
  capturesByMonth: 'Reports captured by month',
  monthEntry: 'Month',
  reportNumber: 'Reports',
  uncaptured: '{count} {count:report has|reports have} no recorded date of capture.',
  replaced: 'Replaced by a new text',
  redacted: 'Private name redacted',
  formerText: 'The former text',
  month: '{month} {year}',
  publishedInMonth: 'Reports published in {words}',
  heldInMonthLast: '{total} reports held; here are the {count} published last, for the others see ',
  newestAbout:
    'By month of publication, or by date signed where that is unknown: the latest twelve months that have any.',
  undated: '{count} {count:report|reports} with neither date known stand under their regions and years.',
  monthOthers: 'Other reports of this month',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
