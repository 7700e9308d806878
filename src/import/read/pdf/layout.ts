import type { Issue } from '../../../archive/issue.ts';
import { importIssue } from '../../lines/issue.ts';
import { compact } from '../../lines/layout-space.ts';
import { RuleTally } from '../../lines/rule-tally.ts';
import { struckLetters, textBoxes } from './boxes.ts';
import { columnRows, type PageColumns } from './columns.ts';
import { edgeLines } from './edges.ts';
import type { PdfGlyph, PdfPage } from './page.ts';
import { glyphRows, type PrintedLine, type PrintedPiece, printedLine } from './rows.ts';
import type { PdfBox } from './shapes.ts';
import { besideText, textMargin } from './sidebar.ts';
import { ruledTables } from './tables.ts';

/** A line of a page's text; `column` 0 runs over the page's width, 1 and 2 are the left and the right of two. */
export interface LaidLine {
  readonly kind: 'line';
  readonly line: PrintedLine;
  readonly column: 0 | 1 | 2;
  readonly pageWidth: number;
  /** It stands in a frame that the text runs around. */
  readonly isBoxed?: boolean;
}

export interface LaidTable {
  readonly kind: 'table';
  readonly page: number;
  readonly columns: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** All of a file in the order in which it is read, and what stands on its pages but is none of the text. */
export interface PdfLayout {
  readonly items: readonly (LaidLine | LaidTable)[];
  readonly out: readonly { readonly page: number; readonly text: string; readonly rule: string }[];
  readonly issues: readonly Issue[];
}

/** Turned by less than this many degrees, letters stand upright. */
const upright = 5;

const joined = (glyphs: readonly PdfGlyph[]): string => glyphs.map(({ text }) => text).join('');

/** Letters turned so that those which run `turn` degrees clockwise run across. */
function turned(glyphs: readonly PdfGlyph[], turn: number, page: PdfPage): PdfGlyph[] {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  return glyphs.map((glyph) => ({
    ...glyph,
    x: glyph.x * cos + glyph.y * sin + (cos + sin < 0 ? page.width + page.height : 0),
    y: glyph.y * cos - glyph.x * sin + (sin > 0 || cos < 0 ? page.width + page.height : 0),
    angle: 0,
  }));
}

/** Letters that a program set twice at one place to make them bold: the second of each pair. */
function overprinted(glyphs: readonly PdfGlyph[]): Set<PdfGlyph> {
  const twice = new Set<PdfGlyph>();
  const seen = new Map<string, PdfGlyph[]>();
  for (const glyph of glyphs) {
    if (compact(glyph.text) === '') continue;
    const same = seen.get(glyph.text) ?? [];
    const isTwice = same.some(
      ({ x, y, size }) => Math.abs(x - glyph.x) < 0.15 * size && Math.abs(y - glyph.y) < 0.15 * size,
    );
    if (isTwice) twice.add(glyph);
    else same.push(glyph);
    seen.set(glyph.text, same);
  }
  return twice;
}

interface PageText {
  readonly glyphs: PdfGlyph[];
  readonly isTurned: boolean;
}

/** The letters of a page that are its text, upright; all others go to `put` by their rule. */
function pageText(page: PdfPage, index: number, put: (text: string, rule: string) => void, issues: Issue[]): PageText {
  const leave = (glyphs: readonly PdfGlyph[], rule: string): void => {
    const text = joined(glyphs);
    if (compact(text) === '') return;
    put(text, rule);
    const quote = `第 ${index + 1} 页，${[...compact(text)].length} 字：${text.trim().slice(0, 36)}`;
    if (rule === 'page/turned') issues.push(importIssue('pdf/turned-text', null, quote));
    else if (rule !== 'page/overprinted') issues.push(importIssue('pdf/hidden-text', null, quote));
  };
  for (const [hidden, glyphs] of Map.groupBy(page.glyphs, (glyph) => glyph.hidden))
    if (hidden !== null) leave(glyphs, `page/${hidden}`);
  const seen = page.glyphs.filter(({ hidden }) => hidden === null);
  const letters = seen.filter(({ text }) => compact(text) !== '');
  const quarter = ({ angle, isVertical }: PdfGlyph): number => {
    const turn = Math.round(angle / 90) * 90;
    return Math.abs(angle - turn) > upright ? Number.NaN : (turn + (isVertical ? 90 : 0) + 360) % 360;
  };
  const turns = Map.groupBy(letters, quarter);
  const [turn = 0] = [...turns].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
  const own = Number.isNaN(turn) ? 0 : turn;
  const down = letters.filter(({ isVertical }) => isVertical);
  if (down.length > 0)
    issues.push(
      importIssue('pdf/vertical-text', null, `第 ${index + 1} 页，${down.length} 字：${joined(down).slice(0, 36)}`),
    );
  leave(
    seen.filter((glyph) => quarter(glyph) !== own),
    'page/turned',
  );
  const straight = seen.filter((glyph) => quarter(glyph) === own);
  const twice = overprinted(straight);
  leave([...twice], 'page/overprinted');
  const text = straight.filter((glyph) => !twice.has(glyph));
  return { glyphs: own === 0 ? text : turned(text, own, page), isTurned: own !== 0 };
}

/** The text of one cell: its lines joined. */
function cellText(glyphs: readonly PdfGlyph[], page: number, tally: RuleTally): string {
  let text = '';
  for (const row of glyphRows(glyphs)) {
    const line = printedLine(row, page, tally)?.text ?? '';
    text += (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line) ? ' ' : '') + line;
  }
  return text;
}

