import type { FootnoteReference, ReportBlock } from '../archive/report-block.ts';
import { escapedText, headingMarkdown, runInMarkdown, tableMarkdown } from '../archive/report-markdown.ts';
import { type SavedReport, sourceLines } from './saved-report.ts';

/** Footnote marks while the text around them is escaped: each stands as two units that no text from a file can hold. */
class HeldMarks {
  readonly #labels: string[] = [];

  hold(text: string, references: readonly FootnoteReference[]): string {
    return references.reduceRight((held, { offset, label }) => {
      const stand = `\ud800${String.fromCharCode(0xe000 + this.#labels.length)}`;
      this.#labels.push(label);
      return held.slice(0, offset) + stand + held.slice(offset);
    }, text);
  }

  release(written: string): string {
    return written.replace(/\ud800([\ue000-\uf8ff])/g, (_, at: string) => {
      return `[^${this.#labels[at.charCodeAt(0) - 0xe000] ?? ''}]`;
    });
  }
}

const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) => escapedText(line))
    .join('\n');

function blockMarkdown(block: ReportBlock, marks: HeldMarks): string {
  if (block.kind === 'table')
    return tableMarkdown(
      block.rows.map((row) => row.map(({ text, references }) => marks.hold(text.replaceAll('\n', ' '), references))),
    );
  const { text, references } = block;
  if (block.kind === 'heading') return headingMarkdown(marks.hold(text, references), block.depth);
  if (block.kind === 'footnote') return `[^${block.label}]: ${lines(marks.hold(text, references))}`;
  const { runIn } = block;
  const heading = marks.hold(
    text.slice(0, runIn),
    references.filter(({ offset }) => offset < runIn),
  );
  const after = references.filter(({ offset }) => offset >= runIn);
  const rest = marks.hold(
    text.slice(runIn),
    after.map((reference) => ({ ...reference, offset: reference.offset - runIn })),
  );
  if (heading === '') return lines(rest);
  const [first = '', ...others] = rest.split('\n');
  return [runInMarkdown(heading + first, heading), ...others.map((line) => escapedText(line))].join('\n');
}

/**
 * A report as Markdown: its title as the one heading of depth 1, its own headings below, tables and footnotes as GFM,
 * whatever else Markdown would read as markup escaped; the source below a rule.
 */
export function markdownFile(report: SavedReport): string {
  const marks = new HeldMarks();
  const blocks = report.blocks.map((block) => blockMarkdown(block, marks));
  const parts = [
    `# ${escapedText(report.title)}`,
    ...blocks,
    '---',
    ...sourceLines(report).map((line) => escapedText(line)),
  ];
  return `${marks.release(parts.join('\n\n'))}\n`;
}
