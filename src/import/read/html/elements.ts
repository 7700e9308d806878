/** What the readers of a page need of a DOM node; linkedom's nodes fit. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlNode>;
  getAttribute?(name: string): string | null;
}

/** Elements whose text no reader of the page sees. */
export const unseen: ReadonlySet<string> = new Set([
  ...['script', 'style', 'noscript', 'template', 'head', 'iframe', 'object', 'svg', 'input', 'video', 'audio'],
  ...['link', 'meta', 'title'],
]);
/** What a reader presses or fills in; its words are the site's. */
export const controls: ReadonlySet<string> = new Set(['select', 'textarea', 'button']);
/** Elements that begin no line. */
export const inline: ReadonlySet<string> = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'em', 'font', 'i', 'ins', 'label', 'mark', 'o:p', 'q'],
  ...['s', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'tt', 'u', 'st1:chsdate', 'del', 'nobr', 'wbr', 'time'],
  ...['var', 'kbd', 'ruby', 'rt', 'rb', 'rp'],
]);

/** What WeChat shows only once its script has run. */
const shownLater: ReadonlySet<string> = new Set(['js_content', 'js_article', 'page-content', 'img-content']);

export const isElement = (node: HtmlNode): boolean => node.nodeType === 1;

/** An element's attribute; empty where it has none. */
export const attribute = (node: HtmlNode, name: string): string => node.getAttribute?.(name) ?? '';

/** Nodes below a node, the last first: what a stack of nodes still to be visited takes. */
export const childrenBackwards = (node: HtmlNode): HtmlNode[] => [...node.childNodes].reverse();

/** Whether an element says of itself that it is not shown, or holds data for programs. */
export function isHidden(node: HtmlNode): boolean {
  if (node.localName === 'xml') return true;
  if (typeof node.getAttribute?.('hidden') === 'string' || attribute(node, 'aria-hidden') === 'true') return true;
  const style = attribute(node, 'style');
  if (!/display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return false;
  return !shownLater.has(attribute(node, 'id'));
}

/** All text below a node that the page holds for its readers, hidden or not, in one piece, without recursion. */
export function heldText(node: HtmlNode): string {
  const pieces: string[] = [];
  const open: HtmlNode[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.nodeType === 3) pieces.push(next.textContent ?? '');
    else if (next === node || (isElement(next) && !unseen.has(next.localName ?? '')))
      for (const child of childrenBackwards(next)) open.push(child);
  }
  return pieces.join('');
}
