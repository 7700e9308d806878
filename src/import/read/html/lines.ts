import type { Issue } from '../../../archive/issue.ts';
import { imagePlaceholder } from '../../lines/image-placeholder.ts';
import { importIssue } from '../../lines/issue.ts';
import { compact, letterCount } from '../../lines/layout-space.ts';
import { sentenceCount } from '../../lines/prose.ts';
import { type LeftPiece, type ReadLine, type TextLine, UnreadableInput } from '../../lines/reading.ts';
import type { RuleTally } from '../../lines/rule-tally.ts';
import { rejoinedLines } from '../text/rejoined-lines.ts';
import {
  attribute,
  childrenBackwards,
  controls,
  type HtmlNode,
  heldText,
  inline,
  isElement,
  unseen,
} from './elements.ts';
import { bareMark, type NoteMark, noteMark, noteSign, settledNotes } from './notes.ts';
import { isListOfLinks, type PageElement, type PageElements } from './page-elements.ts';
import { dataTable, isFieldTable, isIcon } from './tables.ts';

const headings = /^h[1-6]$/;
/** Lines of a page that are read at most. */
const mostLines = 10_000;
/** Letters of a mark that can be a footnote's, at most, and blocks above it that may bear its name. */
const longestMark = 6;
const blocksAbove = 2;

interface HtmlLines {
  /** Letters that the page holds for its readers, and the marks set for pictures. */
  readonly letters: number;
  readonly lines: readonly ReadLine[];
  readonly left: LeftPiece[];
  readonly issues: Issue[];
  /** First and last line number of the marked root; null where it was not met. */
  readonly root: { readonly from: number; readonly to: number } | null;
}

/** Names of an element to which a link can lead. */
const namesOf = (node: HtmlNode): string[] => [attribute(node, 'id'), attribute(node, 'name')].filter((n) => n !== '');

/** Whether a footnote's mark stands here, as a link within the page or raised without one; null where none does. */
function markAt(element: PageElement, { text }: PageElements): NoteMark | null {
  const { node, start, end } = element;
  const words = text.slice(start, end);
  if (words === '' || words.length > longestMark || !(node.localName === 'a' || node.localName === 'sup')) return null;
  const links: HtmlNode[] = [];
  const names = new Set(namesOf(node));
  const open = childrenBackwards(node);
  if (node.localName === 'a') links.push(node);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isElement(next)) continue;
    for (const name of namesOf(next)) names.add(name);
    if (next.localName === 'a') links.push(next);
    for (const child of childrenBackwards(next)) open.push(child);
  }
  const targets = links.map((link) => attribute(link, 'href')).filter((href) => href.startsWith('#') && href !== '#');
  if (targets.length > 1 || !(targets.length === 1 ? noteMark : bareMark).test(words)) return null;
  if (targets.length === 0 && node.localName === 'a') return null;
  let blocks = 0;
  for (let above = element.parent; above && blocks < blocksAbove; above = above.parent) {
    if (!inline.has(above.node.localName ?? '')) blocks++;
    for (const name of namesOf(above.node)) names.add(name);
  }
  const [target] = targets;
  return { text: words, names, to: target === undefined ? null : decodedName(target.slice(1)) };
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A list whose items the browser numbers, as an issue's words; null for one that holds no words or shows no numbers. */
function numberedList(node: HtmlNode): string | null {
  if (/list-style(?:-type)?\s*:[^;]*none/i.test(attribute(node, 'style'))) return null;
  const items = [...node.childNodes].filter(({ localName }) => localName === 'li');
  const first = items.map((item) => heldText(item).replace(/\s+/g, ' ').trim()).find((words) => words !== '');
  return first === undefined ? null : `${items.length} 项，首项“${first.slice(0, 40)}”`;
}

/**
 * The text of a page as lines, block by block, in one pass without recursion: what is hidden, pressed or filled in is
 * left out by rule, tables of data stay tables, pictures leave a placeholder and an issue, footnotes that are certain
 * become such, and what was cut at a width within the root is rejoined. Numbers begin at 1.
 */
