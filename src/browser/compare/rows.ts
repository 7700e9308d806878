import {
  type ComparedBlock,
  type ComparedSection,
  type Comparison,
  type ComparisonRow,
  changedShare,
  sharedText,
} from '../../compare/comparison.ts';
import { isHeading } from '../../compare/report-text.ts';
import type { Saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import type { FetchedReport } from '../served/fetched-report.ts';
import { told, toldAs } from '../words/spoken.ts';
import type { CompareState } from './state.ts';
import { said, saidAs } from './words.ts';

/** A report, what it is called here, and the address of its page, for links to its places. */
export interface ComparedReport {
  readonly report: FetchedReport;
  readonly name: Saying;
  readonly href: string;
}

/** Of a paragraph that is changed beyond this share, all but nothing would be painted. */
const nearlyAll = 0.7;

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

/** What one report alone has: its heading in sight, the rest folded. */
function foldedBlocks(blocks: readonly ComparedBlock[], elements: readonly HTMLElement[], name: Saying): Node[] {
  const [first, ...rest] = elements;
  const isHeaded = blocks[0] !== undefined && isHeading(blocks[0].block);
  const folded = isHeaded ? rest : elements;
  if (first === undefined || folded.length === 0) return [...elements];
  const { characters } = sharedText(isHeaded ? blocks.slice(1) : blocks);
  const summary = madeElement('summary', {}, said('onlyHereFold', { thing: name, characters }));
  return [...(isHeaded ? [first] : []), madeElement('details', {}, summary, ...folded)];
}

/** A row with its cells; `isFolded` where it belongs to a part that only one report has. */
function tableRow(
  group: readonly ComparisonRow[],
  shown: readonly [ComparedReport, ComparedReport],
  marks: CompareState['marks'],
  isFolded: boolean,
): HTMLTableRowElement {
  const [first] = group;
  const isPair = first !== undefined && first.left !== null && first.right !== null;
  const cells = (['left', 'right'] as const).map((side, at) => {
    const blocks = group.flatMap((row) => row[side] ?? []);
    const report = shown[at];
    // What has no partner is different as a whole; marking all of it would mark nothing.
    const nodes = (block: ComparedBlock): Node[] =>
      isPair ? runNodes(block, marks) : [document.createTextNode(block.block.text)];
    const elements = blocks.map((block) => blockElement(block, nodes(block), report?.href ?? ''));
    const children = isFolded && !isPair && report ? foldedBlocks(blocks, elements, report.name) : elements;
    const made = madeElement('td', {}, ...children);
    const isQuiet = isPair && marks === 'different' && changedShare(sharedText(blocks)) > nearlyAll;
    if (isQuiet && !blocks.every(({ block }) => isHeading(block))) made.className = 'quiet';
    if (children.length > 0 && report) toldAs(made, 'data-side', report.name);
    else made.dataset.side = '';
    made.setAttribute('role', 'cell');
    return made;
  });
  const isEqual = isPair && [first.left, first.right].every((side) => side?.runs.every(({ isSame }) => isSame));
  const row = madeElement('tr', { className: isEqual ? 'equal' : isPair ? 'pair' : 'alone' }, ...cells);
  row.setAttribute('role', 'row');
  if (first?.isMoved) cells[0]?.prepend(madeElement('span', { className: 'tag' }, said('moved')));
  return row;
}

/** Where the rows of a section begin on the page, by its place among the sections; without `#`. */
export const partAnchor = (at: number): string => `part-${at + 1}`;

/** Both reports as a table: a row for each pair of blocks, and for what stands on one side only; a body a section. */
export function comparisonTable(
  { rows, sections }: Comparison,
  shown: readonly [ComparedReport, ComparedReport],
  marks: CompareState['marks'],
): HTMLTableElement {
  const heads = shown.map(({ name, href }) => {
    const head = madeElement('th', { scope: 'col' }, madeElement('a', { href }, told(name)));
    head.setAttribute('role', 'columnheader');
    return head;
  });
  const headRow = madeElement('tr', {}, ...heads);
  headRow.setAttribute('role', 'row');
  const table = madeElement('table', { className: 'compared' });
  table.setAttribute('role', 'table');
  saidAs(table, 'aria-label', 'pairTable', { thing: shown[0].name, words: shown[1].name });
  table.createTHead().setAttribute('role', 'rowgroup');
  table.tHead?.append(headRow);
  const body = ({ from, to, isPaired }: ComparedSection, at: number): HTMLTableSectionElement => {
    const made = madeElement('tbody', { id: partAnchor(at) });
    made.setAttribute('role', 'rowgroup');
    for (const group of grouped(rows.slice(from, to))) made.append(tableRow(group, shown, marks, !isPaired));
    return made;
  };
  table.append(...sections.map(body));
  return table;
}
