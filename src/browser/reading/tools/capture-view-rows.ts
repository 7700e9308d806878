import type { CapturedRow, CapturedRun } from '../../../compare/capture-rows.ts';
import { ruleKey } from '../../../i18n/rule-names.ts';
import { type Saying, saying } from '../../../i18n/saying.ts';
import { adoptStyle } from '../../page/adopted-style.ts';
import { madeElement } from '../../page/made-element.ts';
import type { CaptureSource } from './capture-view-sources.ts';
import { saidAs } from './words.ts';

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
  const mark = madeElement('mark', { textContent: run.text });
  if (run.becomes.trim() === '') saidAs(mark, 'title', 'removedInText');
  else saidAs(mark, 'title', 'becameInText', { text: run.becomes });
  return mark;
}

function rowElement(row: CapturedRow, reason: Saying): HTMLElement {
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
  if (isOutside) saidAs(element, 'data-reason', 'leftOut', { words: reason });
  return element;
}

function reasonOf({ excluded }: CaptureSource, number: number): Saying {
  const rule = excluded.find(({ from, to }) => from <= number && number <= to)?.rule;
  return saying((rule === undefined ? null : ruleKey(rule)) ?? 'notOfReport');
}

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
export function changesByKind(rows: readonly CapturedRow[]): { readonly kind: Saying; readonly count: number }[] {
  const kinds = new Map<string, { readonly kind: Saying; count: number }>();
  for (const run of rows.flatMap((row) => (row.block === null ? [] : row.runs)).filter(isChanged)) {
    const isSpace = run.text.trim() === '';
    const name = isSpace ? '' : `${run.text}\n${run.becomes}`;
    const kind = isSpace ? saying('layoutSpace') : saying('restored', { text: run.text, phrase: run.becomes });
    const known = kinds.get(name);
    if (known) known.count++;
    else kinds.set(name, { kind, count: 1 });
  }
  return [...kinds.values()];
}
