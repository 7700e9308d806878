import type { data as chinese } from '../zh-hans/data.ts';

/** The archive as data, for programs, and samples that anybody can draw again, in English. */
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
  describesReleases: 'Releases of the archive: number, day, list of texts, changes and checksums.',
  releasesAbout:
    'A release is the list of all texts that the archive held on one day; it has a number and is never changed once written. The list has identifiers and checksums, no text; reports that were withdrawn or replaced later keep their identifiers and checksums in older lists.',
  noReleases: 'There is no release yet.',
  releaseOfDay: 'No. {count} ({day})',
  releaseAdded: 'Added',
  releaseChanged: 'Changed',
  releaseRemoved: 'Removed',
  releaseCounts: '{count} reports, {total} texts with the superseded ones; {limit} captures.',
  releaseVerify: 'How to check it',
  releaseVerifyAbout: 'With the content folder as it was on that day, one command checks every file:',
  releasePrevious: 'Checksum of the SHA256SUMS of No. {count}:',
  releaseChanges: 'Changes',
  releaseChangeCounts: 'Since the release before, {count} texts were added, {at} changed, {total} removed.',
  releaseChangesFirst: 'These are the first {count}; changes.csv has all.',
  releaseAbout: 'Each release records the checksum of the one before: who has checked the newest has checked them all.',
  dataExtracts: 'Taken out by program',
  dataExtractsAbout:
    'These lie below data/ too, in files by year and province, all listed in datapackage.json. Every row has the identifier of its report; a program errs and misses, so please check the text.',
  dataRights:
    'Metadata, editor’s notes and tables are given to everybody under CC0 1.0. In the texts of the reports the archive claims no right.',
  sample: 'Samples',
  describesSample: 'Reports drawn by a seed: the same conditions, seed and release give the same list everywhere.',
  sampleAbout:
    'Reports are drawn by a seed. The same conditions, seed and release give the same list, whoever draws it and whenever; it can be cited, and checked by anybody.',
  sampleCount: 'Number',
  sampleSeed: 'Seed',
  sampleRelease: 'Drawn from',
  samplePresent: 'Reports held now',
  sampleBy: 'Strata',
  sampleUndivided: 'None',
  byProvince: 'By province',
  byLevel: 'By level',
  sampleAll: 'All',
  sampleQuery: 'With the words',
  sampleDrawNow: 'Draw',
  sampleNoScript: 'Drawing needs script. Without it, take the list of a release and draw as described below.',
  sampleMethod: 'Method',
  sampleLots:
    'The lot of a report is the SHA-256 of “seed:identifier”; those with the smallest lots are the sample. A larger number keeps the smaller sample (without strata).',
  sampleStrata:
    'With strata, each has its share rounded down, and what is left goes to the largest remainders, of equal ones to the first by name. Within a stratum the smallest lots are drawn.',
  sampleReleases:
    'The list of a release never changes, so that a sample of it stays the same for ever; reports whose text was replaced or withdrawn since are marked.',
  sampleQueries:
    'Words are searched in the texts held now; reports whose text was replaced since the release are left out, and their number is said.',
  sampleUnread: 'The value “{given}” of {name} cannot be read; nothing was drawn.',
  sampleDrawing: 'Drawing…',
  sampleNoList: '{file} cannot be had; nothing was drawn.',
  sampleDrawn: '{count} drawn from {total}.',
  samplePresentNote:
    'This was drawn from the reports held now: once others come in, it will be another. To cite a sample, draw it from a release.',
  sampleUnsearched:
    '{count} more meet the other conditions, but their text was replaced or withdrawn since the release and cannot be searched; they are not counted.',
  sampleShort: 'There are fewer than {count}; all were taken.',
  samplePermalink: 'Address of this sample: ',
  sampleSave: 'Save as CSV',
  sampleOfRelease: 'release No. {count}',
  sampleCitation:
    'Archive of Law-Based Government Reports, {thing}, {count} of {total} reports drawn with the seed “{seed}”: {address} (accessed {day}).',
  sampleCite: 'Cite',
  sampleRecipe: 'Check it yourself',
  sampleStratum: 'Stratum',
  sampleStratumSize: 'All',
  sampleTaken: 'Drawn',
  sampleRank: 'Rank',
  sampleReport: 'Report',
  sampleLot: 'Lot',
  sampleGone: 'no longer held',
  sampleReplaced: 'text replaced',
  editionNote: 'Edition in files: {scope}, {reports} reports, made on {day}. Searches and counts cover what it holds.',
  editionPageMissing:
    'This page is not in the edition, or its file is damaged. Please copy the folder of the edition again.',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
