/** Elements that stand within a line: words run on across them. */
const inline = 'a, abbr, b, bdi, cite, dfn, em, i, label, mark, q, small, span, strong, sub, time, u';

/**
 * What is never turned: what is entered or copied, keys, citations and queries, which stay in the letters of the
 * original, and whatever says so itself by `translate="no"`. An option without a value of its own sends its words.
 */
const apart =
  'script, style, template, textarea, pre, code, kbd, svg title, option:not([value]), [translate="no"], .cite-title';

/** The element that the words at a node run on in. */
export function blockOf(node: Node): Element | null {
  let block = node instanceof Element ? node : node.parentElement;
  while (block?.matches(inline) && block.parentElement) block = block.parentElement;
  return block;
}

function isTurned(text: Text): boolean {
  return /\S/.test(text.data) && text.parentElement !== null && text.parentElement.closest(apart) === null;
}

/** The texts below a node, or the text that it is, by the block that their words run on in, in the order of the page. */
export function textsByBlock(top: Node): Map<Element, Text[]> {
  const found = new Map<Element, Text[]>();
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let node: Node | null = top instanceof Text ? top : walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || !isTurned(node)) continue;
    const block = blockOf(node);
    if (!block) continue;
    const texts = found.get(block);
    if (texts) texts.push(node);
    else found.set(block, [node]);
  }
  return found;
}

/** The texts of one block, those of blocks inside it left out. */
export function textsOfBlock(block: Element): Text[] {
  return textsByBlock(block).get(block) ?? [];
}
