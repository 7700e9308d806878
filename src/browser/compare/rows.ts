import type { ComparedBlock, Comparison, ComparisonRow } from '../../compare/comparison.ts';
import { isHeading } from '../../compare/report-text.ts';
import { madeElement } from '../page/made-element.ts';
import type { FetchedReport } from '../served/fetched-report.ts';
import type { CompareState } from './state.ts';
import { said, saidAs } from './words.ts';

/** A report and the address of its page, for links to its places. */
export interface ComparedReport {
  readonly report: FetchedReport;
  readonly href: string;
}

function runNodes({ runs }: ComparedBlock, marks: CompareState['marks']): Node[] {
  return runs.map(({ text, isSame }) =>
    isSame === (marks === 'same') ? madeElement('mark', { textContent: text }) : document.createTextNode(text),
  );
}

/** One block in its cell; headings link to their place in the report. */
function blockElement(compared: ComparedBlock, nodes: readonly Node[], href: string): HTMLElement {
  const { block } = compared;
  const paragraph = madeElement('p', { className: isHeading(block) ? 'head' : '' });
  if (isHeading(block)) paragraph.append(madeElement('a', { href: `${href}#${block.anchor}` }, ...nodes));
  else paragraph.append(...nodes);
  return paragraph;
}

function cell(side: 'first' | 'second', children: readonly Node[]): HTMLTableCellElement {
  const made = madeElement('td', {}, ...children);
  if (children.length > 0) saidAs(made, 'data-side', side);
  else made.dataset.side = '';
  made.setAttribute('role', 'cell');
  return made;
}

/** Rows of one kind in a row: a pair alone, or all that stands without partner between two pairs. */
function grouped(rows: readonly ComparisonRow[]): (readonly ComparisonRow[])[] {
  const groups: ComparisonRow[][] = [];
  let isOpen = false;
  for (const row of rows) {
    const isPair = row.left !== null && row.right !== null;
    const last = groups.at(-1);
    if (!isPair && isOpen && last) last.push(row);
    else groups.push([row]);
    isOpen = !isPair;
  }
  return groups;
}

function tableRow(
  group: readonly ComparisonRow[],
  shown: readonly [ComparedReport, ComparedReport],
  marks: CompareState['marks'],
): HTMLTableRowElement {
  const [first] = group;
  const isPair = first !== undefined && first.left !== null && first.right !== null;
  const cells = (['left', 'right'] as const).map((side, at) => {
    const blocks = group.flatMap((row) => row[side] ?? []);
    // What has no partner is different as a whole; marking all of it would mark nothing.
    const nodes = (block: ComparedBlock): Node[] =>
      isPair ? runNodes(block, marks) : [document.createTextNode(block.block.text)];
    const children = blocks.map((block) => blockElement(block, nodes(block), shown[at]?.href ?? ''));
    return cell(at === 0 ? 'first' : 'second', children);
  });
  const isEqual = isPair && [first.left, first.right].every((side) => side?.runs.every(({ isSame }) => isSame));
  const row = madeElement('tr', { className: isEqual ? 'equal' : isPair ? 'pair' : 'alone' }, ...cells);
  row.setAttribute('role', 'row');
  if (first?.isMoved) cells[0]?.prepend(madeElement('span', { className: 'tag' }, said('moved')));
  return row;
}

/** Both reports as a table: a row for each pair of blocks, and for what stands on one side only. */
export function comparisonTable(
  { rows }: Comparison,
  shown: readonly [ComparedReport, ComparedReport],
  marks: CompareState['marks'],
): HTMLTableElement {
  const heads = shown.map(({ report, href }, at) => {
    const head = madeElement('th', { scope: 'col' }, said(at === 0 ? 'firstColon' : 'secondColon'));
    head.setAttribute('role', 'columnheader');
    head.append(madeElement('a', { href, textContent: report.title }));
    return head;
  });
  const headRow = madeElement('tr', {}, ...heads);
  headRow.setAttribute('role', 'row');
  const table = madeElement('table', { className: 'compared' });
  table.setAttribute('role', 'table');
  saidAs(table, 'aria-label', 'comparedTable');
  const body = madeElement('tbody', {}, ...grouped(rows).map((group) => tableRow(group, shown, marks)));
  for (const [element, role] of [
    [body, 'rowgroup'],
    [table.createTHead(), 'rowgroup'],
  ] as const)
    element.setAttribute('role', role);
  table.tHead?.append(headRow);
  table.append(body);
  return table;
}
