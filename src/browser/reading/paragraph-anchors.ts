import { svg } from '../../charts/svg-element.ts';
import { adoptStyle } from '../page/adopted-style.ts';
import { announce } from '../page/announcement.ts';
import { blockInView, followBlock, reportBlocksShown } from '../page/block-in-view.ts';
import { copyText } from '../page/copy-text.ts';
import { madeElement } from '../page/made-element.ts';
import { svgNode } from '../page/svg-node.ts';
import { lastingAddress } from '../served/shown-report.ts';
import { plainKey } from './plain-key.ts';
import { saidAs, words } from './words.ts';

/** The signs are drawn: the page's text stays the report's text and no other. */
const style = `
.t > [id] { position: relative; }
.anchor { position: absolute; inset: 0 auto auto -1.6rem; width: 1.5rem; height: 1.5rem; margin: 0; padding: 0; border: 0;
  background: none; color: var(--soft); font: 1rem / 1.5 sans-serif; text-indent: 0; text-align: center; opacity: 0; }
.t > .anchor { inset: auto; margin-left: -1.6rem; }
.anchor svg { width: 1rem; vertical-align: -.15em; fill: none; stroke: currentcolor; stroke-width: 1.5; }
.anchor[data-copied] { color: var(--seal); }
.anchor[data-copied] svg { display: none; }
.anchor[data-copied]::before { content: "✓"; content: "✓" / ""; }
.t > :hover > .anchor, .anchor:hover, .anchor:focus-visible, .anchor[data-copied], .anchor:has(+ .table:hover) { opacity: 1; }
@media (hover: none) { .anchor[tabindex="0"] { opacity: 1; } }
@media print { .anchor { display: none; } }`;

/** The sign of a link: two rings of a chain. */
const chain = svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, [
  svg('path', { d: 'M7 11H4a3 3 0 0 1 0-6h3M9 5h3a3 3 0 0 1 0 6H9M5.5 8h5' }),
]);

const beginning = (text: string): string => (text.length > 12 ? `${text.slice(0, 12)}…` : text);

/** How long a copied address is marked, in milliseconds. */
const shownFor = 2500;

async function copyAddress(block: HTMLElement, button: HTMLElement): Promise<void> {
  const isCopied = await copyText(lastingAddress(block.id));
  announce(isCopied ? words('paragraphCopied') : words('copyFromAddressBar'));
  // Where nothing may be copied the address bar holds the address.
  if (!isCopied) history.replaceState(history.state, '', `#${block.id}`);
  button.toggleAttribute('data-copied', isCopied);
  setTimeout(() => button.removeAttribute('data-copied'), shownFor);
}

function anchorButton(block: HTMLElement): HTMLButtonElement {
  const button = madeElement('button', { type: 'button', className: 'anchor', tabIndex: -1 }, svgNode(chain));
  saidAs(button, 'aria-label', 'copyAddressOf', { text: beginning((block.textContent ?? '').trim()) });
  saidAs(button, 'title', 'copyParagraphHow');
  button.addEventListener('click', () => void copyAddress(block, button));
  // What scrolls sideways would cut off what stands in its margin.
  if (block.matches('.table')) block.before(button);
  // As the last child it would tear the last line apart: Chromium justifies what text-wrap: pretty has shortened.
  else block.prepend(button);
  return button;
}

/**
 * Gives each heading, paragraph and table a button that copies its address. One of them, that of the paragraph in view,
 * is a stop of the Tab key and read out; the arrow keys lead from there to the others. `l` copies the address of the
 * paragraph in view.
 */
export function begin(): void {
  adoptStyle(style);
  const blocks = reportBlocksShown();
  const buttons = blocks.map(anchorButton);
  const stopAt = (button: HTMLButtonElement | undefined): void => {
    if (!button) return;
    for (const other of buttons) {
      other.tabIndex = other === button ? 0 : -1;
      // A button after each paragraph would be read out after each.
      other.ariaHidden = other === button ? null : 'true';
    }
  };
  followBlock((block) => {
    // The one that holds the focus stays what it is.
    if (!document.activeElement?.matches('.anchor')) stopAt(buttons[blocks.indexOf(block)]);
  });
  for (const button of buttons) button.addEventListener('focus', () => stopAt(button));
  document.querySelector('article.t')?.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent)) return;
    const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = buttons[at + (step ?? 0)];
    if (at < 0 || step === undefined || !next) return;
    event.preventDefault();
    next.focus();
  });
  document.addEventListener('keydown', (event) => {
    if (plainKey(event) !== 'l') return;
    const block = blockInView();
    const button = block && buttons[blocks.indexOf(block)];
    if (block && button) void copyAddress(block, button);
  });
}
