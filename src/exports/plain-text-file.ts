import type { FootnoteReference, ReportBlock } from '../archive/report-block.ts';
import { type SavedReport, sourceLines } from './saved-report.ts';

/** A text with its footnote marks put in: `…行为[1]。`; from the last on, so that earlier offsets hold. */
function withMarks(text: string, references: readonly FootnoteReference[]): string {
  return references.reduceRight(
    (marked, { offset, label }) => `${marked.slice(0, offset)}[${label}]${marked.slice(offset)}`,
    text,
  );
}

/** The indent of two characters that Chinese texts begin a paragraph with. */
const indent = '　　';

function blockText(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return withMarks(block.text, block.references);
    case 'paragraph':
      return indent + withMarks(block.text, block.references).replaceAll('\n', `\n${indent}`);
    case 'footnote':
      return `[${block.label}] ${withMarks(block.text, block.references)}`;
    case 'table':
      return block.rows.map((row) => row.map((cell) => withMarks(cell.text, cell.references)).join('\t')).join('\n');
  }
}

/** A report as plain text: a line a paragraph, tables with tabs between cells, footnote marks in brackets. */
export function plainTextFile(report: SavedReport): string {
  const lines = [report.title, '', ...report.blocks.map(blockText), '', ...sourceLines(report)];
  return `${lines.join('\n')}\n`;
}
