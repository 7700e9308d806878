import type { descriptions as chinese } from '../zh-hans/descriptions.ts';

/** What search engines and cards of shared links are told of each kind of page, in English. */
export const descriptions = {
  describesCite: 'Cite a report or a passage of it in GB/T 7714, BibTeX, RIS or CSL-JSON.',
  describesSearch: 'Search all reports for Chinese words, exactly and place by place.',
  describesComparison:
    'Compare two reports paragraph by paragraph, with differences and common text marked; or read the same part of several side by side.',
  describesYears: 'Find reports by the year they report on.',
  describesMissing: 'There is no such page.',
  describesRegions: 'Find reports by province, prefecture and county.',
  describesReading:
    'Size of letters, line spacing, light and dark, high contrast, larger mode, traditional characters; and what browsers do by themselves.',
  describesTerms: 'Terms that are frequent in annual reports: what they mean, and sources.',
  describesIssuers: 'Find reports by kind of issuing body and by department.',
  describesArchive: 'What is kept and how, sources, rights and corrections.',
  describesHome:
    'Annual reports on the building of a law-based government in China, kept word for word, with full-text search. The reports are in Chinese.',
  describesMonth: 'Reports published in {words}: the archive holds {count}.',
  describesChangesOfYear: 'Changes to the archive in {year}: {count} in all.',
  describesChanges:
    'Additions, replacements, redactions and withdrawals: what was changed in the archive’s texts, when and why.',
  describesVersion: 'An earlier version of {title}.',
  describesReport: '{place}, {year}, {names}',
  describesCoverage:
    'Which regions’ and years’ reports the archive holds, which were looked for and not found, and which have not been looked for.',
  describesYear: 'Annual reports of {year} {place}: the archive holds {count}.',
  describesIssuerKind: 'Annual reports on law-based government, {words}: the archive holds {count}.',
  describesWithdrawn: 'This report has been withdrawn.',
  describesRegion: 'Annual reports on law-based government of {thing}.',
  describesNewest: 'The reports published last, by month.',
  describesRecord: 'Textual notes, registered changes and sources of {title}.',
  describesCoverageOf: 'Coverage of {place}: year by year, the reports held, not found and not yet looked for.',
  describesDepartment: 'Reports of {body}: the archive holds {count}.',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
