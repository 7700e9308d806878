import type { sample as chinese } from '../zh-hans/sample.ts';

/** Samples that anybody can draw again, in English. */
export const sample = {
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
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
