import type { RuleSet } from '../archive/lexicons/rule-set-schema.ts';
import { type Completeness, completeness, type ReportFacts } from './completeness/completeness.ts';
import { type Shortcomings, shortcomings } from './completeness/shortcomings.ts';
import type { DocumentNames } from './documents/document-names.ts';
import { type DocumentMention, namedDocuments } from './documents/named-documents.ts';
import { type Figure, reportFigures } from './figures/figure.ts';
import type { MeasureFinder } from './figures/measures.ts';
import type { AnalysedText } from './text/analysed-text.ts';

/** What curators keep beside the reports, made ready once for all. */
export interface Lexicons {
  readonly names: DocumentNames;
  readonly ruleSets: readonly RuleSet[];
  readonly measuresOf: MeasureFinder;
}

/** A report as it is analysed: its text, and what is known of it beside the text. */
export interface AnalysedReport extends AnalysedText {
  readonly facts: ReportFacts;
}

/** What a report's own text says, taken out by rule. */
export interface ReportAnalysis {
  /** In the order of the text, each with the check that other figures make of it. */
  readonly figures: readonly Figure[];
  readonly documents: readonly DocumentMention[];
  readonly completeness: Completeness;
  /** Null where the text held has no such passage. */
  readonly shortcomings: Shortcomings | null;
}

/** Reads a report once: pure, linear in its length, the same for the same report and word lists. */
export function reportAnalysis(report: AnalysedReport, { names, ruleSets, measuresOf }: Lexicons): ReportAnalysis {
  return {
    figures: reportFigures(report, measuresOf, report.facts.year),
    documents: namedDocuments(report.paragraphs, names),
    completeness: completeness(report.facts, report.paragraphs, ruleSets),
    shortcomings: shortcomings(report.paragraphs),
  };
}
