import { imagePlaceholder } from '../../lines/image-placeholder.ts';
import { letterCount } from '../../lines/layout-space.ts';
import { loneLabel } from '../../lines/page-fields.ts';
import {
  attribute,
  childrenBackwards,
  controls,
  type HtmlNode,
  heldText,
  inline,
  isElement,
  isHidden,
  unseen,
} from './elements.ts';

/** Pictures no larger than this in pixels are icons of the site. */
const iconSize = 60;
/** Letters of a cell that is a page of text, not of data. */
const longestCell = 480;
/** Columns or rows that one cell is taken to cover at most, and cells of a table. */
const mostCovered = 40;
const mostCells = 20_000;

const size = (node: HtmlNode, name: string): number => Number.parseInt(attribute(node, name), 10);

/** Whether a picture is the site's ornament, not the article's. */
export function isIcon(node: HtmlNode): boolean {
  const source = attribute(node, 'data-src') || attribute(node, 'data-original') || attribute(node, 'src');
  const small = size(node, 'width') <= iconSize || size(node, 'height') <= iconSize;
  const isData = source.startsWith('data:');
  return (
    small || source === '' || (!isData && /icon|fileTypeImages|\/ico[_/.]|\.ico|qrcode|ewm|logo|share/i.test(source))
  );
}

/** What a cell, or a caption, shows; what of it is not shown, and what its pictures say. */
interface CellText {
  readonly text: string;
  readonly left: readonly { readonly text: string; readonly rule: string }[];
  readonly pictures: readonly string[];
}

/** The words of an element in one line. Words that only a break parts stay apart where they are figures or Latin. */
function cellText(cell: HtmlNode): CellText {
  let text = '';
  const left: { text: string; rule: string }[] = [];
  const pictures: string[] = [];
  let isParted = false;
  const open: HtmlNode[] = [cell];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.nodeType === 3) {
      const words = node.textContent ?? '';
      if (words.trim() === '') {
        text += words;
        continue;
      }
      if (isParted && /[\w%]$/.test(text) && /^\w/.test(words)) text += ' ';
      isParted = false;
      text += words;
      continue;
    }
    const name = node.localName ?? '';
    if (!isElement(node) || unseen.has(name)) continue;
    if (node !== cell && (controls.has(name) || isHidden(node))) {
      const words = heldText(node);
      if (words.trim() !== '') left.push({ text: words, rule: controls.has(name) ? 'page/control' : 'page/hidden' });
      continue;
    }
    if (name === 'img' && !isIcon(node)) {
      text += imagePlaceholder;
      pictures.push(attribute(node, 'alt'));
      continue;
    }
    if (!inline.has(name)) isParted = true;
    for (const child of childrenBackwards(node)) open.push(child);
  }
  return { text: text.replace(/\s+/g, ' ').trim(), left, pictures };
}

/** A table of data: each cell's text once, in its first place; the places that it covers beside are empty. */
export interface DataTable {
  readonly caption: string | null;
  readonly rows: readonly (readonly string[])[];
  readonly left: CellText['left'];
  readonly pictures: readonly string[];
}

interface TableParts {
  readonly captions: HtmlNode[];
  readonly rows: HtmlNode[];
}

/** A table's own rows and captions; null where another table stands within, or words in no cell. */
function tableParts(table: HtmlNode): TableParts | null {
  const parts: TableParts = { captions: [], rows: [] };
  const open = childrenBackwards(table);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const name = node.localName ?? '';
    if (node.nodeType === 3 && (node.textContent ?? '').trim() !== '') return null;
    if (!isElement(node) || unseen.has(name)) continue;
    if (name === 'caption') parts.captions.push(node);
    else if (name === 'tr') parts.rows.push(node);
    else if (name === 'thead' || name === 'tbody' || name === 'tfoot')
      for (const child of childrenBackwards(node)) open.push(child);
    else if (heldText(node).trim() !== '') return null;
  }
  return parts;
}

const holdsTable = (node: HtmlNode): boolean => {
  const open = childrenBackwards(node);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isElement(next)) continue;
    if (next.localName === 'table') return true;
    for (const child of childrenBackwards(next)) open.push(child);
  }
  return false;
};

const covered = (cell: HtmlNode, name: string): number => Math.min(mostCovered, Math.max(1, size(cell, name) || 1));

/**
 * A table of data: two rows and columns at least, no table within, no cell that is a page of text, every letter in a
 * cell or the caption. Null for any other table, which only lays out the page.
 */
export function dataTable(table: HtmlNode): DataTable | null {
  if (holdsTable(table)) return null;
  const parts = tableParts(table);
  if (!parts || parts.captions.length > 1) return null;
  const left: CellText['left'][number][] = [];
  const pictures: string[] = [];
  const taken = (found: CellText): string => {
    left.push(...found.left);
    pictures.push(...found.pictures);
    return found.text;
  };
  const [captionNode] = parts.captions;
  const caption = captionNode ? taken(cellText(captionNode)) : '';
  const rows: string[][] = [];
  /** Rows for which a cell above still covers a column. */
  const held: number[] = [];
  let cells = 0;
  for (const row of parts.rows) {
    const own: string[] = [];
    const toNext = (): void => {
      while ((held[own.length] ?? 0) > 0) {
        held[own.length] = (held[own.length] ?? 1) - 1;
        own.push('');
      }
    };
    for (const cell of row.childNodes) {
      const isCell = cell.localName === 'td' || cell.localName === 'th';
      if (!isCell) {
        if (heldText(cell).trim() !== '' && (isElement(cell) || cell.nodeType === 3)) return null;
        continue;
      }
      toNext();
      if (isHidden(cell)) {
        left.push({ text: heldText(cell), rule: 'page/hidden' });
        continue;
      }
      const text = taken(cellText(cell));
      if (text.length > longestCell) return null;
      const [width, height] = [covered(cell, 'colspan'), covered(cell, 'rowspan')];
      for (let column = 0; column < width; column++) {
        if (column > 0) toNext();
        held[own.length] = height - 1;
        own.push(column === 0 ? text : '');
      }
      cells += width;
      if (cells > mostCells) return null;
    }
    // What a cell above covers to the right of the row's last cell.
    const last = held.findLastIndex((rowsLeft) => rowsLeft > 0);
    while (own.length <= last) {
      const isHeld = (held[own.length] ?? 0) > 0;
      if (isHeld) held[own.length] = (held[own.length] ?? 1) - 1;
      own.push('');
    }
    rows.push(own);
  }
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...filled.map(({ length }) => length));
  if (filled.length < 2 || width < 2) return null;
  const letters = letterCount([caption, ...filled.flat(), ...left.map(({ text }) => text)].join(''));
  if (letters !== letterCount(heldText(table)) + pictures.length * letterCount(imagePlaceholder)) return null;
  return {
    caption: caption === '' ? null : caption,
    rows: filled.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]),
    left,
    pictures,
  };
}

/** The page's own table (索引号 …) is read as fields, so it becomes lines. */
export const isFieldTable = (rows: DataTable['rows']): boolean =>
  rows.flat().filter((cell) => loneLabel(cell) !== null).length >= 2;
