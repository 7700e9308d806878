import type { data as chinese } from '../zh-hans/data.ts';

/** The archive as data, for programs, in English. */
export const data = {
  openData: 'Data',
  describesData: 'Metadata and texts of all reports, regions and coverage, for programs: CSV, JSON, Parquet.',
  aboutData: 'All metadata and texts can be taken away for programs, see ',
  dataReports: '{count} reports',
  dataAbout:
    'All metadata and all texts of the archive can be taken away and read by programs. CSV is UTF-8 with a byte order mark; a cell that begins with an equals sign or the like has an apostrophe before it, so that no spreadsheet runs it as a formula; JSON is an array of objects; in Parquet all codes are text, so that none loses its zeros. An empty cell is unknown, never zero.',
  dataPackageAbout:
    'datapackage.json lists the bytes, the SHA-256 and the columns of every file, so that a program can check them.',
  dataUse: 'How to read it',
  dataUseAddress: 'These lines run as they stand.',
  dataUseRelative:
    'This site was built without a public address, so that only paths can be written here: download the files first, or put before the path the host by which you have opened this page.',
  dataRows: '{count} rows.',
  dataManyFiles: '{count} files, listed in datapackage.json.',
  dataSchema: 'JSON Schema',
  dataField: 'Column',
  dataType: 'Type',
  dataMeaning: 'Meaning',
  dataOptional: 'may be empty',
  dataTexts: 'Whole texts',
  dataTextsAbout:
    'One report a line, as JSON: metadata, sources, editor’s notes and the text block by block, with the same anchors as on the page. Every report has the same under its own address, as report.json.',
  feed: 'Feed (Atom)',
  dataRights:
    'Metadata, editor’s notes and tables are given to everybody under CC0 1.0. In the texts of the reports the archive claims no right.',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
