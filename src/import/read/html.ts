import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { compact } from '../lines/layout-space.ts';
import { type PageField, type Reading, type ReadLine, UnreadableInput } from '../lines/reading.ts';
import { RuleTally } from '../lines/rule-tally.ts';
import { decodedText } from './decoded-text.ts';
import { type HtmlNode, htmlLines } from './html-lines.ts';
import { contentSelectors, metaNames } from './html-selectors.ts';

/** Bytes of a page, elements, and elements open at once that are read at most. */
const mostBytes = 16 * 1024 * 1024;
const mostElements = 200_000;
const deepest = 2_000;
/** A node that holds less of the page's text is not the article. */
const leastShare = 0.25;

const voidElement = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** The encoding that a page declares about itself, in its first bytes; null where it declares none. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null;
}

/** Refuses pages whose tags nest or multiply beyond what any article needs, before they are parsed. */
function checkSize(html: string): void {
  let depth = 0;
  let count = 0;
  for (const match of html.matchAll(/<(\/?)([a-zA-Z][^\s/>]*)[^>]*?(\/?)>/g)) {
    const [, closes, name = '', selfCloses] = match;
    count++;
    if (closes) depth = Math.max(0, depth - 1);
    else if (!selfCloses && !voidElement.test(name)) depth++;
    if (depth > deepest || count > mostElements) {
      throw new UnreadableInput(
        'input/too-deep',
        `网页的标签层层相套超过 ${deepest} 层，或多于 ${mostElements} 个`,
        '这不像一篇文章；只保存正文后再导入',
      );
    }
  }
}

/** The element that holds the article: by the known systems' selectors, the longest text wins; null where none fits. */
function articleBySelector(document: Document): Element | null {
  const whole = compact(document.body?.textContent ?? '').length;
  let best: { element: Element; length: number } | null = null;
  for (const { selector, system } of contentSelectors) {
    // The general names only where no system's own was found.
    if (best && system === '通用') break;
    for (const element of document.querySelectorAll(selector)) {
      const length = compact(element.textContent ?? '').length;
      if (length > 200 && length > (best?.length ?? 0) * 1.05 && length > whole * leastShare)
        best = { element, length };
    }
  }
  return best?.element ?? null;
}

/** The article's text by Readability; empty where it finds none, or takes the page apart until nothing is left. */
function readableText(html: string): string {
  const copy = parseHTML(html).document;
  try {
    return new Readability(copy, { charThreshold: 200, maxElemsToParse: mostElements }).parse()?.textContent ?? '';
  } catch {
    return '';
  }
}

/** The article's element by Readability's own judgement: where its first and last sentences meet in the page. */
function articleByReadability(html: string, document: Document): Element | null {
  const text = compact(readableText(html));
  if (text.length < 200) return null;
  const first = text.slice(0, 30);
  const last = text.slice(-30);
  let best: Element | null = null;
  for (const element of document.querySelectorAll('div, article, section, td, main')) {
    const own = compact(element.textContent ?? '');
    if (own.includes(first) && own.includes(last)) best = element;
  }
  return best;
}

function metaFields(document: Document): PageField[] {
  const wanted = new Map(metaNames.map((name) => [name.toLowerCase(), name]));
  return [...document.querySelectorAll('meta')].flatMap((element) => {
    const name = wanted.get((element.getAttribute('name') ?? element.getAttribute('property') ?? '').toLowerCase());
    const value = (element.getAttribute('content') ?? '').replace(/\s+/g, ' ').trim();
    return name === undefined || value === '' ? [] : [{ label: name, value, line: null }];
  });
}

/** Who runs the site, at a page's foot. */
const credit = /主办|承办|版权所有|网站标识码|地址[:：]/;
/** Words about the site that are kept as evidence, at most, and how long each may be. */
const mostSiteWords = 8;
const longestSiteWords = 200;

/** The window's title and the site's own credits below the article. */
function siteWords(document: Document, below: readonly ReadLine[]): string[] {
  const credits = below.flatMap((line) => (line.kind === 'text' && credit.test(line.text) ? [line.text] : []));
  return [document.querySelector('head > title')?.textContent ?? '', ...credits]
    .map((words) => words.trim())
    .filter((words) => words !== '' && words.length <= longestSiteWords)
    .slice(0, mostSiteWords);
}

/** Reads a saved page. Scripts never run, nothing is fetched. Throws `UnreadableInput` beyond the bounds. */
export function readHtml(bytes: Uint8Array): Reading {
  if (bytes.length > mostBytes) {
    throw new UnreadableInput(
      'input/too-large',
      `网页有 ${bytes.length} 字节，超过 ${mostBytes} 字节`,
      '只保存正文后再导入',
    );
  }
  const { text: html } = decodedText(bytes, declaredEncoding(bytes));
  checkSize(html);
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  if (!document.documentElement) {
    throw new UnreadableInput('input/empty', '网页是空的', '重新采集');
  }
  const article = articleBySelector(document) ?? articleByReadability(whole, document);
  const page: HtmlNode = document.body ?? document.documentElement;
  const { letters, lines, left, issues, root } = htmlLines(page, article);
  const meta = metaFields(document);
  const tally = new RuleTally();
  const read = { format: 'html', letters, lines, left, meta, issues, tally } as const;
  if (!root) return { ...read, site: siteWords(document, []) };
  return {
    ...read,
    site: siteWords(
      document,
      lines.filter(({ number }) => number > root.to),
    ),
    bodyFrom: root.from,
    bodyTo: root.to,
  };
}
