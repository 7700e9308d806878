import { blockHeading, type TableCell } from '../archive/report-block.ts';
import type { Role } from '../archive/section.ts';
import { roleKeys } from '../i18n/report-words.ts';
import { vocabulary } from '../i18n/zh-hans/vocabulary.ts';
import type { AnchoredBlock } from './anchored-blocks.ts';
import { type Annotation, annotatedText } from './annotated-text.ts';

const tableRow = (cells: readonly TableCell[], tag: string): string =>
  `<tr>${cells.map((cell) => `<${tag}>${annotatedText(cell.text, 0, [], cell.references)}</${tag}>`).join('')}</tr>`;

function blockHtml({ anchor, block }: AnchoredBlock, annotations: readonly Annotation[], role: Role | null): string {
  const attributes = `id="${anchor}"${role === null ? '' : ` data-role="${role}" data-part="${vocabulary[roleKeys[role]]}"`}`;
  switch (block.kind) {
    case 'heading':
      return `<h${block.depth} ${attributes}>${annotatedText(block.text, 0, annotations, block.references)}</h${block.depth}>`;
    case 'paragraph':
      return `<p ${attributes}>${annotatedText(block.text, block.runIn, annotations, block.references)}</p>`;
    case 'footnote':
      return `<p class="fn" id="${anchor}"><span id="fn-${block.label}">${block.label} </span>${annotatedText(block.text, 0, annotations, block.references)}</p>`;
    case 'table': {
      const [head = [], ...body] = block.rows;
      return `<div class="table" tabindex="0" id="${anchor}"><table><thead>${tableRow(head, 'th')}</thead><tbody>${body.map((cells) => tableRow(cells, 'td')).join('')}</tbody></table></div>`;
    }
  }
}

/**
 * A report's blocks as HTML, read back by `browser/served/served-blocks.ts`. `annotations` are by place of the block;
 * those of a table are not shown. Headings in `roles` bear their role as `data-role`, and as `data-part` its name, which
 * the style sheet draws above them: a rule for each name in the sheet would be too heavy for a report page.
 */
export function reportHtml(
  blocks: readonly AnchoredBlock[],
  annotations: ReadonlyMap<number, readonly Annotation[]>,
  roles: ReadonlyMap<string, Role>,
): string {
  return blocks
    .map((anchored, at) => {
      const heading = blockHeading(anchored.block);
      return blockHtml(anchored, annotations.get(at) ?? [], (heading && roles.get(heading.text)) ?? null);
    })
    .join('\n');
}
