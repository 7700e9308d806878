import type { Issue } from '../../archive/issue.ts';
import type { FootnoteReference } from '../../archive/report-block.ts';
import type { BodyLine } from '../lines/body-line.ts';
import { importIssue } from '../lines/issue.ts';
import { cleanedOffset, compact, withoutLayoutSpace } from '../lines/layout-space.ts';
import { fieldMeaning } from '../lines/page-fields.ts';
import type { PageMeaning } from '../lines/page-labels.ts';
import { paperOfPage } from '../lines/paper-day.ts';
import type { CellReference, PageField, Reading, ReadLine, TableLine, TextLine } from '../lines/reading.ts';
import { RuleTally } from '../lines/rule-tally.ts';
import { simplifiedView } from '../lines/simplified-view.ts';
import { isDeliveryLine } from '../lines/title-line.ts';
import { restoredPunctuation } from './chinese-punctuation.ts';
import { footNotes } from './foot-notes.ts';
import type { ExcludedLine } from './page-head.ts';
import { viewedParts } from './viewed-parts.ts';

/** A block of the text in order: a cleaned line, or a table of cells. */
export type BodyBlock =
  | { readonly kind: 'line'; readonly index: number }
  | { readonly kind: 'table'; readonly table: CleanedTable }
  | { readonly kind: 'note'; readonly note: CleanedNote };

/** The text of a note that marks in other blocks point to; none of `lines`. */
export interface CleanedNote extends BodyLine {
  readonly label: string;
}

/** A table of cleaned cells; the cells of `raw` are as long, with the punctuation of the capture. */
export interface CleanedTable extends TableLine {
  readonly raw: TableLine['rows'];
}

/** An input divided and cleaned, before anything is recognised in it. */
export interface CleanedText {
  readonly lines: readonly BodyLine[];
  readonly blocks: readonly BodyBlock[];
  /** White space out, punctuation restored; null where the input has none. */
  readonly title: string | null;
  /** The same with the spaces that part its words. */
  readonly spacedTitle: string | null;
  readonly titleBasis: 'text' | 'page';
  readonly titleLine: number | null;
  readonly fields: readonly PageField[];
  readonly excluded: readonly ExcludedLine[];
  /** How recognition reads the input: a page in traditional characters in simplified ones. */
  readonly view: (text: string) => string;
  /** The site's own words, compact, as recognition reads them. */
  readonly chrome: readonly string[];
  readonly issues: readonly Issue[];
  readonly tally: RuleTally;
}

/** Characters of an input that tell whether it is in traditional ones. */
const sampleLength = 6000;
const titleMetaNames = ['articletitle', 'og:title', 'dc.title'];

/** The value of the first field that means something, where it has one. */
export function fieldValue(fields: readonly PageField[], means: PageMeaning): string | null {
  const found = fields.find(({ label, value }) => fieldMeaning(label) === means && value.trim() !== '');
  return found ? found.value.trim() : null;
}

/** Where marks stand in a text from which the layout space was taken; none that point to notes not in `labels`. */
const movedReferences = <T extends FootnoteReference>(
  references: readonly T[],
  text: string,
  cleaned: string,
  labels: ReadonlySet<string>,
): T[] =>
  references
    .filter(({ label }) => labels.has(label))
    .map((reference) => ({ ...reference, offset: cleanedOffset(text, reference.offset, cleaned) }))
    .sort((a, b) => a.offset - b.offset);

function cleanedLine(line: TextLine, labels: ReadonlySet<string>, tally: RuleTally): BodyLine {
  const text = line.cells?.join(' ') ?? line.text;
  const raw = withoutLayoutSpace(text, tally);
  const { number, isMarkedHeading = false, references = [] } = line;
  return {
    ...{ number, raw, text: restoredPunctuation(raw, tally), isMarkedHeading },
    references: movedReferences(references, text, raw, labels),
  };
}

/** A table's cells cleaned like lines of the text; `raw` keeps what stood there. */
function cleanedTable(table: TableLine, labels: ReadonlySet<string>, tally: RuleTally): CleanedTable {
  const { kind, number, rows, references = [] } = table;
  const raw = rows.map((row) => row.map((cell) => withoutLayoutSpace(cell, tally)));
  const cell = (cells: TableLine['rows'], { row, column }: CellReference): string => cells[row]?.[column] ?? '';
  return {
    ...{ kind, number, raw },
    rows: raw.map((row) => row.map((text) => restoredPunctuation(text, tally))),
    references: references.flatMap((one) => movedReferences([one], cell(rows, one), cell(raw, one), labels)),
  };
}

function cleanedTitle(title: string, tally: RuleTally): string {
  const plain = compact(title);
  tally.add('space/title', [...title.trim()].length - [...plain].length);
  return restoredPunctuation(plain, tally);
}

/** Two lists of lines as one, by their numbers. */
const inOrder = <T extends { readonly number: number }>(some: readonly T[], others: readonly T[]): readonly T[] =>
  others.length === 0 ? some : [...some, ...others].sort((a, b) => a.number - b.number);

