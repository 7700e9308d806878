import type { Completeness } from '../completeness/completeness.ts';
import type { Shortcomings } from '../completeness/shortcomings.ts';
import type { DocumentMention } from '../documents/named-documents.ts';
import type { Figure } from '../figures/figure.ts';
import type { ReportAnalysis } from '../report-analysis.ts';

/** A figure of a measure, as tables over many reports show it: always with its sentence and place. */
export type MeasuredFigure = Pick<
  Figure,
  'measures' | 'state' | 'written' | 'value' | 'to' | 'unit' | 'mark' | 'period' | 'sentence' | 'anchor'
>;

/** A figure as far as the page and the file of one report's figures show it. */
export type ShownFigure = MeasuredFigure &
  Pick<Figure, 'kind' | 'numeral' | 'counted' | 'role' | 'isPlanned' | 'check'>;

/** What lists over many reports need of what a program took out of one; small enough to be kept of all. */
export interface ReportExtract {
  readonly documents: readonly Omit<DocumentMention, 'start' | 'end'>[];
  readonly completeness: Completeness;
  /** Null where the text held has no such passage. */
  readonly shortcomings: Shortcomings | null;
  /** Figures that are of a measure, in order. */
  readonly measured: readonly MeasuredFigure[];
}

/** What is kept of one report. */
export function reportExtract({ documents, figures, completeness, shortcomings }: ReportAnalysis): ReportExtract {
  return {
    documents: documents.map(({ start: _, end: __, ...mention }) => mention),
    completeness,
    shortcomings,
    measured: figures
      .filter(({ measures }) => measures.length > 0)
      .map(({ measures, state, written, value, to, unit, mark, period, sentence, anchor }) => ({
        ...{ measures, state, written, value, to, unit, mark, period, sentence, anchor },
      })),
  };
}
