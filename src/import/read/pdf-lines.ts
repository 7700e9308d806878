import { headingMarker } from '../lines/heading-marker.ts';
import type { LeftPiece, ReadLine, TextLine } from '../lines/reading.ts';
import type { RuleTally } from '../lines/rule-tally.ts';

/** A run of characters on a page: its place from the page's lower left corner, its width, its letters' size, in points. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A printed line of a page. */
interface PrintedLine {
  readonly page: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly text: string;
}

const pageNumber = /^[-—–－一·.\s]*(?:第\s*)?\d{1,3}\s*(?:页)?(?:\s*[/／共]\s*(?:共\s*)?\d{1,3}\s*页?)?[-—–－一·.\s]*$/;

/** Runs of one height are one printed line, left to right; a gap wider than a letter becomes a space. */
function printedLines(runs: readonly PdfRun[], page: number): PrintedLine[] {
  const rows: PdfRun[][] = [];
  for (const run of [...runs].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - run.y) < Math.max(2, 0.4 * Math.max(first.size, run.size))) row.push(run);
    else rows.push([run]);
  }
  return rows.flatMap((row) => {
    const ordered = [...row].sort((a, b) => a.x - b.x);
    let text = '';
    let end = Number.NEGATIVE_INFINITY;
    for (const run of ordered) {
      if (text !== '' && run.x - end > run.size * 0.9 && !/\s$/.test(text)) text += ' ';
      text += run.text;
      end = run.x + run.width;
    }
    const [first] = ordered.filter((run) => run.text.trim() !== '');
    if (!first) return [];
    const size = Math.max(...ordered.map((run) => run.size));
    return [{ page, y: first.y, left: first.x, right: end, size, text: text.trim() }];
  });
}

/** Whether a line that stands at the margin is a heading all the same: numbered, behind a sentence that is closed. */
function beginsHeading(before: string, line: string): boolean {
  const marker = headingMarker(line);
  return marker !== null && marker.kind !== 'is' && /[。！？；][”’）》)]*$/.test(before);
}

/** Chinese beside a word, a figure or an ASCII mark, where programs set a space of their own. */
const setSpace =
  /(?<=[\p{Script=Han}，。；：、！？“”‘’（）《》〈〉]) (?=[A-Za-z0-9,.;:!?()%，。；：、！？])|(?<=[A-Za-z0-9%‰℃,.;:!?()]) (?=[\p{Script=Han}，。；：、！？“”‘’（）《》〈〉])/gu;

/** The most usual of some measures, in whole points. */
function usual(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** Heads and feet that run over pages: the same words, but for figures, at the top or bottom of half the pages. */
function runningHeads(pages: readonly (readonly PrintedLine[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edges = new Set([lines[0], lines.at(-1)].flatMap((line) => (line ? [line.text.replace(/\d+/g, '#')] : [])));
    for (const text of edges) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3 && count > pages.length / 2).map(([text]) => text));
}

/**
 * Printed lines joined into paragraphs. A line goes on with the next when it reaches the right margin and the next
 * begins at the left one; an indented or a centred line begins a paragraph. Page numbers and running heads go; each
 * rule is counted: `page/number`, `page/running-head`, `line/joined`; `space/set` where a single space between Chinese
 * and a word, figure or ASCII mark goes, which programs set there themselves.
 */
export function pdfLines(
  pages: readonly (readonly PdfRun[])[],
  tally: RuleTally,
): { lines: ReadLine[]; left: LeftPiece[] } {
  const printed = pages.map((runs, page) => printedLines(runs, page));
  const heads = runningHeads(printed);
  const out: { readonly page: number; readonly text: string; readonly rule: string }[] = [];
  const kept = printed.flatMap((lines) =>
    lines.filter((line, at) => {
      const isEdge = at === 0 || at === lines.length - 1;
      const isNumber = isEdge && pageNumber.test(line.text);
      if (!isNumber && !(isEdge && heads.has(line.text.replace(/\d+/g, '#')))) return true;
      const rule = isNumber ? 'page/number' : 'page/running-head';
      tally.add(rule);
      out.push({ page: line.page, text: line.text, rule });
      return false;
    }),
  );
  const long = kept.filter(({ text }) => text.length >= 15);
  const size = usual(long.map((line) => line.size)) || 12;
  const margin = Math.min(...long.map((line) => line.left), Number.POSITIVE_INFINITY);
  const right = usual(long.map((line) => line.right));
  const lines: TextLine[] = [];
  /** The first line of each page. */
  const firstOfPage = new Map<number, number>();
  let before: PrintedLine | null = null;
  for (const line of kept) {
    const isIndented = line.left > margin + 1.2 * size;
    const reachesEnd = before !== null && before.right > right - 1.6 * size;
    const isSameSize = before !== null && Math.abs(before.size - line.size) < 1.5;
    const last = lines.at(-1);
    if (last && reachesEnd && !isIndented && isSameSize && !beginsHeading(last.text, line.text)) {
      const gap = /[A-Za-z]$/.test(last.text) && /^[A-Za-z]/.test(line.text) ? ' ' : '';
      lines[lines.length - 1] = { ...last, text: last.text + gap + line.text };
      tally.add('line/joined');
    } else lines.push({ kind: 'text', number: lines.length + 1, text: line.text });
    if (!firstOfPage.has(line.page)) firstOfPage.set(line.page, lines.length);
    before = line;
  }
  const left = out.map(({ page, text, rule }) => ({ text, rule, line: firstOfPage.get(page) ?? lines.length }));
  const set = lines.map((line) => ({
    ...line,
    text: line.text.replace(setSpace, () => {
      tally.add('space/set');
      return '';
    }),
  }));
  return { lines: set, left };
}
