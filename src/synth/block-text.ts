import { type FootnoteReference, type ReportBlock, rowTexts } from '../archive/report-block.ts';
import { escapedText, headingMarkdown, runInMarkdown, tableMarkdown } from '../archive/report-markdown.ts';

const marks = (references: readonly FootnoteReference[]): string =>
  references.map(({ label }) => `[^${label}]`).join('');

/** A block in the closed dialect. Footnote marks stand at a block's end, the only place where invented text has them. */
export function blockMarkdown(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return headingMarkdown(block.text, block.depth);
    case 'paragraph': {
      const { text, runIn } = block;
      const line = runIn > 0 ? runInMarkdown(text, text.slice(0, runIn)) : escapedText(text);
      return line + marks(block.references);
    }
    case 'table':
      return tableMarkdown(block.rows.map((row) => row.map(({ text }) => text)));
    case 'footnote':
      return `[^${block.label}]: ${escapedText(block.text)}`;
  }
}

/** A block as it would stand in a page saved as text; a note's mark is no letter of it. */
export function blockLines(block: ReportBlock): string[] {
  if (block.kind === 'table') return rowTexts(block);
  return [block.text];
}
