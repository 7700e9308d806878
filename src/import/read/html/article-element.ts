import { Readability } from '@mozilla/readability';
import { compact } from '../../lines/layout-space.ts';
import { attribute } from './elements.ts';
import type { PageElement, PageElements } from './page-elements.ts';
import { parsedPage } from './parsed-page.ts';
import { contentSelectors } from './selectors.ts';

/** An element that holds less of the page's text is not the article. */
const leastShare = 0.25;
/** Letters that an article has at least. */
const leastLetters = 200;
/** Readability looks at each element's whole text again and again: pages with more tags, or deeper ones, do without. */
const mostTags = 7_000;
const mostCharacters = 1_500_000;
const deepest = 60;
/** Of the page's sentences, the share that the article holds where nothing else tells. */
const proseShare = 0.8;

interface Compound {
  readonly tag: string;
  readonly ids: readonly string[];
  readonly idHead: string;
  readonly classes: readonly string[];
}

/** `#id`, `.a.b`, `tag`, `[id^="x"]`: all that the table of selectors uses. */
function compound(words: string): Compound {
  const names = (mark: string): string[] =>
    [...words.matchAll(new RegExp(`\\${mark}([\\w-]+)`, 'g'))].map(([, name = '']) => name);
  return {
    tag: /^[a-z]+/.exec(words)?.[0] ?? '',
    ids: names('#'),
    idHead: /\[id\^="([^"]+)"\]/.exec(words)?.[1] ?? '',
    classes: names('.'),
  };
}

const selectors = contentSelectors.map(({ selector, system }) => {
  const parts = selector.split(' ').map(compound);
  return { system, own: parts.at(-1) ?? compound(selector), above: parts.slice(0, -1) };
});

function fits({ node }: PageElement, { tag, ids, idHead, classes }: Compound): boolean {
  if (tag !== '' && node.localName !== tag) return false;
  const id = attribute(node, 'id');
  if (ids.some((wanted) => wanted !== id) || !id.startsWith(idHead)) return false;
  if (classes.length === 0) return true;
  const own = attribute(node, 'class').split(/\s+/);
  return classes.every((wanted) => own.includes(wanted));
}

function isBelow(element: PageElement, [last, ...others]: readonly Compound[]): boolean {
  if (!last) return true;
  for (let above = element.parent; above; above = above.parent) if (fits(above, last)) return isBelow(above, others);
  return false;
}

const letters = ({ start, end }: PageElement): number => end - start;

/** By the known systems' selectors: the longest text wins; null where none fits. */
function bySelector({ list, text }: PageElements): PageElement | null {
  const named = list.filter(
    (element) =>
      letters(element) > leastLetters &&
      letters(element) > text.length * leastShare &&
      (element.node.localName === 'article' || attribute(element.node, 'id') + attribute(element.node, 'class') !== ''),
  );
  let best: PageElement | null = null;
  for (const { system, own, above } of selectors) {
    // The general names only where no system's own was found.
    if (best && system === '通用') break;
    for (const element of named) {
      const isLonger = best === null || letters(element) > letters(best) * 1.05;
      if (isLonger && fits(element, own) && isBelow(element, above.toReversed())) best = element;
    }
  }
  return best;
}

/** Comments that systems set around an article's text. */
const contentMarks: readonly [begins: RegExp, ends: RegExp][] = [
  [/^\s*<\$\[信息内容\]>begin/, /^\s*<\$\[信息内容\]>end/],
  [/^\s*ZJEG_RSS\.content\.begin/, /^\s*ZJEG_RSS\.content\.end/],
];

/** The element around the comments that mark an article's text; null where a page has none. */
function byMarks({ comments }: PageElements): PageElement | null {
  for (const [begins, ends] of contentMarks) {
    const first = comments.find(({ text }) => begins.test(text));
    const last = comments.findLast(({ text }) => ends.test(text));
    if (!first || !last || last.at - first.at < leastLetters) continue;
    let around: PageElement | null = first.around;
    while (around && around.end < last.at) around = around.parent;
    if (around && last.at - first.at >= letters(around) * 0.5) return around;
  }
  return null;
}

/** Places of a piece in a text, in order. */
function placesOf(piece: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length)) places.push(at);
  return places;
}

/** The deepest element that holds both pieces whole; null where none does. */
function holding({ list, text }: PageElements, first: string, last: string): PageElement | null {
  const firsts = placesOf(first, text);
  const lasts = placesOf(last, text);
  const holds = ({ start, end }: PageElement, places: readonly number[], length: number): boolean => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return (places[low] ?? Number.POSITIVE_INFINITY) + length <= end;
  };
  return (
    list.findLast(
      (element) =>
        ['div', 'article', 'section', 'td', 'main'].includes(element.node.localName ?? '') &&
        holds(element, firsts, first.length) &&
        holds(element, lasts, last.length),
    ) ?? null
  );
}

/** The article's text by Readability; empty where it finds none, or takes the page apart until nothing is left. */
function readableText(html: string): string {
  const { document } = parsedPage(html);
  try {
    return new Readability(document, { charThreshold: leastLetters }).parse()?.textContent ?? '';
  } catch {
    return '';
  }
}

/** By Readability's own judgement: where its first and last words meet in the page; null where it finds nothing. */
function byReadability(html: string, elements: PageElements): PageElement | null {
  const isLarge = html.length > mostCharacters || (html.match(/</g) ?? []).length > mostTags;
  if (isLarge || elements.list.some(({ depth }) => depth > deepest)) return null;
  const text = compact(readableText(html));
  return text.length < leastLetters ? null : holding(elements, text.slice(0, 30), text.slice(-30));
}

/** The deepest element that holds most of the page's sentences; null where they are too few. */
function byProse({ list }: PageElements): PageElement | null {
  const whole = list[0]?.prose ?? 0;
  if (whole < leastLetters) return null;
  return list.findLast(({ prose }) => prose >= whole * proseShare) ?? null;
}

/**
 * The element that holds a page's article: between the marks that its system sets, by the known systems' names, as
 * Readability finds it, or where most sentences stand. Null where the page holds too little text.
 */
export function articleElement(html: string, elements: PageElements): PageElement | null {
  return byMarks(elements) ?? bySelector(elements) ?? byReadability(html, elements) ?? byProse(elements);
}
