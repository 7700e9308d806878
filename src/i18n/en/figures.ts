import type { figures as chinese } from '../zh-hans/figures.ts';

/** Figures that are taken out of reports, and what they prove of one another; in English. */
export const figures = {
  figuresAll: 'Figures in reports',
  askFigures: 'Which figures reports give',
  describesFigures: 'Figures in the text of reports with the sentences they stand in, by measure, year and place.',
  figuresAbout:
    'Quantities in the text of reports are taken out together with the sentence they stand in, and linked to the paragraph. Those of the measures below are listed by year and province; all figures of a report are on its own page of extracts and checks.',
  figuresNever:
    'Nothing is ranked, added up, averaged, sorted by value or compared for more and less; places count differently. A figure means what its sentence says, and nothing without it.',
  figureStatesAbout:
    'Not seen: not found by the words below in the text held, which does not say that there was nothing. Doubtful: the text is damaged there, or a decimal point or a percent sign seems lost; shown as it stands, never used as a number. Quoted: within quotation marks, mostly names and slogans. Several: a report gives several figures; all are shown, none is chosen. Either: it fits two measures and is shown under both.',
  figureChecksAbout:
    'Checks use the report’s own figures only: rates and counts, totals and parts, from, to and per cent. What disagrees need not be wrong: it may be counted differently. Where a rate has lost its percent sign or point, the original is stated only where figures of the same sentence prove it, and one reading alone.',
  figureTrial: 'How they are taken out, and how often that is right',
  figureTrialAbout:
    'Tried once on {day} on {count} {count:text|texts} that had not served to write the rules and were marked by hand first: of {total} figures {at} were found; of {limit} taken out {ratio} had number and unit right. ',
  measureTrialAbout:
    'As to measures: of {total} figures {at} were found; of {limit} assigned {ratio} were right. The rules were mended afterwards and have not been tried anew. ',
  noTrial: 'Not tried yet. ',
  figureHow:
    'Whether a figure is one of a measure is told by its clause: the words and units of the measure must stand there, and no words of other matters; parts, plans, comparisons and earlier years are left out.',
  figureMeasures: 'Measures',
  measureWords: 'Matter: {text}; words that count: {words}; units: {limit}; not with any of these: {phrase}',
  measureSource: 'The name rests on {text}; words compared on {day}',
  figuresOf: '{place}, reports of {year}: {name}',
  figuresCounted: '{total} looked at; {count} {count:gives|give} this figure. ',
  figureValue: 'Figure and its sentence',
  figureOtherMeasures: 'Other measures of the same year and place',
  figureNotSeen: 'Not seen in',
  figureNoneSeen: 'Not seen in the reports of this page. ',
  figureDoubtful: 'doubtful',
  figureQuoted: 'quoted',
  figureAmbiguous: 'either',
  figureSeveral: 'several',
  figureFile: 'All measures of this year and province as data',
  reportFiguresTitle: '{title}: extracts and checks',
  describesReportFigures: 'Figures in {title} with the sentences they stand in, and what they prove of one another.',
  reportFiguresCounted:
    '{total} {total:figure|figures} taken out, {count} doubtful, {at} quoted; {limit} can be checked against others. ',
  noFigures: 'No figures were taken out. ',
  figurePlanned: 'planned',
  figureOfMeasure: 'measure: {name}',
  checkAgrees: 'agrees with figures beside it: {text}',
  checkAgreesCut: 'agrees with figures beside it, cut and not rounded: {text}',
  checkDiffers: 'disagrees with figures beside it: {text}; it may be counted differently',
  checkProved: 'figures of its sentence prove it: {text}, so that it was {phrase}',
  figureCountKind: 'count',
  figureMoneyKind: 'money',
  figureRateKind: 'rate',
  figureChangeKind: 'change',
  figurePointsKind: 'points',
  figureRatioKind: 'ratio',
  figureFractionKind: 'share',
  figureDurationKind: 'time',
  figureMeasureKind: 'size',
} as const satisfies Readonly<Record<keyof typeof chinese, string>>;