/** Whether the pieces of a row stand below those of another: each begins, ends or has its middle where the other's has. */
function isBelow(pieces: readonly PrintedPiece[], before: readonly PrintedPiece[], size: number): boolean {
  return pieces.every((piece, at) => {
    const one = before[at];
    return (
      one !== undefined &&
      [piece.left - one.left, piece.right - one.right, (piece.left + piece.right - one.left - one.right) / 2].some(
        (distance) => Math.abs(distance) < 0.8 * size,
      )
    );
  });
}

/** Lines that may stand between two rows of one table: the further lines of a cell. */
const mostBetween = 2;

const doubtfulTable = (run: readonly LaidLine[]): Issue => {
  const [first] = run;
  const place = first === undefined ? '' : `第 ${first.line.page + 1} 页，${run.length} 行：${first.line.text}`;
  return importIssue('pdf/table-doubtful', null, place);
};

/**
 * Rows of as many pieces, each below that of the row above, are a table though no lines are ruled: three rows of three
 * columns at least. All are named, and rows that only look like some.
 */
function withAlignedTables(items: readonly (LaidLine | LaidTable)[], tally: RuleTally, issues: Issue[]) {
  const made: (LaidLine | LaidTable)[] = [];
  for (let at = 0; at < items.length; ) {
    const run: LaidLine[] = [];
    for (let next = items[at]; next?.kind === 'line' && next.column === 0; next = items[at + run.length]) {
      const [first, last] = [run[0]?.line, run.at(-1)?.line];
      const { pieces, page, size } = next.line;
      if (pieces.length < 3 || (first && first.pieces.length !== pieces.length)) break;
      if (last && (last.page !== page || !isBelow(pieces, last.pieces, size))) break;
      run.push(next);
    }
    const [first] = run;
    if (first && run.length >= 3) {
      tally.add('table/aligned');
      const rows = run.map(({ line }) => line.pieces.map(({ text }) => text.trim()));
      const columns = first.line.pieces.map(({ left }) => left);
      made.push({ kind: 'table', page: first.line.page, columns, rows });
      issues.push(doubtfulTable(run));
      at += run.length;
      continue;
    }
    const item = items[at++];
    if (item) made.push(item);
  }
  let run: LaidLine[] = [];
  let between = 0;
  const close = (): void => {
    if (run.length >= 3) issues.push(doubtfulTable(run));
    run = [];
  };
  for (const item of made) {
    if (item.kind === 'line' && item.line.pieces.length > 1) {
      run.push(item);
      between = 0;
    } else if (item.kind === 'table' || ++between > mostBetween) close();
  }
  close();
  return made;
}

