import { type Reading, type ReadLine, UnreadableInput } from '../../lines/reading.ts';
import { RuleTally } from '../../lines/rule-tally.ts';
import { decodedText } from '../text/decoded-text.ts';
import { articleElement } from './article-element.ts';
import type { HtmlNode } from './elements.ts';
import { pageEvidence } from './evidence.ts';
import { htmlLines } from './lines.ts';
import { pageElements } from './page-elements.ts';
import { parsedPage } from './parsed-page.ts';

/** Bytes of a page, tags and other `<`, characters written by name, and elements open at once that are read at most. */
const mostBytes = 16 * 1024 * 1024;
const mostTags = 120_000;
const mostNamed = 60_000;
const deepest = 2_000;
/** Signs that part the attributes of one tag, at most, and layout space that is kept of one run. */
const mostAttributes = 2_000;
const longestSpace = 200;

const voidElement = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;
/** Elements that the next of their kind closes. */
const closedByNext = /^(?:p|li|dd|dt|td|th|tr|option|tbody|thead|tfoot)$/i;

/** The encoding that a page declares about itself, in its first bytes; null where it declares none. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null;
}

const refused = (words: string): UnreadableInput =>
  new UnreadableInput('input/too-deep', `网页的${words}`, '这不像一篇文章；只保存正文后再导入');

/** How often a character stands in a text, as far as one more than `most`. */
function countOf(character: string, text: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0 && count <= most; at = text.indexOf(character, at + 1)) count++;
  return count;
}

/** Where the tag closes whose attributes begin at `from`; -1 where it never does. Refuses one with too many of them. */
function tagEnd(html: string, from: number): number {
  const mark = /\s+|[/"'>]/g;
  mark.lastIndex = from;
  let attributes = 0;
  let last = from;
  /** Whether a value without quotes goes on; bars are its own. */
  let isValue = false;
  for (let found = mark.exec(html); found; found = mark.exec(html)) {
    const [sign] = found;
    if (sign === '>') return found.index;
    const before = html.slice(last, found.index);
    isValue = isValue || /=\s*\S/.test(before);
    last = mark.lastIndex;
    if (
      (sign === '"' || sign === "'") &&
      !isValue &&
      /=\s*$/.test(html.slice(Math.max(from, found.index - 20), found.index))
    ) {
      const close = html.indexOf(sign, found.index + 1);
      if (close < 0) return -1;
      mark.lastIndex = close + 1;
      last = close + 1;
    } else if (sign === '"' || sign === "'" || (sign === '/' && isValue)) continue;
    attributes++;
    isValue = false;
    if (attributes > mostAttributes) throw refused(`一个标签的属性多于 ${mostAttributes} 个`);
  }
  return -1;
}

/** Refuses pages whose tags nest or multiply beyond what any article needs, before they are parsed. */
function checkSize(html: string): void {
  if (countOf('<', html, mostTags) > mostTags) throw refused(`标签多于 ${mostTags} 个`);
  // The parser makes a piece of text of every sign that may end a tag.
  if (countOf('>', html, mostTags + mostNamed) > mostTags + mostNamed)
    throw refused(`“>”多于 ${mostTags + mostNamed} 个`);
  if (countOf('&', html, mostNamed) > mostNamed) throw refused(`转义字符多于 ${mostNamed} 个`);
  const open: string[] = [];
  const counts = new Map<string, number>();
  const tag = /<(\/?)([a-zA-Z][^\s/><]*)/g;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const [, closes, written = ''] = match;
    const name = written.toLowerCase();
    const end = tagEnd(html, tag.lastIndex);
    if (end < 0) return;
    tag.lastIndex = end;
    if (closes) {
      // A tag that closes nothing is passed over, as parsers do.
      for (let count = counts.get(name) ?? 0; count > 0; ) {
        const last = open.pop();
        if (last === undefined) break;
        counts.set(last, (counts.get(last) ?? 1) - 1);
        if (last === name) count = 0;
      }
    } else if (html.charAt(end - 1) !== '/' && !voidElement.test(name) && !closedByNext.test(name)) {
      open.push(name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (open.length > deepest) throw refused(`标签层层相套超过 ${deepest} 层`);
    }
  }
}

/** Who runs the site, at a page's foot. */
const credit = /主办|承办|版权所有|网站标识码|地址[:：]/;
/** Words about the site that are kept as evidence, at most, and how long each may be. */
const mostSiteWords = 8;
const longestSiteWords = 200;

/** The site's words about itself and its credits below the article. */
function siteWords(own: readonly string[], below: readonly ReadLine[]): string[] {
  const credits = below.flatMap((line) => (line.kind === 'text' && credit.test(line.text) ? [line.text] : []));
  return [...own, ...credits]
    .map((words) => words.trim())
    .filter((words) => words !== '' && words.length <= longestSiteWords)
    .slice(0, mostSiteWords);
}

/** The text of a page's bytes: by what they are marked as, what the page declares, or what its carrier said of it. */
export function htmlText(bytes: Uint8Array, told: string | null = null): string {
  if (bytes.length > mostBytes) {
    throw new UnreadableInput(
      'input/too-large',
      `网页有 ${bytes.length} 字节，超过 ${mostBytes} 字节`,
      '只保存正文后再导入',
    );
  }
  return decodedText(bytes, told ?? declaredEncoding(bytes)).text;
}

/** Reads a saved page. Scripts never run, nothing is fetched. Throws `UnreadableInput` beyond the bounds. */
export function readHtml(bytes: Uint8Array): Reading {
  return htmlReading(htmlText(bytes));
}

/** Reads the text of a page. Throws `UnreadableInput` beyond the bounds. */
export function htmlReading(text: string): Reading {
  // A space written by name costs the parser a piece of text each; long runs of spaces cost patterns their square.
  const html = text.replaceAll('&nbsp;', '\u00a0').replace(/\s{200,}/g, (space) => space.slice(0, longestSpace));
  checkSize(html);
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parsedPage(whole);
  if (!document.documentElement) {
    throw new UnreadableInput('input/empty', '网页是空的', '重新采集');
  }
  const page: HtmlNode = document.body ?? document.documentElement;
  const elements = pageElements(page);
  const tally = new RuleTally();
  const { letters, lines, left, issues, root } = htmlLines(page, elements, articleElement(whole, elements), tally);
  const { meta, titles, site, address } = pageEvidence(html, document);
  const below = root ? lines.filter(({ number }) => number > root.to) : [];
  return {
    ...{ format: 'html', letters, lines, left, meta, issues, tally, titles, site: siteWords(site, below) },
    ...(address === null ? {} : { address }),
    ...(root ? { bodyFrom: root.from, bodyTo: root.to } : {}),
  };
}
