import type { FootnoteReference, ReportBlock, TableCell } from '../../archive/report-block.ts';
import { type Role, roles } from '../../archive/section.ts';
import { roleKeys } from '../../i18n/report-words.ts';
import { vocabulary } from '../../i18n/zh-hans/vocabulary.ts';
import { ownPieces, ownWords } from './own-words.ts';

/** A block of a report as its page holds it. */
export interface ServedBlock {
  /** Where it stands on the page, without `#`. */
  readonly anchor: string;
  /** The part the rules require that the block's heading opens; null where it opens none. */
  readonly role: Role | null;
  readonly block: ReportBlock;
}

/** Nodes' words with the footnote marks in them. */
function marked(nodes: Iterable<Node>): TableCell {
  let text = '';
  const references: FootnoteReference[] = [];
  for (const piece of ownPieces(nodes)) {
    if (piece.mark !== null) references.push({ offset: text.length, label: piece.mark });
    text += piece.text;
  }
  return { text, references };
}

/** How long the run-in heading at the head of a paragraph is: its bold pieces, marks between them not counted. */
function runInLength(paragraph: Element): number {
  let length = 0;
  for (const piece of paragraph.children) {
    const isAtHead = piece.previousSibling === piece.previousElementSibling;
    if (!isAtHead || !piece.matches('b, sup')) break;
    if (piece.localName === 'b') length += ownWords(piece).length;
  }
  return length;
}

function blockOf(element: Element): ReportBlock | null {
  const words = marked(element.childNodes);
  const depth = /^h([1-6])$/.exec(element.localName)?.[1];
  if (depth !== undefined) return { kind: 'heading', depth: Number(depth), ...words };
  if (element.matches('p.fn'))
    return { kind: 'footnote', label: element.firstElementChild?.id.replace(/^fn-/, '') ?? '', ...words };
  if (element.localName === 'p') return { kind: 'paragraph', runIn: runInLength(element), ...words };
  if (!element.matches('.table')) return null;
  const rows = [...element.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => marked(cell.childNodes)),
  );
  return { kind: 'table', rows };
}

/** A report's blocks read back from the article of its page as served: what `render/report-html.ts` wrote. */
export function servedBlocks(article: Element): ServedBlock[] {
  return [...article.children].flatMap((element) => {
    const block = blockOf(element);
    const part = element.getAttribute('data-part');
    const role = roles.find((known) => vocabulary[roleKeys[known]] === part) ?? null;
    return block ? [{ anchor: element.id, role, block }] : [];
  });
}
