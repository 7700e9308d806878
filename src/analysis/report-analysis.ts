import type { Indicators } from '../archive/lexicons/indicators-schema.ts';
import { type Figure, reportFigures } from './figures/figure.ts';
import { type MeasureFinder, measureFinder } from './figures/measures.ts';
import type { AnalysedText } from './text/analysed-text.ts';

/** The word lists of the analysis, made ready once for many reports. */
export interface Lexicons {
  readonly measuresOf: MeasureFinder;
}

/** What a report's own text says, taken out by rule. */
export interface ReportAnalysis {
  /** In the order of the text; each may carry the check that other figures make of it. */
  readonly figures: readonly Figure[];
}

/** Makes the word lists ready. */
export function lexicons(indicators: Indicators): Lexicons {
  return { measuresOf: measureFinder(indicators) };
}

/** Reads a report's text once. Linear in its length; the same for the same text and word lists. */
export function reportAnalysis(text: AnalysedText, { measuresOf }: Lexicons): ReportAnalysis {
  return { figures: reportFigures(text, measuresOf) };
}
