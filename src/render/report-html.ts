import { blockHeading, type TableCell } from '../archive/report-block.ts';
import type { Role } from '../archive/section.ts';
import { signatureBlocks } from '../archive/signature-blocks.ts';
import { headingBreaks } from '../archive/title-phrases.ts';
import { roleKeys } from '../i18n/report-words.ts';
import { vocabulary } from '../i18n/zh-hans/vocabulary.ts';
import type { AnchoredBlock } from './anchored-blocks.ts';
import { type Annotation, annotatedText } from './annotated-text.ts';

/** Rows as HTML, each with its annotations, whose offsets are in the table's text: see `blockText`. */
function tableRows(rows: readonly (readonly TableCell[])[], annotations: readonly Annotation[]): string[] {
  let start = 0;
  return rows.map((cells, row) => {
    const tag = row === 0 ? 'th' : 'td';
    const html = cells.map(({ text, references }) => {
      const end = start + text.length;
      // A place that goes over several cells is linked where it ends.
      const own = annotations.flatMap((annotation) =>
        start < annotation.to && annotation.to <= end
          ? [{ ...annotation, from: Math.max(annotation.from - start, 0), to: annotation.to - start }]
          : [],
      );
      start = end + 1;
      return `<${tag}>${annotatedText(text, 0, own, references)}</${tag}>`;
    });
    return `<tr>${html.join('')}</tr>`;
  });
}

/** What the report's record knows of a block. */
interface BlockMarks {
  readonly annotations: readonly Annotation[];
  readonly role: Role | null;
  readonly isSignature: boolean;
  /** Where lines of a heading may break. */
  readonly breaks: readonly number[];
}

function blockHtml({ anchor, block }: AnchoredBlock, { annotations, role, isSignature, breaks }: BlockMarks): string {
  const part = role === null ? '' : ` data-part=${vocabulary[roleKeys[role]]}`;
  const attributes = `id=${anchor}${part}${isSignature ? ' class=by' : ''}`;
  switch (block.kind) {
    case 'heading':
      return `<h${block.depth} ${attributes}>${annotatedText(block.text, 0, annotations, block.references, breaks)}</h${block.depth}>`;
    case 'paragraph':
      return `<p ${attributes}>${annotatedText(block.text, block.runIn, annotations, block.references)}</p>`;
    case 'footnote':
      return `<p class=fn id=${anchor}><span id="fn-${block.label}">${block.label} </span>${annotatedText(block.text, 0, annotations, block.references)}</p>`;
    case 'table': {
      const [head = '<tr></tr>', ...body] = tableRows(block.rows, annotations);
      return `<div class=table tabindex=0 id=${anchor}><table><thead>${head}</thead><tbody>${body.join('')}</tbody></table></div>`;
    }
  }
}

/** What a report's record says that its text is set by. */
export interface ReportMarks {
  /** By place of the block; offsets are in its text. */
  readonly annotations: ReadonlyMap<number, readonly Annotation[]>;
  /**
   * Headings that play a part bear its name as `data-part`, which the style sheet draws above them: a rule for each
   * name in the sheet would be too heavy for a report page, and so would the part's key beside the name.
   */
  readonly roles: ReadonlyMap<string, Role>;
  /** Names that are not broken at a line's end in headings, and that may sign the text. */
  readonly issuers: readonly string[];
  readonly regionPath: readonly string[];
}

/** A report's blocks as HTML, read back by `browser/served/served-blocks.ts`. Blocks that sign it are of class `by`. */
export function reportHtml(
  blocks: readonly AnchoredBlock[],
  { annotations, roles, issuers, regionPath }: ReportMarks,
): string {
  const signature = new Set(
    signatureBlocks(
      blocks.map(({ block }) => block),
      issuers,
    ),
  );
  return blocks
    .map((anchored, at) => {
      const { block } = anchored;
      const heading = blockHeading(block);
      return blockHtml(anchored, {
        annotations: annotations.get(at) ?? [],
        role: (heading && roles.get(heading.text)) ?? null,
        isSignature: signature.has(at),
        breaks: block.kind === 'heading' ? headingBreaks(block.text, issuers, regionPath) : [],
      });
    })
    .join('\n');
}