export function htmlLines(
  page: HtmlNode,
  elements: PageElements,
  root: PageElement | null,
  tally: RuleTally,
): HtmlLines {
  const lines: ReadLine[] = [];
  const left: LeftPiece[] = [];
  const issues: Issue[] = [];
  /** The beginning of what is not shown, by the line that it stands before; one doubt each. */
  const hidden = new Map<number, string>();
  const held = heldText(page);
  let letters = letterCount(held);
  const mayNote = root !== null && !held.includes(noteSign);
  const of = new Map(elements.list.map((element) => [element.node, element]));
  const aboveRoot = new Set<HtmlNode>();
  for (let above = root; above; above = above.parent) aboveRoot.add(above.node);
  const marks: NoteMark[] = [];
  const numbered: { readonly line: number; readonly words: string; readonly marks: number }[] = [];
  /** Lines that do not go on with the line before them. */
  const breaks = new Set<number>();
  const blocks: number[] = [0];
  let elementCount = 0;
  let listed = 0;
  /** Elements open that show their text's own lines. */
  let kept = 0;
  let text = '';
  let heading = false;
  let rootFrom = -1;
  let rootTo = -1;
  const isInRoot = (): boolean => rootFrom >= 0 && rootTo < 0;
  const number = (): number => lines.length + 1;
  const place = (): Pick<TextLine, 'element' | 'around' | 'isListed'> => ({
    element: blocks.at(-1) ?? 0,
    around: blocks.at(-2) ?? 0,
    ...(listed > 0 ? { isListed: true } : {}),
  });
  const endLine = (): void => {
    if (text !== '') {
      breaks.add(number());
      for (const part of text.split('\n')) {
        const plain = part.replace(/[ \t\r\f]+/g, ' ').replace(/^ | $/g, '');
        if (plain.trim() === '') breaks.add(number());
        else lines.push({ kind: 'text', number: number(), text: plain, isMarkedHeading: heading, ...place() });
      }
      if (lines.length > mostLines) {
        const message = `网页有 ${mostLines} 行以上文字`;
        throw new UnreadableInput('input/too-large', message, '这不像一篇文章；只保存正文后再导入');
      }
    }
    text = '';
    heading = false;
    breaks.add(number());
  };
  type Step = { readonly node: HtmlNode; readonly leaves: boolean; readonly isListed: boolean };
  const steps: Step[] = [{ node: page, leaves: false, isListed: false }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { node, leaves } = step;
    if (node.nodeType === 3) {
      text += kept > 0 ? keptLines(node.textContent ?? '') : writtenLines(node.textContent ?? '');
      continue;
    }
    const name = node.localName ?? '';
    if (!isElement(node) && node !== page) continue;
    if (leaves) {
      if (!inline.has(name)) {
        endLine();
        blocks.pop();
      }
      if (step.isListed) listed--;
      if (keepsLines(node)) kept--;
      if (node === root?.node) rootTo = lines.length;
      continue;
    }
    if (unseen.has(name)) continue;
    if (controls.has(name)) {
      const words = heldText(node);
      if (compact(words) !== '') left.push({ text: words, rule: 'page/control', line: number() });
      continue;
    }
    if (elements.hidden.has(node)) {
      const words = heldText(node);
      if (compact(words) === '') continue;
      left.push({ text: words, rule: 'page/hidden', line: number() });
      if ((root === null || isInRoot()) && sentenceCount(words) > 0)
        hidden.set(number(), `${hidden.get(number()) ?? ''} ${words.slice(0, 200)}`.slice(0, 400));
      continue;
    }
    if (node === root?.node) {
      endLine();
      rootFrom = number();
    }
    if (name === 'br') {
      text += '\n';
      continue;
    }
    if (name === 'img') {
      if (!isIcon(node) && isInRoot()) {
        endLine();
        lines.push({ kind: 'text', number: number(), text: imagePlaceholder, ...place() });
        letters += letterCount(imagePlaceholder);
        issues.push(importIssue('text/image', lines.length, attribute(node, 'alt')));
      }
      continue;
    }
    const table = name === 'table' ? dataTable(node) : null;
    if (table) {
      endLine();
      if (table.caption !== null) lines.push({ kind: 'text', number: number(), text: table.caption, ...place() });
      for (const piece of table.left) left.push({ ...piece, line: number() });
      letters += table.pictures.length * letterCount(imagePlaceholder);
      for (const words of table.pictures) issues.push(importIssue('text/image', number(), words));
      if (isFieldTable(table.rows))
        for (const cells of table.rows)
          lines.push({ kind: 'text', number: number(), text: cells.join(' | '), cells, ...place() });
      else lines.push({ kind: 'table', number: number(), rows: table.rows });
      continue;
    }
    const element = of.get(node);
    if (mayNote && isInRoot() && element && !(name === 'a' && markHolder(element))) {
      const mark = markAt(element, elements);
      if (mark) {
        text += noteSign;
        marks.push(mark);
      }
    }
    const isList = element !== undefined && !aboveRoot.has(node) && isListOfLinks(element);
    if (!inline.has(name)) {
      endLine();
      elementCount++;
      blocks.push(elementCount);
    }
    if (name === 'ol' && isInRoot() && !isList && listed === 0) {
      const words = numberedList(node);
      if (words !== null) numbered.push({ line: number(), words, marks: marks.length });
    }
    if (isList) listed++;
    if (keepsLines(node)) kept++;
    if (headings.test(name)) heading = true;
    steps.push({ node, leaves: true, isListed: isList });
    for (const child of childrenBackwards(node)) steps.push({ node: child, leaves: false, isListed: false });
  }
  endLine();
  for (const [line, words] of hidden) issues.push(importIssue('text/hidden', line, words.replace(/\s+/g, ' ')));
  const range = rootFrom < 0 ? null : { from: rootFrom, to: rootTo < 0 ? lines.length : rootTo };
  const rejoined = range ? rejoinedRoot(lines, range, breaks, tally) : { lines, issues: [] };
  const notes = settledNotes(rejoined.lines, marks);
  const footnotes = new Set(notes.lines.flatMap((line) => (line.kind === 'text' && line.footnote ? line.number : [])));
  for (const { line, words } of numbered)
    if (!footnotes.has(line)) issues.push(importIssue('text/list-numbers', line, words));
  return {
    letters,
    lines: notes.lines,
    left: [...left, ...notes.left],
    issues: [...issues, ...rejoined.issues, ...notes.issues],
    root: range,
  };
}

