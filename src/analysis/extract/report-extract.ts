import type { RuleSet } from '../../archive/lexicons/rule-set-schema.ts';
import type { SearchParagraph } from '../../search/document.ts';
import { type Completeness, completeness, type ReportFacts } from '../completeness/completeness.ts';
import { type Shortcomings, shortcomings } from '../completeness/shortcomings.ts';
import type { DocumentNames } from '../documents/document-names.ts';
import { type DocumentMention, namedDocuments } from '../documents/named-documents.ts';

/** What lists over many reports need of what a program took out of one; small enough to be kept of all. */
export interface ReportExtract {
  readonly documents: readonly Omit<DocumentMention, 'start' | 'end'>[];
  readonly completeness: Completeness;
  /** Null where the text held has no such passage. */
  readonly shortcomings: Shortcomings | null;
}

/** What curators keep beside the reports, made ready once for all. */
export interface Lexicons {
  readonly names: DocumentNames;
  readonly ruleSets: readonly RuleSet[];
}

/** What is kept of one report. */
export function reportExtract(
  facts: ReportFacts,
  paragraphs: readonly SearchParagraph[],
  { names, ruleSets }: Lexicons,
): ReportExtract {
  return {
    documents: namedDocuments(paragraphs, names).map(({ start: _, end: __, ...mention }) => mention),
    completeness: completeness(facts, paragraphs, ruleSets),
    shortcomings: shortcomings(paragraphs),
  };
}
