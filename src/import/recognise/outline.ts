import type { Issue } from '../../archive/issue.ts';
import type { BodyLine, OutlineHeading } from '../lines/body-line.ts';
import { type HeadingMarker, headingMarker, type MarkerKind, markerKinds } from '../lines/heading-marker.ts';
import { importIssue } from '../lines/issue.ts';
import { type HeadingEnd, headingEnd } from './heading-end.ts';

interface Marked {
  readonly line: BodyLine;
  readonly index: number;
  readonly marker: HeadingMarker;
  readonly end: HeadingEnd;
}

const isHeading = (end: HeadingEnd): boolean => end.kind !== 'none';

/** A list whose items end in ； or that follow a colon one by one is text, not headings. */
function isListItem(lines: readonly BodyLine[], index: number): boolean {
  const line = lines[index]?.text ?? '';
  return /；$/.test(line) || (/；$/.test(lines[index - 1]?.text ?? '') && headingMarker(line)?.kind !== 'chapter');
}

/** `一是…。` and `1.…。` as whole short sentences are items unless something stands below them. */
function isBareItem(lines: readonly BodyLine[], index: number, marker: HeadingMarker, end: HeadingEnd): boolean {
  if (end.kind !== 'whole' || marker.kind === 'part' || marker.kind === 'chapter') return false;
  const line = lines[index]?.text ?? '';
  const next = lines[index + 1]?.text;
  const nextMarker = next === undefined ? null : headingMarker(next);
  const closes = /。$/.test(line);
  const hasNothingBelow = next === undefined || (nextMarker !== null && rank(nextMarker.kind) <= rank(marker.kind));
  return closes && hasNothingBelow && marker.kind !== 'bracketed';
}

/** 一是……。二是……。 in one paragraph is a run of sentences, not a heading at its head. */
function runsOn(line: string, { kind, number }: HeadingMarker): boolean {
  if (kind !== 'is' || number === null) return false;
  const next = '一二三四五六七八九十'.charAt(number);
  return next !== '' && new RegExp(`[。；，]${next}(?:是|要|方面)`).test(line);
}

const rank = (kind: MarkerKind): number => markerKinds.indexOf(kind);

function markedLines(lines: readonly BodyLine[]): Marked[] {
  const marked: Marked[] = [];
  const bareItems = new Set<number>();
  for (const [index, line] of lines.entries()) {
    const marker = headingMarker(line.text);
    if (!marker || line.isNote || isListItem(lines, index) || runsOn(line.text, marker)) continue;
    const end = headingEnd(line.text, marker.text.length, false);
    // The last of a run of bare items is one too, whatever stands below it.
    const before = marked.at(-1);
    const closesRun =
      before?.index === index - 1 &&
      bareItems.has(before.index) &&
      before.marker.kind === marker.kind &&
      before.marker.number === (marker.number ?? 0) - 1 &&
      end.kind === 'whole' &&
      /。$/.test(line.text);
    const isBare = closesRun || isBareItem(lines, index, marker, end);
    if (isBare) bareItems.add(index);
    marked.push({ line, index, marker, end: isBare ? { kind: 'none' } : end });
  }
  const sureKinds = new Set(marked.filter(({ end }) => isHeading(end)).map(({ marker }) => marker.kind));
  return marked.map((one) => {
    if (!sureKinds.has(one.marker.kind)) return one;
    const expected = headingEnd(one.line.text, one.marker.text.length, hasSureSibling(marked, one));
    const isBare = bareItems.has(one.index) || isBareItem(lines, one.index, one.marker, expected);
    return isHeading(expected) && !isBare ? { ...one, end: expected } : one;
  });
}

/** Whether the line before or after it of the same kind, with no higher one between, is surely a heading. */
function hasSureSibling(marked: readonly Marked[], one: Marked): boolean {
  const at = marked.indexOf(one);
  for (const step of [-1, 1]) {
    for (let next = at + step; next >= 0 && next < marked.length; next += step) {
      const other = marked[next];
      if (!other || rank(other.marker.kind) < rank(one.marker.kind)) break;
      if (other.marker.kind === one.marker.kind && isHeading(other.end)) return true;
    }
  }
  return false;
}

/** Headings without a number, where a text has no numbering at all: short lines that close no sentence. */
function unnumbered(lines: readonly BodyLine[]): OutlineHeading[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1]?.text ?? '';
    if (line.isNote) return [];
    const isMarked = line.isMarkedHeading && line.text.length <= 60;
    const hasTextBelow = next.length > 30 || headingMarker(next) !== null;
    const isShort = line.text.length >= 4 && line.text.length <= 36 && hasTextBelow;
    const isSentence = /[。；]|[，：！？、]$/.test(line.text);
    if (!(isMarked || isShort) || isSentence || !/\p{Script=Han}/u.test(line.text)) return [];
    return [heading(line, index, line.text.length, 1, false, null)];
  });
}

