import type { Issue } from '../archive/issue.ts';
import { type HeadingEnd, headingEnd } from './heading-end.ts';
import { type HeadingMarker, headingMarker, type MarkerKind, markerKinds } from './heading-marker.ts';
import { importIssue } from './import-issue.ts';

/** A cleaned line of the text: `raw` is as long as `text`, but with the punctuation of the capture. */
export interface BodyLine {
  readonly number: number;
  readonly text: string;
  readonly raw: string;
  readonly isMarkedHeading: boolean;
}

/** A heading of the outline. `text` is as it stands in the input, `end` its length; the line's index in the body. */
export interface OutlineHeading {
  readonly index: number;
  readonly line: number;
  readonly depth: number;
  readonly text: string;
  /** The same with punctuation restored. */
  readonly restored: string;
  readonly end: number;
  readonly runsIn: boolean;
  readonly marker: HeadingMarker | null;
}

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
  const marked = lines.flatMap((line, index) => {
    const marker = headingMarker(line.text);
    if (!marker || isListItem(lines, index) || runsOn(line.text, marker)) return [];
    const end = headingEnd(line.text, marker.text.length, false);
    return [{ line, index, marker, end: isBareItem(lines, index, marker, end) ? ({ kind: 'none' } as const) : end }];
  });
  const sureKinds = new Set(marked.filter(({ end }) => isHeading(end)).map(({ marker }) => marker.kind));
  return marked.map((one) => {
    if (!sureKinds.has(one.marker.kind)) return one;
    const expected = headingEnd(one.line.text, one.marker.text.length, hasSureSibling(marked, one));
    return isHeading(expected) && !isBareItem(lines, one.index, one.marker, expected) ? { ...one, end: expected } : one;
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
    const isMarked = line.isMarkedHeading && line.text.length <= 60;
    const isShort = line.text.length >= 4 && line.text.length <= 36 && next.length > 30;
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

/** Numbers that are lost, skipped or repeated in a run of siblings, as issues with the number the sequence expects. */
function sequenceIssues(headings: readonly OutlineHeading[]): Issue[] {
  const issues: Issue[] = [];
  const last = new Map<number, number>();
  for (const { depth, marker, line, text } of headings) {
    for (const deeper of [...last.keys()]) if (deeper > depth) last.delete(deeper);
    if (!marker) continue;
    const expected = (last.get(depth) ?? 0) + 1;
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
  const stack: MarkerKind[] = [];
  const headings = marked.map(({ line, index, marker, end }) => {
    while (stack.length > 0 && rank(stack.at(-1) ?? 'part') >= rank(marker.kind)) stack.pop();
    stack.push(marker.kind);
    const length = end.kind === 'none' ? marker.text.length : end.end;
    if (end.kind === 'stop-lost')
      issues.push(importIssue('damage/heading-stop-lost', line.number, line.text.slice(0, 40)));
    return heading(line, index, length, stack.length, end.kind !== 'whole', marker);
  });
  return { headings, issues: [...issues, ...sequenceIssues(headings)] };
}