/** Reads pages as they are laid out. Rules counted: those of `left` pieces, `space/set`, `table/ruled`, `table/aligned`. */
export function pdfLayout(pages: readonly PdfPage[], tally: RuleTally): PdfLayout {
  const issues: Issue[] = [];
  const columned = new Set<number>();
  const out: { page: number; text: string; rule: string }[] = [];
  const put = (page: number, text: string, rule: string): void => {
    tally.add(rule);
    out.push({ page, text, rule });
  };
  const laid = pages.map((page, index) => {
    const { glyphs, isTurned } = pageText(page, index, (text, rule) => put(index, text, rule), issues);
    const tables = isTurned ? [] : ruledTables(page.strokes, glyphs);
    const celled = new Set(tables.flatMap(({ rows }) => rows.flat(2)));
    const free = glyphs.filter((glyph) => !celled.has(glyph));
    const boxes = isTurned ? [] : textBoxes(page.strokes, free);
    const boxed = new Set(boxes.flatMap((box) => box.glyphs));
    const struck = isTurned ? [] : struckLetters(page.strokes, free);
    if (struck.length > 0) {
      const quote = `第 ${index + 1} 页，${struck.length} 字：${joined(struck).slice(0, 36)}`;
      issues.push(importIssue('pdf/struck-text', null, quote));
    }
    const rows = glyphRows(free.filter((glyph) => !boxed.has(glyph)));
    // Spaces set are counted once rows are parted into columns.
    return { page, index, tables, boxes, rows };
  });
  const uncounted = new RuleTally();
  const whole = laid.map(({ rows, index }) =>
    rows.flatMap((glyphs) => {
      const line = printedLine(glyphs, index, uncounted);
      return line ? [{ glyphs, line }] : [];
    }),
  );
  const edges = new Map(
    edgeLines(whole.map((lines) => lines.map(({ line }) => line))).map(({ line, rule }) => [line, rule]),
  );
  const margin = textMargin(whole.flatMap((lines) => lines.map(({ line }) => line)));
  let lastColumns: PageColumns | null = null;
  const items = laid.flatMap(({ page, index, tables, boxes }) => {
    const kept: PdfGlyph[][] = [];
    for (const { glyphs, line } of whole[index] ?? []) {
      const rule = edges.get(line);
      if (rule === undefined) kept.push(glyphs);
      else put(index, line.text, rule);
    }
    const onPage: (LaidLine | LaidTable)[] = [];
    const pageWidth = Math.round(page.width);
    const laidTables = tables.map((table) => {
      tally.add('table/ruled');
      const done = new Set<readonly PdfGlyph[]>();
      const rows = table.rows.map((cells) =>
        cells.map((cell) => {
          // A cell over several places holds its text at the first.
          if (done.has(cell)) return '';
          done.add(cell);
          return cellText(cell, index, tally);
        }),
      );
      const filled = rows.filter((cells) => cells.some((cell) => cell !== ''));
      if (!table.isPlain)
        issues.push(importIssue('pdf/table-doubtful', null, `第 ${index + 1} 页：${filled.flat().join(' ')}`));
      const item: LaidTable = { kind: 'table', page: index, columns: table.columns, rows: filled };
      return { box: table.box, items: [item] };
    });
    const laidBoxes = boxes.map(({ box, glyphs }) => {
      const lines = glyphRows(glyphs).flatMap((row) => printedLine(row, index, tally) ?? []);
      issues.push(importIssue('pdf/text-box', null, `第 ${index + 1} 页：${lines.map(({ text }) => text).join(' ')}`));
      const items = lines.map((line): LaidLine => ({ kind: 'line', line, column: 0, pageWidth, isBoxed: true }));
      return { box, items };
    });
    const laidApart: { readonly box: PdfBox; readonly items: readonly (LaidLine | LaidTable)[] }[] = [
      ...laidTables,
      ...laidBoxes,
    ].sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
    let waiting: PdfGlyph[][] = [];
    const close = (): void => {
      const { rows: ordered, columns } = columnRows(waiting, page.width, lastColumns);
      if (columns) lastColumns = columns;
      if (ordered.some(({ column }) => column > 0) && !columned.has(index)) {
        columned.add(index);
        issues.push(importIssue('pdf/columns', null, `第 ${index + 1} 页`));
      }
      for (const { column, glyphs } of ordered) {
        const line = printedLine(glyphs, index, tally);
        if (line) onPage.push({ kind: 'line', line, column, pageWidth });
      }
      waiting = [];
    };
    const parted = margin === null || tables.length > 0 ? null : besideText(kept, margin);
    if (parted) {
      issues.push(importIssue('pdf/columns', null, `第 ${index + 1} 页`));
      columned.add(index);
      for (const glyphs of parted.beside) {
        const line = printedLine(glyphs, index, tally);
        if (line) onPage.push({ kind: 'line', line, column: 1, pageWidth });
      }
    }
    for (const row of parted?.text ?? kept) {
      const y = row[0]?.y ?? 0;
      while (laidApart[0] && laidApart[0].box.top < y) {
        close();
        onPage.push(...(laidApart.shift()?.items ?? []));
      }
      waiting.push(row);
    }
    close();
    onPage.push(...laidApart.flatMap(({ items }) => items));
    return onPage;
  });
  return { items: withAlignedTables(items, tally, issues), out, issues };
}