const keepsLines = (node: HtmlNode): boolean =>
  node.localName === 'pre' || /white-space\s*:\s*(?:pre|break-spaces)/i.test(attribute(node, 'style'));
const keptLines = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ');
/** Text whose line ends are spaces, but where a paragraph's indent of wide spaces follows: that is shown by a style elsewhere. */
const writtenLines = (text: string): string =>
  text.replace(/[\n\r][ \t\n\r]*(?=\u3000\u3000\S)/g, '\n').replace(/[\r\t]+|\n(?!\u3000\u3000)/g, ' ');

/** Whether a raised element around a link is the mark, so that the link is not one by itself. */
function markHolder({ parent, start, end }: PageElement): boolean {
  return parent !== null && parent.node.localName === 'sup' && parent.end - parent.start - (end - start) <= 2;
}

/** Lines of the root that a program cut at a width, joined again; lines of different elements never go on. */
function rejoinedRoot(
  lines: readonly ReadLine[],
  { from, to }: { readonly from: number; readonly to: number },
  breaks: ReadonlySet<number>,
  tally: RuleTally,
): { lines: readonly ReadLine[]; issues: Issue[] } {
  const own = lines.slice(from - 1, to).flatMap((line): TextLine[] => {
    if (line.kind !== 'text') return [{ kind: 'text', number: 0, text: '' }];
    const isParted = breaks.has(line.number);
    return isParted ? [{ kind: 'text', number: 0, text: '' }, line] : [line];
  });
  const found = rejoinedLines(own, tally);
  if (found.issues.length === 0) return { lines, issues: [] };
  const kept = new Map(found.lines.map((line) => [line.number, line]));
  return {
    lines: lines.flatMap((line) => {
      if (line.kind !== 'text' || line.number < from || line.number > to) return [line];
      return kept.get(line.number) ?? [];
    }),
    issues: found.issues,
  };
}
