import { foldedWithMap } from '../../text/fold.ts';
import { ownTexts } from '../served/own-words.ts';

/** Where one occurrence begins and ends in the page's text nodes. */
interface Stretch {
  readonly node: Text;
  readonly from: number;
  readonly to: number;
}

/** What holds one paragraph of the report each, as search sees it. */
const blocks = '.r h1, article.t :is(h2, h3, h4, h5, h6, p, td, th)';

/** Finds what is marked in a folded text: from where to where (not with) it stands, in UTF-16 units. */
export type FindStretches = (text: string) => readonly { readonly start: number; readonly end: number }[];

/** Finds every place of a folded phrase, overlapping ones too. */
export const findLiterally =
  (phrase: string): FindStretches =>
  (text) => {
    const found: { start: number; end: number }[] = [];
    for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + 1))
      found.push({ start, end: start + phrase.length });
    return found;
  };

/** Joins ranges that touch or overlap. */
function joined(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const out: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = out.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

/** The stretches of text nodes that a range of their joined text covers. */
function stretches(nodes: readonly Text[], from: number, to: number): Stretch[] {
  let start = 0;
  return nodes.flatMap((node) => {
    const begins = start;
    start += node.length;
    const stretch = { node, from: Math.max(from - begins, 0), to: Math.min(to - begins, node.length) };
    return stretch.from < stretch.to ? [stretch] : [];
  });
}

function markStretch({ node, from, to }: Stretch): HTMLElement {
  const piece = node.splitText(from);
  piece.splitText(to - from);
  const mark = document.createElement('mark');
  piece.replaceWith(mark);
  mark.append(piece);
  return mark;
}

function markBlock(block: Element, find: FindStretches): HTMLElement[] {
  const nodes = ownTexts(block);
  const { text, starts, ends } = foldedWithMap(nodes.map(({ data }) => data).join(''));
  const ranges = find(text).map(({ start, end }) => [starts[start] ?? 0, ends[end - 1] ?? 0] as const);
  // From the last to the first, so that splitting a node leaves the earlier places where they are.
  return joined(ranges)
    .reverse()
    .map(([from, to]) => stretches(nodes, from, to).reverse().map(markStretch).at(-1))
    .filter((mark) => mark !== undefined)
    .reverse();
}

/**
 * Marks every place in the report on this page that is found in the folded text of its blocks, and returns the marks in
 * order, one for each place (its first piece, where it runs over several). Nothing is found across blocks.
 */
export function markOccurrences(find: FindStretches): HTMLElement[] {
  // A page shown in traditional characters puts its own back for as long as this takes.
  document.dispatchEvent(new Event('archive:original'));
  return [...document.querySelectorAll(blocks)].flatMap((block) => markBlock(block, find));
}
