import type { Issue } from '../../../archive/issue.ts';
import type { FootnoteReference } from '../../../archive/report-block.ts';
import { importIssue } from '../../lines/issue.ts';
import { compact, letterCount } from '../../lines/layout-space.ts';
import type { LeftPiece, ReadLine, TextLine } from '../../lines/reading.ts';

/** Stands in a line's text before each mark of a footnote while lines are made; no text holds this character. */
export const noteSign = '\ufdd0';

/** Marks of one page that are looked at; more are no footnotes. */
const mostMarks = 500;

/** A mark that may belong to a footnote, in the order of the page. */
export interface NoteMark {
  /** What stands there: `[1]`, `①`, `↩`. */
  readonly text: string;
  /** Names to which links may lead that lead here. */
  readonly names: ReadonlySet<string>;
  /** Name to which it leads; null for a mark that is no link. */
  readonly to: string | null;
}

/** What a link holds that leads to a footnote, or back from it. */
export const noteMark =
  /^(?:[[［【〔(（]?(?:注释?|脚注)?(?:\d{1,3}|[①-⑳]|[ivx]{1,5}|[*＊†‡])?[\]］】〕)）]?[.．、:：]?|[↩↑^⏎]\ufe0e?|返回)$/i;
/** What stands raised in the text and is a footnote's mark even without a link: never a mere figure (m²). */
export const bareMark = /^(?:[[［【〔(（]\d{1,3}[\]］】〕)）]|[①-⑳]|[[［【〔(（]?注\d{0,3}[\]］】〕)）]?)$/;

interface Placed extends NoteMark {
  /** Place of the line among all lines, and letters of the line before the mark. */
  readonly at: number;
  readonly letters: number;
  readonly isAtHead: boolean;
  readonly isAtEnd: boolean;
}

/** Marks with the places of their signs. */
function placedMarks(lines: readonly ReadLine[], marks: readonly NoteMark[]): Placed[] {
  const placed: Placed[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.kind !== 'text' || !line.text.includes(noteSign)) continue;
    const pieces = line.text.split(noteSign);
    const total = letterCount(pieces.join(''));
    let letters = 0;
    for (const piece of pieces.slice(0, -1)) {
      letters += letterCount(piece);
      const mark = marks[placed.length];
      if (!mark) break;
      const isAtEnd = letters + letterCount(mark.text) === total;
      placed.push({ ...mark, at, letters, isAtHead: letters === 0, isAtEnd });
    }
  }
  return placed;
}

const leads = (from: Placed, to: Placed): boolean => from.to !== null && to.names.has(from.to);

/** A reference and the mark at the head or the end of its note; a bare note has no mark of its own among the marks. */
interface Pair {
  readonly reference: Placed;
  readonly note: { readonly at: number; readonly letters: number; readonly text: string };
}

/** References and notes whose links lead to one another, one to one, the note further down. */
function linkedPairs(placed: readonly Placed[]): Pair[] {
  const taken = new Set<number>();
  return placed.flatMap((reference) => {
    if (reference.to === null || reference.isAtHead) return [];
    const notes = placed.filter((note) => note.at > reference.at && leads(reference, note) && leads(note, reference));
    const [note] = notes;
    if (!note || notes.length > 1 || taken.has(note.at) || !(note.isAtHead || note.isAtEnd)) return [];
    const isSole = placed.every((other) => other === note || other.at !== note.at);
    if (!isSole) return [];
    taken.add(note.at);
    return [{ reference, note }];
  });
}

/** Raised marks without links, where each has exactly one line further down, behind all of them, that begins with it. */
function barePairs(placed: readonly Placed[], lines: readonly ReadLine[]): Pair[] {
  const bare = placed.filter(({ to, isAtHead }) => to === null && !isAtHead);
  const last = bare.at(-1)?.at;
  if (last === undefined || new Set(bare.map(({ text }) => text)).size < bare.length) return [];
  const below = lines.flatMap((line, at) =>
    at > last && line.kind === 'text' ? [{ at, text: compact(line.text.replaceAll(noteSign, '')) }] : [],
  );
  const pairs = bare.flatMap((reference): Pair[] => {
    const notes = below.filter(({ text }) => text.startsWith(reference.text) && text.length > reference.text.length);
    const [note] = notes;
    return note && notes.length === 1 ? [{ reference, note: { at: note.at, letters: 0, text: reference.text } }] : [];
  });
  return pairs.length === bare.length && new Set(pairs.map(({ note }) => note.at)).size === pairs.length ? pairs : [];
}

