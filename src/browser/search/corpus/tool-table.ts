import type { PlainKey } from '../../../i18n/saying.ts';
import { madeElement } from '../../page/made-element.ts';
import { said } from './words.ts';

/** Words that head a column. */
export type ColumnKey = Extract<PlainKey, `column${string}`>;

/** A column of a tool's table. */
export interface ToolColumn<Row> {
  readonly head: ColumnKey;
  /** What stands in a file; null for nothing. */
  readonly value: (row: Row) => string | number | null;
  /** What stands on the page, where that is not the value as it is. */
  readonly shown?: (row: Row) => Node | string;
}

/** A table that is shown and saved. */
export interface ToolTable<Row> {
  readonly caption: Text;
  readonly columns: readonly ToolColumn<Row>[];
  readonly rows: readonly Row[];
}

/** A figure with so many digits behind the point, grouped by commas. */
export const fixed = (value: number | null, digits: number): string =>
  value === null
    ? ''
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }).replace('-', '−');

/** The table for the page, in a frame that scrolls by itself where it is wider than the window. */
export function tableElement<Row>({ caption, columns, rows }: ToolTable<Row>): HTMLElement {
  const cell = (column: ToolColumn<Row>, row: Row, at: number): HTMLElement => {
    const value = column.value(row);
    const shown = column.shown?.(row) ?? (typeof value === 'number' ? value.toLocaleString('en') : (value ?? ''));
    return at === 0
      ? madeElement('th', { scope: 'row' }, shown)
      : madeElement('td', { className: typeof value === 'number' ? 'n' : '' }, shown);
  };
  const table = madeElement(
    'table',
    {},
    madeElement('caption', {}, caption),
    madeElement(
      'thead',
      {},
      madeElement('tr', {}, ...columns.map(({ head }) => madeElement('th', { scope: 'col' }, said(head)))),
    ),
    madeElement(
      'tbody',
      {},
      ...rows.map((row) => madeElement('tr', {}, ...columns.map((column, at) => cell(column, row, at)))),
    ),
  );
  const frame = madeElement('div', { className: 'table', tabIndex: 0 }, table);
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', caption.data);
  return frame;
}
