import { compact } from '../../lines/layout-space.ts';
import { UnreadableInput } from '../../lines/reading.ts';
import {
  attribute,
  childrenBackwards,
  controls,
  type HtmlNode,
  heldText,
  isElement,
  isHidden,
  unseen,
} from './elements.ts';

/** Elements open at once, and letters of a page, that are read at most. */
const deepest = 2_000;
const mostLetters = 1_000_000;

/** Elements that say they are hidden and hold most of the page, one within the other, that are read all the same. */
const mostUncovered = 4;

/** An element of a page, with the letters that it shows as a stretch of the page's own. */
export interface PageElement {
  readonly node: HtmlNode;
  /** Null for the page itself. */
  readonly parent: PageElement | null;
  readonly depth: number;
  /** First letter, and the one behind the last, of `PageElements.text`. */
  readonly start: number;
  end: number;
  /** Letters in links; letters outside of links that are no day or sign; letters of sentences outside of links. */
  linked: number;
  loose: number;
  prose: number;
  links: number;
}

/** A page's elements in order, and all letters that it shows. */
export interface PageElements {
  readonly list: readonly PageElement[];
  /** Elements that are not shown, without those within them. */
  readonly hidden: ReadonlySet<HtmlNode>;
  /** The letters shown, without layout space; what is hidden, and what is pressed or filled in, is not among them. */
  readonly text: string;
  /** Comments with the number of the letter before which they stand, and the element around. */
  readonly comments: readonly { readonly text: string; readonly at: number; readonly around: PageElement }[];
}

/** What stands beside the links of a list: days, times, signs. */
const beside = /[\d年月日时分:：./\-—[\]()（）【】·•●■>»›|｜、，,]/g;
/** A piece of text that can be part of a sentence. */
const isProse = (text: string): boolean => text.length >= 20 && /[，。；,;]/.test(text);

/**
 * Every element of a page with the letters that it shows, in one pass without recursion. Throws `UnreadableInput` where
 * elements nest deeper, or letters are more, than any article needs.
 */
export function pageElements(page: HtmlNode): PageElements {
  const list: PageElement[] = [];
  const hidden = new Set<HtmlNode>();
  let whole: number | null = null;
  let uncovered = 0;
  // What holds most of a page is shown by its script once all is loaded.
  const isMost = (node: HtmlNode): boolean => {
    if (uncovered >= mostUncovered) return false;
    whole ??= compact(heldText(page)).length;
    const most = compact(heldText(node)).length > whole / 2;
    if (most) uncovered++;
    return most;
  };
  const comments: { text: string; at: number; around: PageElement }[] = [];
  const pieces: string[] = [];
  let length = 0;
  type Step = { readonly node: HtmlNode; readonly parent: PageElement | null; readonly inLink: boolean };
  const open: (Step | PageElement)[] = [{ node: page, parent: null, inLink: false }];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if ('start' in step) {
      step.end = length;
      const { parent, linked, loose, prose, links } = step;
      if (parent) {
        parent.linked += linked;
        parent.loose += loose;
        parent.prose += prose;
        parent.links += links;
      }
      continue;
    }
    const { node, parent, inLink } = step;
    if (node.nodeType === 3 && parent) {
      const text = compact(node.textContent ?? '');
      if (text === '') continue;
      pieces.push(text);
      length += text.length;
      if (inLink) parent.linked += text.length;
      else {
        parent.loose += text.replace(beside, '').length;
        if (isProse(text)) parent.prose += text.length;
      }
      continue;
    }
    if (node.nodeType === 8 && parent) comments.push({ text: node.textContent ?? '', at: length, around: parent });
    const name = node.localName ?? '';
    if (!isElement(node) && parent !== null) continue;
    if (unseen.has(name) || controls.has(name)) continue;
    if (parent !== null && isHidden(node) && !isMost(node)) {
      hidden.add(node);
      continue;
    }
    const isLink = name === 'a' && attribute(node, 'href') !== '';
    const own: PageElement = {
      ...{ node, parent, depth: (parent?.depth ?? 0) + 1, start: length, end: length },
      ...{ linked: 0, loose: 0, prose: 0, links: isLink ? 1 : 0 },
    };
    if (own.depth > deepest || length > mostLetters) {
      throw new UnreadableInput(
        'input/too-deep',
        `网页的标签层层相套超过 ${deepest} 层，或文字多于 ${mostLetters} 字`,
        '这不像一篇文章；只保存正文后再导入',
      );
    }
    list.push(own);
    open.push(own);
    const below = inLink || name === 'a';
    for (const child of childrenBackwards(node)) open.push({ node: child, parent: own, inLink: below });
  }
  return { list, hidden, text: pieces.join(''), comments };
}

const listItems: ReadonlySet<string> = new Set(['li', 'dd', 'dt', 'nav', 'aside']);
/** As many links without other words make a list, whatever element holds them. */
const leastLinks = 3;
/** Names that systems give to what stands beside the article. */
const sideName =
  /(?:^|[\s_-])(?:side(?:bar|nav|box)?|aside|left-?nav|right-?bar|sub-?nav|navbar|nav|menu|related|xgxx|xgwj|tuijian|paihang|ranking|hot(?:news|list))(?:$|[\s_-])/i;

/** Whether an element holds links to other pages and nothing else, or is named as what stands beside an article. */
export function isListOfLinks({ node, linked, loose, links, prose }: PageElement): boolean {
  const name = node.localName ?? '';
  if (name === 'nav' || name === 'aside') return prose === 0;
  if (linked > 0 && loose === 0 && (listItems.has(name) || links >= leastLinks)) return true;
  return prose === 0 && sideName.test(`${attribute(node, 'class')} ${attribute(node, 'id')}`);
}
