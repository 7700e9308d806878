import type { FootnoteReference } from '../../../archive/report-block.ts';
import { cleanedOffset } from '../../lines/layout-space.ts';
import type { CellReference } from '../../lines/reading.ts';

/** Words with the marks of notes in them; `text` may hold line breaks. */
export interface Words {
  readonly text: string;
  readonly references: readonly FootnoteReference[];
}

/** A line or a table, before it has its number. */
export type Block =
  | (Words & { readonly kind: 'text'; readonly isMarkedHeading: boolean })
  | { readonly kind: 'table'; readonly rows: readonly string[][]; readonly references: readonly CellReference[] };

/** A cell of a table: what stands in it, and over how many columns it goes. */
export interface Cell {
  readonly blocks: readonly Block[];
  readonly span: number;
}

/** Most columns that a table of Word has. */
const mostColumns = 63;

/** Words one behind the other. */
export const joined = (first: Words, second: Words): Words => ({
  text: first.text + second.text,
  references: [
    ...first.references,
    ...second.references.map(({ label, offset }) => ({ label, offset: offset + first.text.length })),
  ],
});

/** Words on one line: every run of white space is one space, none at the edges. */
function onOneLine({ text, references }: Words): Words {
  const line = text.replace(/\s+/g, ' ').trim();
  return {
    text: line,
    references: references.map(({ label, offset }) => ({ label, offset: cleanedOffset(text, offset, line) })),
  };
}

/** All words of blocks on one line, a space between them. */
export function flattened(blocks: readonly Block[]): Words {
  let out: Words = { text: '', references: [] };
  const add = (words: Words): void => {
    const line = onOneLine(words);
    const isApart = out.text !== '' && line.text !== '';
    out = joined(isApart ? { ...out, text: `${out.text} ` } : out, line);
  };
  for (const block of blocks) {
    if (block.kind === 'text') add(block);
    else {
      for (const [row, cells] of block.rows.entries()) {
        for (const [column, text] of cells.entries()) {
          const references = block.references.filter((one) => one.row === row && one.column === column);
          if (text !== '') add({ text, references });
        }
      }
    }
  }
  return out;
}

/**
 * Lines of words that hold line breaks; empty ones go. A mark that stands in an empty line goes with the next, or with
 * the last where no other follows.
 */
export function brokenLines({ text, references }: Words): Words[] {
  const lines: { text: string; references: FootnoteReference[] }[] = [];
  let from = 0;
  let waiting: FootnoteReference[] = [];
  let rest = [...references];
  for (const part of text.split('\n')) {
    const end = from + part.length;
    const start = from;
    const own = rest.filter(({ offset }) => offset <= end).map((one) => ({ ...one, offset: one.offset - start }));
    rest = rest.filter(({ offset }) => offset > end);
    from = end + 1;
    if (part.trim() === '') waiting.push(...own);
    else {
      lines.push({ text: part, references: [...waiting.map((one) => ({ ...one, offset: 0 })), ...own] });
      waiting = [];
    }
  }
  const last = lines.at(-1);
  last?.references.push(...waiting.map(({ label }) => ({ label, offset: last.text.length })));
  return lines;
}

/**
 * The blocks that a table shows: itself, with a cell for every column of its grid, or what stands in it where only one
 * column holds anything. Rows without words go.
 */
export function tableBlocks(rows: readonly (readonly Cell[])[]): Block[] {
  const grid = rows
    .map((cells) =>
      cells.flatMap((cell): Cell[] => {
        const others = Math.min(mostColumns, Math.max(1, cell.span)) - 1;
        return [cell, ...Array.from({ length: others }, () => ({ blocks: [], span: 1 }))];
      }),
    )
    .map((cells) => cells.map((cell) => ({ cell, words: flattened(cell.blocks) })))
    .filter((cells) => cells.some(({ words }) => words.text !== ''));
  const width = Math.max(0, ...grid.map(({ length }) => length));
  const filled = Array.from({ length: width }, (_, column) =>
    grid.some((cells) => (cells[column]?.words.text ?? '') !== ''),
  );
  const first = filled.indexOf(true);
  if (filled.filter((has) => has).length < 2) return grid.flatMap((cells) => cells[first]?.cell.blocks ?? []);
  return [
    {
      kind: 'table',
      rows: grid.map((cells) => cells.map(({ words }) => words.text)),
      references: grid.flatMap((cells, row) =>
        cells.flatMap(({ words }, column) => words.references.map((one) => ({ ...one, row, column }))),
      ),
    },
  ];
}
