import type { Issue } from '../../../archive/issue.ts';
import { headingMarker } from '../../lines/heading-marker.ts';
import { importIssue } from '../../lines/issue.ts';
import { compact } from '../../lines/layout-space.ts';
import type { TextLine } from '../../lines/reading.ts';
import type { RuleTally } from '../../lines/rule-tally.ts';
import { isReportTitle } from '../../lines/title-line.ts';
import { closesSentence, isFull, type LineWidth, lineWidth } from './line-width.ts';
import { raggedShape } from './ragged-lines.ts';

/** How a text shows where its paragraphs begin: by an indent, by a blank line, or not at all. */
type ParagraphSign = 'indent' | 'blank' | 'none';

const indentOf = (line: string): number => line.length - line.trimStart().length;
const isBlank = (line: string | undefined): boolean => line === undefined || compact(line) === '';

/** A line that begins with the number of a heading; 一是 may also stand within a paragraph. */
const beginsHeading = (line: string): boolean => {
  const marker = headingMarker(line.trim());
  return marker !== null && marker.kind !== 'is';
};

/** The sign that most paragraphs have which begin behind a line that is not full. */
function paragraphSign(lines: readonly string[], cut: LineWidth, indent: number): ParagraphSign {
  const starts = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const isProse = !isBlank(line) && !beginsHeading(line) && compact(line).length >= 15;
    const isStart = before !== undefined && (isBlank(before) || !isFull(before, line, cut));
    return isProse && isStart ? [at] : [];
  });
  const share = (has: (at: number) => boolean): number => starts.filter(has).length / Math.max(1, starts.length);
  if (share((at) => indentOf(lines[at] ?? '') > indent) >= 0.7) return 'indent';
  return share((at) => isBlank(lines[at - 1])) >= 0.7 ? 'blank' : 'none';
}

/** The indent that most lines have which follow a full line that breaks off in mid-sentence. */
function usualIndent(lines: readonly string[], cut: LineWidth): number {
  const counts = new Map<number, number>();
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1] ?? '';
    if (isBlank(line) || isBlank(next) || closesSentence(line) || !isFull(line, next, cut)) continue;
    counts.set(indentOf(next), (counts.get(indentOf(next)) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** Characters of a line that goes on where lines end anywhere, at least: menus and labels are shorter. */
const leastRagged = 18;

/** Characters of a paragraph joined so far that are looked at; the longest title and heading are far shorter. */
const headLength = 2_000;

interface Shape {
  /** Null where lines end anywhere, and only the sign tells paragraphs. */
  readonly cut: LineWidth | null;
  readonly sign: ParagraphSign;
  /** The indent that continuing lines have. */
  readonly indent: number;
}

type Joint = 'joined' | 'parted' | 'doubtful';

/** Whether the next line goes on with what was joined so far (`whole`: at least the head of it); `isSigned`: that bears the sign of a paragraph's start. */
function joint(whole: string, line: string, next: string, shape: Shape, isSigned: boolean): Joint {
  const { cut, sign, indent } = shape;
  if (isBlank(line) || isBlank(next) || indentOf(next) > indent) return 'parted';
  if (cut === null ? compact(line).length < leastRagged : !isFull(line, next, cut)) return 'parted';
  if (isReportTitle(compact(whole))) return 'parted';
  const closes = closesSentence(line);
  if (beginsHeading(next)) return closes ? 'parted' : 'doubtful';
  // A heading may happen to be as long as a line.
  if (beginsHeading(whole) && !/。/.test(whole)) return isSigned ? 'joined' : 'doubtful';
  if (!/[，。；,;]/.test(whole + next)) return 'parted';
  if (sign !== 'none') return 'joined';
  // Without a sign a full line may happen to be a paragraph's last.
  return closes || !/[，。；,;]/.test(whole) ? 'doubtful' : 'joined';
}

/** How a text's lines are cut; null where it is not certain that they are. */
function shapeOf(texts: readonly string[]): Shape | null {
  const cut = lineWidth(texts);
  if (cut === null) {
    const ragged = raggedShape(texts);
    return ragged && { cut, ...ragged };
  }
  const indent = usualIndent(texts, cut);
  return { cut, indent, sign: paragraphSign(texts, cut, indent) };
}

/**
 * Lines of a plain text that a program cut at a fixed width, joined into paragraphs again where that is certain: see
 * `lineWidth`. Letters stay as they are. Each joint is counted (`line/joined`); that a text was joined is an issue
 * (`text/rejoined`), and so is each place where it is not certain (`text/wrap-doubtful`), which stays as it is.
 */
export function rejoinedLines(lines: readonly TextLine[], tally: RuleTally): { lines: TextLine[]; issues: Issue[] } {
  const texts = lines.map(({ text }) => text);
  const shape = shapeOf(texts);
  if (shape === null) return { lines: [...lines], issues: [] };
  const { cut, indent } = shape;
  const isSigned = (at: number): boolean =>
    shape.sign === 'indent' ? indentOf(texts[at] ?? '') > indent : shape.sign === 'blank' && isBlank(texts[at - 1]);
  const joined: { readonly first: TextLine; readonly at: number; head: string; pieces: string[]; last: number }[] = [];
  const doubtful: Issue[] = [];
  let count = 0;
  for (const [at, line] of lines.entries()) {
    const whole = joined.at(-1);
    const before = texts[at - 1];
    const how =
      whole && before !== undefined ? joint(whole.head, before, line.text, shape, isSigned(whole.at)) : 'parted';
    if (how === 'joined' && whole) {
      const end = whole.pieces.at(-1)?.trimEnd() ?? '';
      const isWordEdge = /[A-Za-z0-9]$/.test(end) && /^[A-Za-z0-9]/.test(line.text.trimStart());
      const piece = (cut?.keepsWords !== false && isWordEdge ? ' ' : '') + line.text.trimStart();
      whole.pieces[whole.pieces.length - 1] = end;
      whole.pieces.push(piece);
      if (whole.head.length < headLength) whole.head = whole.head.trimEnd() + piece;
      whole.last = line.number;
      count++;
    } else {
      joined.push({ first: line, at, head: line.text, pieces: [line.text], last: line.number });
      if (how === 'doubtful') doubtful.push(importIssue('text/wrap-doubtful', line.number, line.text));
    }
  }
  if (count === 0) return { lines: [...lines], issues: [] };
  tally.add('line/joined', count);
  const whole = joined.map(({ first, pieces, last }) =>
    pieces.length === 1 ? first : { ...first, text: pieces.join(''), lastNumber: last },
  );
  return { lines: whole, issues: [importIssue('text/rejoined', null, `${count} 处`), ...doubtful] };
}