/** A text without so many of its letters, from one on. */
function withoutLetters(text: string, from: number, count: number): string {
  let seen = 0;
  let kept = '';
  for (const character of text) {
    const isLetter = letterCount(character) > 0;
    if (!isLetter || seen < from || seen >= from + count) kept += character;
    if (isLetter) seen++;
  }
  return kept;
}

/** A mark that stands behind so many letters of a text, by its offset. */
function placedIn(
  text: string,
  { letters, label }: { readonly letters: number; readonly label: string },
): FootnoteReference {
  let offset = 0;
  let seen = 0;
  for (const character of text) {
    if (seen === letters) break;
    offset += character.length;
    seen += letterCount(character);
  }
  return { offset, label };
}

/**
 * Lines with their footnotes settled: where reference and note are certain, their marks leave the text (`left`) and
 * become `references` and `footnote`; where not, all stays as it stands, with one issue for all.
 */
export function settledNotes(
  lines: readonly ReadLine[],
  marks: readonly NoteMark[],
): { lines: ReadLine[]; left: LeftPiece[]; issues: Issue[] } {
  if (marks.length === 0) return { lines: [...lines], left: [], issues: [] };
  const placed = placedMarks(lines, marks);
  const found = placed.length > mostMarks ? [] : [...linkedPairs(placed), ...barePairs(placed, lines)];
  const pairs = found.sort((a, b) => a.reference.at - b.reference.at || a.reference.letters - b.reference.letters);
  const left: LeftPiece[] = [];
  const cuts = new Map<number, { from: number; text: string }[]>();
  const cut = (at: number, from: number, text: string): void => {
    cuts.set(at, [...(cuts.get(at) ?? []), { from, text }]);
    left.push({ text, rule: 'note/mark', line: lines[at]?.number ?? 0 });
  };
  const references = new Map<number, { readonly letters: number; readonly label: string }[]>();
  const footnotes = new Map<number, string>();
  for (const [index, { reference, note }] of pairs.entries()) {
    const label = String(index + 1);
    const own = references.get(reference.at) ?? [];
    const before = own.reduce((sum, _, at) => sum + letterCount(cuts.get(reference.at)?.[at]?.text ?? ''), 0);
    references.set(reference.at, [...own, { letters: reference.letters - before, label }]);
    cut(reference.at, reference.letters, reference.text);
    footnotes.set(note.at, label);
  }
  // A line's own references are cut before the mark of a note that it may be itself.
  for (const { note } of pairs) cut(note.at, note.letters, note.text);
  const settled = lines.map((line, at): ReadLine => {
    if (line.kind !== 'text') return line;
    let text = line.text.replaceAll(noteSign, '');
    for (const { from, text: mark } of [...(cuts.get(at) ?? [])].sort((a, b) => b.from - a.from))
      text = withoutLetters(text, from, letterCount(mark));
    const refers = references.get(at);
    const footnote = footnotes.get(at);
    const own: TextLine = {
      ...line,
      text,
      ...(refers ? { references: refers.map((one) => placedIn(text, one)) } : {}),
    };
    return footnote === undefined ? own : { ...own, footnote: { label: footnote } };
  });
  const used = new Set(pairs.flatMap(({ reference }) => reference));
  const names = new Set(placed.flatMap(({ names: own }) => [...own]));
  const open = placed.filter(
    (mark) => !used.has(mark) && !footnotes.has(mark.at) && !mark.isAtHead && (mark.to === null || names.has(mark.to)),
  );
  const shown = open.map(({ text }) => text).join(' ');
  const [first] = open;
  return {
    lines: settled,
    left,
    issues: first ? [importIssue('text/footnote', lines[first.at]?.number ?? null, shown)] : [],
  };
}
