import type { Issue } from '../../archive/issue.ts';
import type { BodyLine } from '../lines/body-line.ts';
import { compact, withoutLayoutSpace } from '../lines/layout-space.ts';
import { fieldMeaning } from '../lines/page-fields.ts';
import type { PageMeaning } from '../lines/page-labels.ts';
import type { PageField, Reading, TableLine, TextLine } from '../lines/reading.ts';
import { RuleTally } from '../lines/rule-tally.ts';
import { simplifiedView } from '../lines/simplified-view.ts';
import { restoredPunctuation } from './chinese-punctuation.ts';
import { footNotes } from './foot-notes.ts';
import type { ExcludedLine } from './page-head.ts';
import { viewedParts } from './viewed-parts.ts';

/** A block of the text in order: a cleaned line, or a table of cells. */
export type BodyBlock =
  | { readonly kind: 'line'; readonly index: number }
  | { readonly kind: 'table'; readonly table: CleanedTable };

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

function cleanedLine({ number, cells, ...line }: TextLine, tally: RuleTally): BodyLine {
  const raw = withoutLayoutSpace(cells?.join(' ') ?? line.text, tally);
  const { isMarkedHeading = false, references, footnote } = line;
  return {
    ...{ number, raw, text: restoredPunctuation(raw, tally), isMarkedHeading },
    ...(references ? { references } : {}),
    ...(footnote === undefined ? {} : { footnote }),
  };
}

/** A table's cells cleaned like lines of the text; `raw` keeps what stood there. */
function cleanedTable({ rows, ...table }: TableLine, tally: RuleTally): CleanedTable {
  const raw = rows.map((row) => row.map((cell) => withoutLayoutSpace(cell, tally)));
  return { ...table, rows: raw.map((row) => row.map((cell) => restoredPunctuation(cell, tally))), raw };
}

function cleanedTitle(title: string, tally: RuleTally): string {
  const plain = compact(title);
  tally.add('space/title', [...title.trim()].length - [...plain].length);
  return restoredPunctuation(plain, tally);
}

/**
 * Divides what was read into the text and what stood around it, and cleans the text line by line,
 * every change counted.
 * `accepted`: lines of which a curator said that they are none of the report's.
 */
export function cleanedText(reading: Reading, accepted: ReadonlySet<number> = new Set()): CleanedText {
  const tally = new RuleTally();
  tally.addAll(reading.tally);
  const told = reading.meta.find(({ label }) => titleMetaNames.includes(label.toLowerCase()))?.value;
  const metaTitle = told ?? reading.titles?.[0] ?? null;
  const pageTitles = new Set(metaTitle === null ? [] : [compact(metaTitle)]);
  const texts = reading.lines.flatMap((line) => (line.kind === 'text' ? [line.text] : []));
  const view = simplifiedView(texts.join('').slice(0, sampleLength));
  const bounds = {
    titles: pageTitles,
    from: reading.bodyFrom ?? 1,
    to: reading.bodyTo ?? Number.POSITIVE_INFINITY,
    accepted,
  };
  const parts = viewedParts(reading.lines, bounds, view);
  const lines: BodyLine[] = [];
  const blocks: BodyBlock[] = [];
  for (const line of parts.body) {
    if (line.kind === 'table') blocks.push({ kind: 'table', table: cleanedTable(line, tally) });
    else {
      blocks.push({ kind: 'line', index: lines.length });
      lines.push(cleanedLine(line, tally));
    }
  }
  const raw = parts.title ?? metaTitle ?? fieldValue(parts.fields, 'title');
  const rawTitle = raw === null || raw.trim() === '' ? null : raw;
  const silent = new RuleTally();
  const chromeNumbers = new Set(
    parts.excluded
      .filter(({ rule }) => rule.startsWith('chrome/') && rule !== 'chrome/outside')
      .map(({ number }) => number),
  );
  const notes = footNotes(lines);
  return {
    lines: notes.size === 0 ? lines : lines.map((line) => (notes.has(line.number) ? { ...line, isNote: true } : line)),
    blocks,
    title: rawTitle === null ? null : cleanedTitle(rawTitle, tally),
    spacedTitle: rawTitle === null ? null : restoredPunctuation(withoutLayoutSpace(rawTitle, silent), silent),
    titleBasis: parts.title === null ? 'page' : 'text',
    titleLine: parts.titleLine,
    fields: [...reading.meta, ...parts.fields],
    excluded: parts.excluded,
    chrome: [
      ...reading.lines.flatMap((line) =>
        line.kind === 'text' && chromeNumbers.has(line.number) ? [compact(view(line.text))] : [],
      ),
      ...(reading.site ?? []).map((words) => compact(view(words))),
    ],
    view,
    issues: [...reading.issues, ...parts.issues],
    tally,
  };
}
