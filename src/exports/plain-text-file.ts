import { blockText, type ReportBlock, type TableCell } from '../archive/report-block.ts';
import { type SavedReport, sourceLines } from './saved-report.ts';

/** A text with its footnote marks put in: `…行为[1]。`; from the last on, so that earlier offsets hold. */
function withMarks({ text, references }: TableCell): string {
  return references.reduceRight(
    (marked, { offset, label }) => `${marked.slice(0, offset)}[${label}]${marked.slice(offset)}`,
    text,
  );
}

/** The indent of two characters that Chinese texts begin a paragraph with. */
const indent = '　　';

function writtenBlock(block: ReportBlock): string {
  const text = blockText(block, withMarks);
  switch (block.kind) {
    case 'heading':
    case 'table':
      return text;
    case 'paragraph':
      return indent + text.replaceAll('\n', `\n${indent}`);
    case 'footnote':
      return `[${block.label}] ${text}`;
  }
}

/** A report as plain text: a line a paragraph, tables with tabs between cells, footnote marks in brackets. */
export function plainTextFile(report: SavedReport): string {
  const lines = [report.title, '', ...report.blocks.map(writtenBlock), '', ...sourceLines(report)];
  return `${lines.join('\n')}\n`;
}
