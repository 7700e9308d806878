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
/** All places in a folded text where a phrase stands, overlapping ones too. */
function* places(text: string, phrase: string): Generator<number> {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) yield at;
}

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

function markBlock(block: Element, phrases: readonly string[]): HTMLElement[] {
  const nodes = ownTexts(block);
  const { text, starts, ends } = foldedWithMap(nodes.map(({ data }) => data).join(''));
  const ranges = phrases.flatMap((phrase) =>
    [...places(text, phrase)].map((at) => [starts[at] ?? 0, ends[at + phrase.length - 1] ?? 0] as const),
  );
  // From the last to the first, so that splitting a node leaves the earlier places where they are.
  return joined(ranges)
    .reverse()
    .map(([from, to]) => stretches(nodes, from, to).reverse().map(markStretch).at(-1))
    .filter((mark) => mark !== undefined)
    .reverse();
}

/**
 * Marks every place in the report on this page where one of the folded phrases stands, and returns the marks in order,
 * one for each place (its first piece, where it runs over several). A phrase never matches across blocks.
 */
export function markOccurrences(phrases: readonly string[]): HTMLElement[] {
  // A page shown in traditional characters puts its own back for as long as this takes.
  document.dispatchEvent(new Event('archive:original'));
  return [...document.querySelectorAll(blocks)].flatMap((block) => markBlock(block, phrases));
}