/** A note of the report, by its label. */
interface NoteLine extends TextLine {
  readonly footnote: { readonly label: string };
}

const isNote = (line: ReadLine): line is NoteLine =>
  line.kind === 'text' && line.footnote !== undefined && compact(line.text) !== '';

/** Notes to which no mark in the text points: theirs stood in a line that was left out, in the title mostly. */
function unmarkedNotes(blocks: readonly BodyBlock[], lines: readonly BodyLine[]): Issue[] {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? (block.table.references ?? []) : []));
  const notes = blocks.flatMap((block) => (block.kind === 'note' ? block.note : []));
  const marks = [...lines, ...notes].flatMap(({ references = [] }) => references);
  const marked = new Set([...marks, ...tables].map(({ label }) => label));
  return notes
    .filter(({ label }) => !marked.has(label))
    .map(({ number, label, text }) => importIssue('note/unmarked', number, `[^${label}] ${text}`));
}

/**
 * Divides what was read into the text and what stood around it, and cleans the text line by line,
 * every change counted.
 * `accepted`: lines of which a curator said that they are none of the report's.
 */
export function cleanedText(reading: Reading, accepted: ReadonlySet<number> = new Set()): CleanedText {
  const tally = new RuleTally();
  tally.addAll(reading.tally);
  const told = reading.meta.filter(({ label }) => titleMetaNames.includes(label.toLowerCase()));
  const metaTitle =
    [...told.map(({ value }) => value), ...(reading.titles ?? [])].find((title) => !isDeliveryLine(title)) ?? null;
  const pageTitles = new Set(metaTitle === null ? [] : [compact(metaTitle)]);
  // Notes are the report's wherever they stand: neither its head nor its foot nor its signature is looked for there.
  const notes = reading.lines.filter(isNote);
  const ownNotes = notes.filter(({ number }) => !accepted.has(number));
  const labels = new Set(ownNotes.map(({ footnote }) => footnote.label));
  const others = notes.length === 0 ? reading.lines : reading.lines.filter((line) => !isNote(line));
  const texts = others.flatMap((line) => (line.kind === 'text' ? [line.text] : []));
  const view = simplifiedView(texts.join('').slice(0, sampleLength));
  const bounds = {
    titles: pageTitles,
    from: reading.bodyFrom ?? 1,
    to: reading.bodyTo ?? Number.POSITIVE_INFINITY,
    accepted,
    address: reading.addressLine,
    paper: paperOfPage([...(reading.titles ?? []), ...(reading.site ?? [])]),
  };
  const parts = viewedParts(others, bounds, view);
  const lines: BodyLine[] = [];
  const blocks: BodyBlock[] = [];
  for (const line of inOrder(parts.body, ownNotes)) {
    if (line.kind === 'table') blocks.push({ kind: 'table', table: cleanedTable(line, labels, tally) });
    else if (isNote(line)) {
      const { label } = line.footnote;
      blocks.push({ kind: 'note', note: { ...cleanedLine(line, labels, tally), label } });
    } else {
      blocks.push({ kind: 'line', index: lines.length });
      lines.push(cleanedLine(line, labels, tally));
    }
  }
  const acceptedNotes = notes
    .filter(({ number }) => accepted.has(number))
    .map(({ number }) => ({ number, rule: 'curator/accepted' }));
  const tableTitle = fieldValue(parts.fields, 'title');
  const raw = parts.title ?? metaTitle ?? (tableTitle !== null && isDeliveryLine(tableTitle) ? null : tableTitle);
  const rawTitle = raw === null || raw.trim() === '' ? null : raw;
  const silent = new RuleTally();
  const chromeNumbers = new Set(
    parts.excluded
      .filter(({ rule }) => rule.startsWith('chrome/') && rule !== 'chrome/outside')
      .map(({ number }) => number),
  );
  const foot = footNotes(lines);
  return {
    lines: foot.size === 0 ? lines : lines.map((line) => (foot.has(line.number) ? { ...line, isNote: true } : line)),
    blocks,
    title: rawTitle === null ? null : cleanedTitle(rawTitle, tally),
    spacedTitle: rawTitle === null ? null : restoredPunctuation(withoutLayoutSpace(rawTitle, silent), silent),
    titleBasis: parts.title === null ? 'page' : 'text',
    titleLine: parts.titleLine,
    fields: [...reading.meta, ...parts.fields],
    excluded: inOrder(parts.excluded, acceptedNotes),
    chrome: [
      ...reading.lines.flatMap((line) =>
        line.kind === 'text' && chromeNumbers.has(line.number) ? [compact(view(line.text))] : [],
      ),
      ...(reading.site ?? []).map((words) => compact(view(words))),
    ],
    view,
    issues: [...reading.issues, ...parts.issues, ...unmarkedNotes(blocks, lines)],
    tally,
  };
}