function heading(
  line: BodyLine,
  index: number,
  end: number,
  depth: number,
  runsIn: boolean,
  marker: HeadingMarker | null,
): OutlineHeading {
  return {
    index,
    line: line.number,
    depth,
    text: line.raw.slice(0, end),
    restored: line.text.slice(0, end),
    end,
    runsIn,
    marker,
  };
}

/** Words of the parts that the rules name; headings without numbers hold some of them. */
const partWords = /成效|举措|不足|问题|第一责任人|安排|打算|下一步/;
/** As many headings without a number must stand above numbered ones before they count. */
const leastUnnumbered = 3;

/**
 * Headings without a number above others that have one, where no 一、 stands in the whole text: short lines that close
 * no sentence, several of them, some in the rules' own words.
 */
function unnumberedAbove(lines: readonly BodyLine[], marked: readonly Marked[]): OutlineHeading[] {
  if (marked.some(({ marker }) => rank(marker.kind) <= rank('chapter'))) return [];
  const numbered = new Set(marked.map(({ index }) => index));
  const found = unnumbered(lines).filter(({ index }) => !numbered.has(index));
  const told = found.filter(({ text }) => partWords.test(text));
  return found.length >= leastUnnumbered && told.length >= 2 ? found : [];
}

/** Whether the item before this one stands within a paragraph above: 一是……。二是……。 and then 三是 at a line's head. */
function isToldAbove(lines: readonly BodyLine[], index: number, number: number): boolean {
  const before = '一二三四五六七八九十'.charAt(number - 2);
  const above = lines.slice(Math.max(0, index - 3), index).map(({ text }) => text);
  return before !== '' && above.some((text) => new RegExp(`[。；，：]${before}(?:是|要|方面)`).test(text));
}

/** Numbers that are lost, skipped or repeated in a run of siblings, as issues with the number the sequence expects. */
function sequenceIssues(headings: readonly OutlineHeading[], lines: readonly BodyLine[]): Issue[] {
  const issues: Issue[] = [];
  const last = new Map<number, number>();
  const kinds = new Map<number, MarkerKind>();
  for (const { depth, marker, line, text, index } of headings) {
    for (const deeper of [...last.keys()]) if (deeper > depth) last.delete(deeper);
    if (!marker) continue;
    // Another numbering at the same depth begins anew.
    if (kinds.get(depth) !== marker.kind) last.delete(depth);
    kinds.set(depth, marker.kind);
    const isTold = marker.kind === 'is' && marker.number !== null && isToldAbove(lines, index, marker.number);
    const expected = isTold ? (marker.number ?? 1) : (last.get(depth) ?? 0) + 1;
    if (marker.isDamaged)
      issues.push(importIssue('damage/marker-lost', line, `${text.slice(0, 12)}(按次序应为第 ${expected} 项)`));
    else if (marker.number !== null && marker.number !== expected) {
      const code = marker.number < expected ? 'outline/number-repeated' : 'outline/number-skipped';
      issues.push(importIssue(code, line, `${text.slice(0, 12)}(按次序应为第 ${expected} 项)`));
    }
    last.set(depth, marker.number ?? expected);
  }
  return issues;
}

/**
 * The headings of a text, in order, with depth by the document's own order of numberings: the highest that occurs is
 * 1, each lower kind stands one below the nearest higher one above it. What is enumeration stays text.
 */
export function outline(lines: readonly BodyLine[]): { headings: OutlineHeading[]; issues: Issue[] } {
  const marked = markedLines(lines).filter(({ end }) => isHeading(end));
  const issues: Issue[] = [];
  if (marked.length === 0) return { headings: unnumbered(lines), issues };
  const above = unnumberedAbove(lines, marked);
  const own = above.length > 0 ? 1 : 0;
  let top = -1;
  const stack: MarkerKind[] = [];
  const numbered = marked.map(({ line, index, marker, end }) => {
    // Below another heading without a number, numbering begins anew.
    const under = above.findLast((heading) => heading.index < index)?.index ?? -1;
    if (under !== top) stack.length = 0;
    top = under;
    while (stack.length > 0 && rank(stack.at(-1) ?? 'part') >= rank(marker.kind)) stack.pop();
    stack.push(marker.kind);
    const length = end.kind === 'none' ? marker.text.length : end.end;
    if (end.kind === 'stop-lost')
      issues.push(importIssue('damage/heading-stop-lost', line.number, line.text.slice(0, 40)));
    return heading(line, index, length, stack.length + own, end.kind !== 'whole', marker);
  });
  const headings = [...above, ...numbered].sort((a, b) => a.index - b.index);
  return { headings, issues: [...issues, ...sequenceIssues(headings, lines)] };
}
