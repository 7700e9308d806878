import type { AnalysedText } from '../analysis/text/analysed-text.ts';
import type { Report } from '../archive/report-schema.ts';
import { anchoredBlocks } from './anchored-blocks.ts';
import { reportBlocks } from './report-blocks.ts';
import { reportParagraphs } from './searchable-report.ts';

/** A report's own words as the analysis reads them, paragraph by paragraph, with the places that its notes doubt. */
export function analysedReport(report: Pick<Report, 'sections' | 'notes'>, body: string): AnalysedText {
  return { paragraphs: reportParagraphs(report.sections, anchoredBlocks(reportBlocks(body))), notes: report.notes };
}
