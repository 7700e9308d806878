import type { FootnoteReference, ReportBlock, TableCell } from '../../archive/report-block.ts';

/** A stretch of an element's words with the footnote marks in it. */
function words(nodes: Iterable<Node>): { text: string; references: FootnoteReference[] } {
  let text = '';
  const references: FootnoteReference[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Text) text += node.data;
    else if (node.nodeName === 'BR') text += '\n';
    else if (node.nodeName === 'SUP') references.push({ offset: text.length, label: node.textContent ?? '' });
    else for (const child of node.childNodes) visit(child);
  };
  for (const node of nodes) visit(node);
  return { text, references };
}

/** How long the run-in heading at the head of a paragraph is: its bold pieces, marks between them not counted. */
function runInLength(paragraph: Element): number {
  const head: Node[] = [];
  for (const node of paragraph.childNodes) {
    if (node.nodeName !== 'B' && node.nodeName !== 'SUP') break;
    head.push(node);
  }
  return words(head).text.length;
}

const cell = (element: Element): TableCell => words([element]);

function block(element: Element): ReportBlock[] {
  const depth = /^h([2-6])$/.exec(element.localName)?.[1];
  if (depth !== undefined) return [{ kind: 'heading', depth: Number(depth), ...words([element]) }];
  if (element.matches('p.fn')) {
    const [label, ...rest] = element.childNodes;
    const { text, references } = words(rest);
    // A space parts the label from the note.
    const moved = references.map((reference) => ({ ...reference, offset: reference.offset - 1 }));
    return [{ kind: 'footnote', label: label?.textContent ?? '', text: text.slice(1), references: moved }];
  }
  if (element.localName === 'p') return [{ kind: 'paragraph', runIn: runInLength(element), ...words([element]) }];
  if (element.matches('.table'))
    return [{ kind: 'table', rows: [...element.querySelectorAll('tr')].map((row) => [...row.children].map(cell)) }];
  return [];
}

/** A report's blocks as its page, as served, holds them: what was rendered read back. */
export function savedBlocks(page: Document): ReportBlock[] {
  return [...(page.querySelector('article.t')?.children ?? [])].flatMap(block);
}
