import type { Issue } from '../../archive/issue.ts';
import { importIssue } from '../lines/issue.ts';
import { letterCount } from '../lines/layout-space.ts';
import { loneLabel } from '../lines/page-fields.ts';
import type { LeftPiece, ReadLine } from '../lines/reading.ts';

/** What the walk needs of a DOM node; linkedom's nodes fit. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlNode>;
  getAttribute?(name: string): string | null;
}

/** Elements whose text no reader of the page sees. */
const unseen = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'iframe',
  'object',
  'svg',
  'input',
  'video',
  'audio',
  'link',
  'meta',
  'title',
]);
/** What a reader presses or fills in; its words are the site's. */
const controls = new Set(['select', 'textarea', 'button']);
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'em',
  'font',
  'i',
  'ins',
  'label',
  'mark',
  'o:p',
  'q',
  's',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'tt',
  'u',
  'st1:chsdate',
  'del',
  'nobr',
  'wbr',
  'time',
  'var',
  'kbd',
  'ruby',
  'rt',
  'rb',
  'rp',
]);
const headings = /^h[1-6]$/;
const sentenceLength = 120;
/** Pictures no larger than this in pixels are icons of the site. */
const iconSize = 60;
/** What a picture leaves in the text; no source writes so. */
export const imagePlaceholder = '〔图片〕';

const isElement = (node: HtmlNode): boolean => node.nodeType === 1;
const size = (node: HtmlNode, name: string): number => Number.parseInt(node.getAttribute?.(name) ?? '', 10);

function isIcon(node: HtmlNode): boolean {
  const source = node.getAttribute?.('src') ?? '';
  const small = size(node, 'width') <= iconSize || size(node, 'height') <= iconSize;
  return small || source === '' || /icon|fileTypeImages|\/ico[_/.]|\.ico|qrcode|ewm|logo|share/i.test(source);
}

/** All elements of a name below a node, in order, without recursion. */
function elementsNamed(node: HtmlNode, name: string): HtmlNode[] {
  const found: HtmlNode[] = [];
  const open: HtmlNode[] = [...node.childNodes].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isElement(next)) continue;
    if (next.localName === name) found.push(next);
    open.push(...[...next.childNodes].reverse());
  }
  return found;
}

/** All text below a node that a reader sees, in one piece, without recursion. */
function shownText(node: HtmlNode): string {
  let text = '';
  const open: HtmlNode[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.nodeType === 3) text += next.textContent ?? '';
    else if (next === node || (isElement(next) && !unseen.has(next.localName ?? '')))
      open.push(...[...next.childNodes].reverse());
  }
  return text;
}

const cellText = (cell: HtmlNode): string => shownText(cell).replace(/\s+/g, ' ').trim();

/** A table of data: two rows and columns at least, no table within, no cell that is a page of text. */
function dataRows(table: HtmlNode): string[][] | null {
  if (elementsNamed(table, 'table').length > 0) return null;
  const rows = elementsNamed(table, 'tr').map((row) =>
    [...row.childNodes]
      .filter((cell) => cell.localName === 'td' || cell.localName === 'th')
      .flatMap((cell) => [
        cellText(cell),
        ...Array.from({ length: Math.min(20, size(cell, 'colspan') || 1) - 1 }, () => ''),
      ]),
  );
  // What stands in no cell (a caption, stray words) would be lost.
  if (letterCount(rows.flat().join('')) !== letterCount(shownText(table))) return null;
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...filled.map(({ length }) => length));
  if (filled.length < 2 || width < 2 || filled.flat().some((cell) => cell.length > 4 * sentenceLength)) return null;
  return filled;
}

/** The page's own table (索引号 …) is read as fields, so it becomes lines. */
const isFieldTable = (rows: readonly (readonly string[])[]): boolean =>
  rows.flat().filter((cell) => loneLabel(cell) !== null).length >= 2;

interface HtmlLines {
  /** Letters that a reader of the page sees, and the marks set for pictures. */
  readonly letters: number;
  readonly lines: ReadLine[];
  readonly left: LeftPiece[];
  readonly issues: Issue[];
  /** First and last line number of the marked root; null where it was not met. */
  readonly root: { readonly from: number; readonly to: number } | null;
}

/**
 * The text of a page as lines, block by block, in one pass without recursion: what layout needs becomes nothing,
 * tables of data stay tables, pictures leave a placeholder and an issue. Numbers begin at 1.
 */
export function htmlLines(page: HtmlNode, root: HtmlNode | null): HtmlLines {
  const lines: ReadLine[] = [];
  const left: LeftPiece[] = [];
  const issues: Issue[] = [];
  let letters = letterCount(shownText(page));
  let text = '';
  let heading = false;
  let rootFrom = -1;
  let rootTo = -1;
  const endLine = (): void => {
    for (const part of text.split('\n')) {
      const plain = part.replace(/[ \t\r\f]+/g, ' ');
      if (plain.trim() !== '')
        lines.push({ kind: 'text', number: lines.length + 1, text: plain, isMarkedHeading: heading });
    }
    text = '';
    heading = false;
  };
  type Step = { readonly node: HtmlNode; readonly leaves: boolean };
  const steps: Step[] = [{ node: page, leaves: false }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { node, leaves } = step;
    if (node.nodeType === 3) {
      text += (node.textContent ?? '').replace(/[\n\r\t]+/g, ' ');
      continue;
    }
    const name = node.localName ?? '';
    if (!isElement(node) && node !== page) continue;
    if (leaves) {
      if (!inline.has(name)) endLine();
      if (node === root) rootTo = lines.length;
      continue;
    }
    if (unseen.has(name)) continue;
    if (controls.has(name)) {
      const words = cellText(node);
      if (words !== '') left.push({ text: words, rule: 'page/control', line: lines.length + 1 });
      continue;
    }
    if (node === root) {
      endLine();
      rootFrom = lines.length + 1;
    }
    if (name === 'br') {
      text += '\n';
      continue;
    }
    if (name === 'img') {
      if (!isIcon(node) && rootFrom >= 0 && rootTo < 0) {
        endLine();
        lines.push({ kind: 'text', number: lines.length + 1, text: imagePlaceholder });
        letters += letterCount(imagePlaceholder);
        issues.push(importIssue('text/image', lines.length, node.getAttribute?.('alt') ?? ''));
      }
      continue;
    }
    if (name === 'table') {
      const rows = dataRows(node);
      if (rows) {
        endLine();
        if (isFieldTable(rows))
          for (const cells of rows)
            lines.push({ kind: 'text', number: lines.length + 1, text: cells.join(' | '), cells });
        else lines.push({ kind: 'table', number: lines.length + 1, rows });
        continue;
      }
    }
    if (!inline.has(name)) endLine();
    if (headings.test(name)) heading = true;
    steps.push({ node, leaves: true });
    for (const child of [...node.childNodes].reverse()) steps.push({ node: child, leaves: false });
  }
  endLine();
  return {
    letters,
    lines,
    left,
    issues,
    root: rootFrom < 0 ? null : { from: rootFrom, to: rootTo < 0 ? lines.length : rootTo },
  };
}
