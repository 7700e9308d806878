import type { CapturedRow, CapturedRun } from '../../../compare/capture-rows.ts';
import { adoptStyle } from '../../page/adopted-style.ts';
import { madeElement } from '../../page/made-element.ts';
import type { CaptureSource } from './capture-view-sources.ts';

const style = `
.captured { font-size: .9em; line-height: 1.8; text-indent: 0; color: var(--ink); background: var(--sheet); padding: .2rem .8rem; margin: 0 0 .8em;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.captured::before { content: attr(data-line); color: var(--soft); font-size: .75rem; margin-right: .8em; }
.captured[data-reason] { color: var(--soft); border-left: 3px double var(--soft); }
.captured[data-reason]::after { content: "　" attr(data-reason); font-size: .8rem; color: var(--seal); }
@media (min-width: 62rem) {
  .r:has(.beside) { grid-template-columns: minmax(0, 1fr); }
  .r:has(.beside) > * { grid-column: 1; }
  .r:has(.beside) > .toc { display: none; }
  .beside { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 2.5rem; align-items: start; }
  .beside > * { grid-column: 1; }
  .beside > .captured { grid-column: 2; }
}
.beside > .side-notes { display: none; }
@media print { .captured { display: none; } }`;

const isChanged = ({ text, becomes }: CapturedRun): boolean => text !== becomes;

function runNode(run: CapturedRun): Node {
  if (!isChanged(run)) return document.createTextNode(run.text);
  return madeElement('mark', {
    textContent: run.text,
    title: run.becomes.trim() === '' ? '正文中去掉' : `正文中作“${run.becomes}”`,
  });
}

function rowElement(row: CapturedRow, reason: string): HTMLElement {
  const isOutside = row.block === null;
  const element = madeElement('div', { className: 'captured', translate: false });
  element.append(
    ...(isOutside
      ? [
          row.runs
            .map(({ text }) => text)
            .join('')
            .trim(),
        ]
      : row.runs.map(runNode)),
  );
  element.dataset.line = String(row.number);
  if (isOutside) element.dataset.reason = `未入正文：${reason}`;
  return element;
}

const reasonOf = ({ excluded }: CaptureSource, number: number): string =>
  excluded.find(({ from, to }) => from <= number && number <= to)?.reason ?? '不属于报告';

/** Sets each line of a capture after the block of the text it became, and the lines left out where they stood. */
export function showCapturedRows(
  article: Element,
  rows: readonly CapturedRow[],
  blocks: readonly Element[],
  source: CaptureSource,
): void {
  adoptStyle(style);
  article.classList.add('beside');
  let last: Element | null = null;
  for (const row of rows) {
    const element = rowElement(row, reasonOf(source, row.number));
    const block = row.block === null ? null : blocks[row.block];
    // A second line of one block, and what was left out, follow what came before.
    if (block && !(last && (last === block || block.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING)))
      block.after(element);
    else if (last) last.after(element);
    else article.prepend(element);
    last = element;
  }
}

/** Takes the capture away and leaves the text as it was. */
export function hideCapturedRows(): void {
  for (const line of document.querySelectorAll('.captured')) line.remove();
  document.querySelector('.beside')?.classList.remove('beside');
}

/** What was changed, by kind, with how often: `，` for `,` 131 times. Spaces are one kind. */
export function changesByKind(rows: readonly CapturedRow[]): Map<string, number> {
  const kinds = new Map<string, number>();
  for (const run of rows.flatMap((row) => (row.block === null ? [] : row.runs)).filter(isChanged)) {
    const isSpace = run.text.trim() === '';
    const kind = isSpace ? '排版空白去掉或并为一个' : `“${run.text}”恢复为“${run.becomes}”`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}
