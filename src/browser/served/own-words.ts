/**
 * What stands in a report's block but is none of its words: footnote marks and labels, the word 推定 beside a title, the
 * archive's buttons and notes.
 */
const apart = 'sup, button, .i, [role="note"], .fn > span:first-child';

/** A piece of a block's words, or a footnote mark between two of them. */
export interface OwnPiece {
  readonly text: string;
  /** The text node that holds the piece; null for the line break or tab that markup stands for, and for a mark. */
  readonly node: Text | null;
  /** The label of a footnote mark, whose text is empty; null for words. */
  readonly mark: string | null;
}

const drawn = (text: string): OwnPiece => ({ text, node: null, mark: null });

function* piecesAt(node: Node): Generator<OwnPiece> {
  if (node instanceof Text) yield { text: node.data, node, mark: null };
  if (!(node instanceof Element)) return;
  if (node.localName === 'sup') yield { text: '', node: null, mark: node.textContent ?? '' };
  if (node.matches(apart)) return;
  if (node.localName === 'br') yield drawn('\n');
  if (node.matches('tr') && node.closest('table')?.querySelector('tr') !== node) yield drawn('\n');
  if (node.matches('td, th') && node.previousElementSibling) yield drawn('\t');
  yield* ownPieces(node.childNodes);
}

/**
 * The words of a report's block, or of several nodes of one, piece by piece as `render/report-html.ts` wrote them,
 * whatever tools have put beside them since. Joined they are the block's plain text: `blockText`.
 */
export function* ownPieces(nodes: Iterable<Node>): Generator<OwnPiece> {
  for (const node of nodes) yield* piecesAt(node);
}

/** The plain text of a report's block or title. */
export function ownWords(block: Element): string {
  return [...ownPieces(block.childNodes)].map(({ text }) => text).join('');
}

/** The text nodes of a report's block or title that hold its words, in order. */
export function ownTexts(block: Element): Text[] {
  return [...ownPieces(block.childNodes)].flatMap(({ node }) => node ?? []);
}
