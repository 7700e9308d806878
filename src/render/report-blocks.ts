import { type MdastNode, markdownToMdast } from 'satteri';
import type { FootnoteReference, ReportBlock, TableCell } from '../archive/report-block.ts';
import { closedMarkdown } from '../archive/report-markdown.ts';

const features = { gfm: true, frontmatter: false, smartPunctuation: false } as const;

const children = (node: MdastNode): readonly MdastNode[] => ('children' in node ? node.children : []);

/** Plain text of inline nodes and where footnote marks stand in it. Automatic links are the text they are made of. */
function inlineText(nodes: readonly MdastNode[]): { text: string; references: FootnoteReference[] } {
  let text = '';
  const references: FootnoteReference[] = [];
  const visit = (node: MdastNode): void => {
    if (node.type === 'text') text += node.value;
    else if (node.type === 'footnoteReference') references.push({ offset: text.length, label: node.identifier });
    else if (node.type === 'link' || node.type === 'strong') for (const child of children(node)) visit(child);
    else throw new Error(`the closed dialect has no inline “${node.type}” (after: ${text.slice(-40)})`);
  };
  for (const node of nodes) visit(node);
  return { text, references };
}

function block(node: MdastNode): ReportBlock {
  switch (node.type) {
    case 'heading':
      return { kind: 'heading', depth: node.depth, ...inlineText(node.children) };
    case 'paragraph': {
      const [first] = node.children;
      const runIn = first?.type === 'strong' ? inlineText([first]).text.length : 0;
      return { kind: 'paragraph', runIn, ...inlineText(node.children) };
    }
    case 'table':
      return {
        kind: 'table',
        rows: node.children.map((row) => row.children.map((cell): TableCell => inlineText(cell.children))),
      };
    case 'footnoteDefinition':
      return {
        kind: 'footnote',
        label: node.identifier,
        ...inlineText(node.children.flatMap((child) => children(child))),
      };
    default:
      throw new Error(`the closed dialect has no block “${node.type}”`);
  }
}

/** The body that was read last: a check asks for the same one several times in a row. */
let recent: { readonly body: string; readonly blocks: readonly ReportBlock[] } = { body: '', blocks: [] };

/** Reads a report's body. Whatever stands in it, also by hand, becomes text or one of the dialect's blocks. */
export function reportBlocks(body: string): readonly ReportBlock[] {
  if (body === recent.body) return recent.blocks;
  const blocks = children(markdownToMdast(closedMarkdown(body), { features, position: false })).map(block);
  recent = { body, blocks };
  return blocks;
}
