import { headingMarker } from '../../lines/heading-marker.ts';
import { importIssue } from '../../lines/issue.ts';
import { compact } from '../../lines/layout-space.ts';
import type { LeftPiece, Reading, ReadLine } from '../../lines/reading.ts';
import type { RuleTally } from '../../lines/rule-tally.ts';
import { isDeliveryLead, isDeliveryLine, isIssuerLine, isReportTitle } from '../../lines/title-line.ts';
import { isWidgetLine } from '../../lines/widgets.ts';
import { type LaidLine, type LaidTable, pdfLayout } from './layout.ts';
import { noteMark, type RaisedMark, type SettledParagraph, settledNotes } from './notes.ts';
import type { PdfPage } from './page.ts';
import { type PrintedLine, usual } from './rows.ts';

/** How the text of a column is set over all pages: where its lines begin and end, their letters, their distance. */
interface Setting {
  readonly margin: number;
  readonly right: number;
  readonly size: number;
  readonly font: string;
  readonly leading: number;
  readonly isIndented: boolean;
}

const settingKey = ({ column, pageWidth }: LaidLine): string => `${column} ${pageWidth}`;

/** Long lines that tell how a column is set, at least. */
const fewLong = 3;

/** Where most lines end; where as many end elsewhere, farther to the right: short paragraphs end anywhere before. */
function usualRight(rights: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const right of rights) counts.set(Math.round(right), (counts.get(Math.round(right)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Lines that break off in mid-sentence, at least, before they tell how paragraphs begin; and the share that must agree. */
const leastBroken = 8;
const leastAgreeing = 0.95;

/**
 * Whether a column's paragraphs all begin with an indent: what follows a line that breaks off in mid-sentence stands at
 * the margin, and what is indented follows a line that closes one, or a heading.
 */
function isIndented(own: readonly LaidLine[], margin: number): boolean {
  const pairs = own.flatMap(({ line }, at) => {
    const before = own[at - 1]?.line;
    return before && before.text.length >= 15 && line.text.length >= 2 ? [{ before: before.text, line }] : [];
  });
  const isAtMargin = ({ left, size }: PrintedLine): boolean => left < margin + 0.6 * size;
  const broken = pairs.filter(({ before }) => /[，。；、]/.test(before) && !closes.test(before));
  const set = pairs.filter(({ line }) => line.left > margin + 1.2 * line.size && line.left < margin + 2.6 * line.size);
  const ended = set.filter(({ before }) => closes.test(before) || headingMarker(before) !== null);
  return (
    broken.length >= leastBroken &&
    set.length >= 3 &&
    broken.filter(({ line }) => isAtMargin(line)).length >= leastAgreeing * broken.length &&
    ended.length >= leastAgreeing * set.length
  );
}

/** How a column is set, from its long lines; where it has few, from those of all columns. */
function settingOf(own: readonly LaidLine[], all: readonly LaidLine[]): Setting {
  const isLong = ({ line, column }: LaidLine): boolean => line.text.length >= (column === 0 ? 15 : 8);
  const isEnough = own.filter(isLong).length >= fewLong;
  const long = isEnough ? own.filter(isLong) : all.filter(isLong);
  const size = usual(long.map(({ line }) => line.size)) || 12;
  // A title in large letters may begin left of all else.
  const lefts = long.flatMap(({ line }) => (Math.abs(line.size - size) < 1.5 ? line.left : []));
  const margin = Math.min(...lefts, Number.POSITIVE_INFINITY);
  const fonts = Map.groupBy(
    long.map(({ line }) => line.font),
    (font) => font,
  );
  const distances = own.flatMap(({ line }, at) => {
    const before = own[at - 1]?.line;
    return before && before.page === line.page && line.y > before.y ? [line.y - before.y] : [];
  });
  return {
    margin,
    right: isEnough
      ? usualRight(long.map(({ line }) => line.right))
      : Math.max(...long.map(({ line }) => line.right), 0),
    size,
    font: [...fonts].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? '',
    leading: usual(distances),
    isIndented: isIndented(own, margin),
  };
}

/** Whether a line that stands at the margin is a heading all the same: numbered, behind a sentence that is closed. */
function beginsHeading(before: string, line: string): boolean {
  const marker = headingMarker(line);
  return marker !== null && marker.kind !== 'is' && /[。！？；][”’）》)]*$/.test(before);
}

/** What closes a sentence or opens a list. */
const closes = /[。！？；：:;!?…][”’）》)]*$/;

/** How wide what cannot be parted at the head of a line is, in letters: a word or a number with the marks behind it. */
function headWidth(text: string): number {
  const [word = ''] = /^[A-Za-z0-9.%]+/.exec(text) ?? [];
  const [marks = ''] = /^[，。；：、！？”’）》〉】]*/.exec(text.slice(word.length)) ?? [];
  return word.length * 0.5 + marks.length;
}

/** Whether a line is set in the middle between the margins, not over the whole width. */
const isCentred = ({ left, right, size }: PrintedLine, set: Setting): boolean =>
  left > set.margin + 1.2 * size && Math.abs((left + right) / 2 - (set.margin + set.right) / 2) < 0.8 * size;

const isFar = (before: PrintedLine, line: PrintedLine, set: Setting): boolean =>
  before.page === line.page &&
  set.leading > 0 &&
  line.y > before.y &&
  line.y - before.y > 1.35 * set.leading * Math.max(1, line.size / set.size) + 1;

/** What a page offers to set its letters larger: the end of the line below its title. */
const letterSizes = /[【[(（]\s*大\s*中\s*小\s*[】\])）]\s*$/;
const leadsToPage = /[.…·‥⋯]{4,}\s*\d{1,3}$/;
const dayAlone =
  /^(?:20\d{2}年\d{1,2}月\d{1,2}日|[〇○零O一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/;

/** Whether a line goes on with a title, or a heading, that is broken over lines of equal letters. */
function goesOnTitle(before: PrintedLine, line: PrintedLine, text: string, set: Setting): boolean {
  if (Math.abs(before.size - line.size) > 0.6 || isFar(before, line, set)) return false;
  const isWide = before.left <= set.margin + 1.2 * before.size && before.right > set.right - 1.6 * before.size;
  const isLarge = line.size > set.size * 1.12;
  // Two lines about one middle, of different lengths, are centred whatever the margins of the text are.
  const isAboutOne =
    Math.abs(before.left + before.right - line.left - line.right) < 1.6 * line.size &&
    Math.abs(before.left - line.left) > line.size;
  const isMiddle = isCentred(line, set) && (isCentred(before, set) || isWide);
  if (!isMiddle && !(isLarge && isAboutOne)) return false;
  const joined = compact(text + line.text);
  if (joined.length > 100 || /[。；：:;]$/.test(text) || /^[（(—―-]|^\d{4}年\d{1,2}月\d{1,2}日/.test(line.text))
    return false;
  if (/^(?:目录|目次)$/.test(compact(line.text))) return false;
  if (/[。；]/.test(line.text) || headingMarker(line.text) !== null || isIssuerLine(text)) return false;
  return isLarge || (line.font !== set.font && before.font === line.font) || isReportTitle(joined);
}

/** Lines at a page's foot in which a note in the text's own letters is looked for. */
const footReach = 8;

/** A note in letters as large as the text's: at the page's foot, from the line that opens with a mark raised above it. */
function notesByMark(own: readonly LaidLine[]): LaidLine[] {
  const marks = new Set(own.flatMap(({ line }) => line.raised.flatMap(({ offset, text }) => (offset > 0 ? text : []))));
  if (marks.size === 0) return [];
  const from = own.findIndex(({ line }, at) => {
    const mark = at >= own.length - footReach ? noteMark.exec(line.text)?.[0] : undefined;
    return mark !== undefined && marks.has(mark) && /^[\s\p{Script=Han}]/u.test(line.text.slice(mark.length));
  });
  return from < 1 ? [] : own.slice(from);
}

/** The notes at the feet of pages: small lines, from one that bears a mark to the page's end. */
function footNotes(lines: readonly LaidLine[], settings: ReadonlyMap<string, Setting>): Set<LaidLine> {
  const notes = new Set<LaidLine>();
  for (const [, own] of Map.groupBy(lines, ({ line }) => line.page)) {
    const small: LaidLine[] = [];
    for (const item of [...own].reverse()) {
      const size = settings.get(settingKey(item))?.size ?? 12;
      if (item.line.size > size - 1.2) break;
      small.unshift(item);
    }
    for (const item of notesByMark(own)) notes.add(item);
    const from = small.findIndex(({ line }) => noteMark.test(line.text) || line.raised[0]?.offset === 0);
    // A page of nothing but notes stands behind the text that points to them.
    const isBehind = small.length === own.length && from === 0 && own.some(({ line }) => line.page > 0);
    if (from >= 0 && (small.length < own.length || isBehind)) for (const item of small.slice(from)) notes.add(item);
  }
  return notes;
}

/** What a button of a page says. */
const button =
  '(?:(?:我要)?打印(?:本页|此页|页面|本文)?|关闭(?:窗口|本页|此页|页面)?|返回(?:顶部|列表)|收藏(?:本页|本文)?|分享)';
/** Buttons that a page was printed with, behind a line's own words: in brackets of their own, or behind a gap. */
const buttons = new RegExp(
  `(?<=\\S)(?:(?:\\s*[【[〖]${button}[】\\]〗])+|\\s+[（(]?${button}[)）]?(?:[\\s|｜·、]*[（(【[]?${button}[)）】\\]]?)*)\\s*$`,
);

interface Paragraph {
  readonly page: number;
  readonly isNote: boolean;
  readonly raised: RaisedMark[];
  text: string;
  last: LaidLine;
}

/** The raised marks of a line that stands in its paragraph from `from` on. */
const raisedIn = ({ raised, page }: PrintedLine, from: number): RaisedMark[] =>
  raised.map((mark) => ({ ...mark, page, offset: mark.offset + from }));

type Written = { readonly kind: 'text'; readonly own: Paragraph } | { readonly kind: 'table'; readonly own: LaidTable };

/**
 * Whether a line goes on with the paragraph that the line before it ends. `isOver`: over what stands between them and is
 * none of the paragraph, so that their distance tells nothing.
 */
function goesOn(
  last: LaidLine,
  item: LaidLine,
  text: string,
  settings: ReadonlyMap<string, Setting>,
  isOver: boolean,
): boolean {
  const set = settings.get(settingKey(item));
  const setBefore = settings.get(settingKey(last));
  if (!set || !setBefore) return false;
  const [before, line] = [last.line, item.line];
  // When and where a report was delivered is a line of its own between its title and who delivered it.
  if (isDeliveryLead(line.text) || isDeliveryLine(text)) return false;
  if (settingKey(last) === settingKey(item)) {
    if (goesOnTitle(before, line, text, set)) return true;
    if (!isOver && isFar(before, line, set)) return false;
  }
  // An entry of a list of contents ends with its page.
  if (leadsToPage.test(before.text) || letterSizes.test(before.text)) return false;
  // A day that stands alone signs, and what is pressed is a line of its own: nothing goes on with them.
  const whole = compact(text);
  if (dayAlone.test(whole) || isWidgetLine(whole) || isWidgetLine(compact(line.text))) return false;
  // The page of an entry of contents whose words fill the line: a heading begins behind it.
  if (/^\d{1,3}$/.test(whole) && headingMarker(line.text) !== null) return false;
  if (Math.abs(before.size - line.size) >= 1.5 || line.left > set.margin + 1.2 * line.size) return false;
  // Behind a closed sentence a line that only names a body signs, though it stands at the margin.
  if (closes.test(text) && isIssuerLine(line.text)) return false;
  const marker = headingMarker(text);
  const isHeading = marker !== null && marker.kind !== 'is' && !/[。，；]/.test(text);
  const reach = before.right + headWidth(line.text) * line.size;
  const isFull = before.right > setBefore.right - 1.6 * before.size || reach > setBefore.right + 0.3 * line.size;
  // Lines that are not spread to the margin end short of it by a word; in mid-sentence only such a one can end.
  // Where every paragraph is indented, what stands at the margin goes on with one.
  const isNear = before.right > setBefore.right - 8 * before.size;
  // Nothing ends with a figure whose unit begins the next line.
  const isInSentence = /[。，；,;]/.test(text) || (/\d$/.test(text) && /^\p{Script=Han}/u.test(line.text));
  const isNearlyFull = isInSentence && (closes.test(text) ? set.isIndented && isNear : set.isIndented || isNear);
  if (!isFull && (isHeading || !isNearlyFull)) return false;
  if (beginsHeading(text, line.text)) return false;
  // A heading of one full line: wholly in a font of its own, the text below it in the usual one.
  const isOwnFont = before.font !== '' && before.font !== line.font && before.font !== setBefore.font;
  return !(isOwnFont && line.font === set.font && isHeading);
}

/**
 * The pages' text as lines: printed lines joined into paragraphs over lines, columns and pages, titles and headings
 * that are broken anywhere joined, ruled tables as tables. A line goes on with the next when it reaches the right margin
 * and the next begins at the left one; an indented or a centred line, or one farther below, begins a paragraph. Notes at
 * a page's foot stand behind the paragraph that runs over the page. What is none of the text is `left` by its rule:
 * page numbers, running heads, buttons, hidden and turned letters. Rules counted: these, `line/joined`, `title/joined`,
 * `table/ruled`, `table/joined`, `space/set` (gaps that programs set between Chinese and figures).
 */
export function pdfLines(pages: readonly PdfPage[], tally: RuleTally): Pick<Reading, 'lines' | 'left' | 'issues'> {
  const { items, out, issues: layoutIssues } = pdfLayout(pages, tally);
  const issues = [...layoutIssues];
  const set = items.flatMap((item) => (item.kind === 'line' && item.isBoxed !== true ? item : []));
  const settings = new Map([...Map.groupBy(set, settingKey)].map(([key, own]) => [key, settingOf(own, set)] as const));
  const notes = footNotes(set, settings);
  const written: Written[] = [];
  const left: { page: number; text: string; rule: string; at: Written | null }[] = out.map((piece) => ({
    ...piece,
    at: null,
  }));
  let open: Paragraph | null = null;
  let held: Paragraph[] = [];
  const release = (): void => {
    written.push(...held.map((own): Written => ({ kind: 'text', own })));
    held = [];
  };
  for (const item of items) {
    if (item.kind === 'table') {
      open = null;
      release();
      const before = written.at(-1);
      const isSame =
        before?.kind === 'table' &&
        before.own.page === item.page - 1 &&
        before.own.columns.length === item.columns.length &&
        before.own.columns.every((place, at) => Math.abs(place - (item.columns[at] ?? 0)) < 4);
      if (!isSame) {
        written.push({ kind: 'table', own: item });
        continue;
      }
      const [head, ...rest] = item.rows;
      const isRepeated = head !== undefined && head.join('\n') === before.own.rows[0]?.join('\n');
      if (isRepeated) {
        tally.add('table/repeated-head');
        left.push({ page: item.page, text: head.join(' '), rule: 'table/repeated-head', at: before });
      }
      tally.add('table/joined');
      const joined: Written = {
        kind: 'table',
        own: { ...item, rows: [...before.own.rows, ...(isRepeated ? rest : item.rows)] },
      };
      for (const piece of left) if (piece.at === before) piece.at = joined;
      written[written.length - 1] = joined;
      continue;
    }
    const isNote = notes.has(item);
    // What stands at a page's foot or in a frame interrupts no paragraph.
    const isAside = isNote || item.isBoxed === true;
    const current: Paragraph | null = isAside ? (held.at(-1) ?? null) : open;
    const isNewNote = isNote && (noteMark.test(item.line.text) || item.line.raised[0]?.offset === 0);
    if (current && !isNewNote && goesOn(current.last, item, current.text, settings, !isAside && held.length > 0)) {
      const gap = /[A-Za-z]$/.test(current.text) && /^[A-Za-z]/.test(item.line.text) ? ' ' : '';
      current.raised.push(...raisedIn(item.line, current.text.length + gap.length));
      current.text += gap + item.line.text;
      current.last = item;
      tally.add('line/joined');
      continue;
    }
    const { page, text } = item.line;
    const own: Paragraph = { page, text, last: item, isNote, raised: raisedIn(item.line, 0) };
    if (isAside) held.push(own);
    else {
      release();
      written.push({ kind: 'text', own });
      open = own;
    }
  }
  release();
  const settled = new Map<Written, SettledParagraph>();
  const paragraphs = written.filter((one) => one.kind === 'text');
  for (const [at, found] of settledNotes(paragraphs.map(({ own }) => own)).entries()) {
    const one = paragraphs[at];
    if (!one) continue;
    if (found) settled.set(one, found);
    else if (one.own.isNote)
      issues.push(importIssue('pdf/foot-note', null, `第 ${one.own.page + 1} 页：${one.own.text}`));
    for (const text of found?.marks ?? []) left.push({ page: one.own.page, text, rule: 'note/mark', at: one });
  }
  // Notes that marks point to stand behind the text, as those of other formats do.
  const isSettledNote = (one: Written): boolean => typeof settled.get(one)?.label === 'string';
  const ordered = [...written.filter((one) => !isSettledNote(one)), ...written.filter(isSettledNote)];
  const lines: ReadLine[] = ordered.map((one, at) => {
    const number = at + 1;
    if (one.kind === 'table') return { kind: 'table', number, rows: one.own.rows };
    const { text, references, label } = settled.get(one) ?? { text: one.own.text, references: [], label: null };
    const [pieces = ''] = buttons.exec(text) ?? [];
    if (pieces !== '') {
      tally.add('chrome/print');
      left.push({ page: one.own.page, text: pieces, rule: 'chrome/print', at: one });
    }
    return {
      ...{ kind: 'text', number, text: pieces === '' ? text : text.slice(0, -pieces.length).trimEnd() },
      ...(references.length === 0 ? {} : { references }),
      ...(label === null ? {} : { footnote: { label } }),
    };
  });
  const firstOf = (page: number): number => {
    const at = ordered.findIndex(({ own }) => own.page >= page);
    return at < 0 ? Math.max(1, ordered.length) : at + 1;
  };
  const place = ({ page, at }: { page: number; at: Written | null }): number =>
    at ? ordered.indexOf(at) + 1 : firstOf(page);
  return {
    lines,
    left: left.map((piece): LeftPiece => ({ text: piece.text, rule: piece.rule, line: place(piece) })),
    issues,
  };
}
