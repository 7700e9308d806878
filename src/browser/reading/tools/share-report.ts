import { adoptStyle } from '../../page/adopted-style.ts';
import { blockInView } from '../../page/block-in-view.ts';
import { copyText } from '../../page/copy-text.ts';
import { madeElement } from '../../page/made-element.ts';
import { svgNode } from '../../page/svg-node.ts';
import { lastingAddress } from '../../served/shown-report.ts';
import { qrSymbol } from './qr-symbol.ts';
import type { OpenedTool } from './tool.ts';
import { styleToolRows } from './tool-rows.ts';
import { said, saidAs } from './words.ts';

const style = `
.share { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; align-items: start; }
.share > :last-child { flex: 1 12rem; min-width: 0; }
.qr { width: 9rem; height: 9rem; border: 1px solid var(--line); }
.share label { display: flex; gap: .5rem; align-items: center; }
.share output { display: block; overflow-wrap: anywhere; user-select: all; }`;

/** The title without what the archive says of it. */
function reportTitle(): string {
  const meta = document.querySelector('meta[name="citation_title"]')?.getAttribute('content');
  return meta ?? document.title;
}

/** Offers the address of the report, or of the paragraph in view: as a code, to the system's sheet, to copy. */
export function open(panel: HTMLElement): OpenedTool {
  adoptStyle(style);
  styleToolRows();
  const block = blockInView();
  const status = madeElement('p');
  status.setAttribute('role', 'status');
  const address = madeElement('output', { translate: false });
  const symbol = madeElement('div');
  const paragraph = madeElement('input', { type: 'checkbox' });
  const show = (): void => {
    address.value = lastingAddress(paragraph.checked && block ? block.id : null);
    const drawing = svgNode(qrSymbol(address.value));
    saidAs(drawing, 'aria-label', 'qrCode', { address: address.value });
    symbol.replaceChildren(drawing);
    status.textContent = '';
  };
  paragraph.addEventListener('change', show);
  const copy = madeElement('button', { type: 'button' }, said('copyAddress'));
  copy.addEventListener('click', async () => {
    status.textContent = '';
    status.replaceChildren((await copyText(address.value)) ? said('addressCopied') : said('copyAddressByHand'));
  });
  const buttons = madeElement('p', { className: 'tool-row' }, copy);
  // Browsers without a sheet of their own lack the function.
  if ('share' in navigator) {
    const share = madeElement('button', { type: 'button' }, said('shareBySystem'));
    share.addEventListener('click', async () => {
      try {
        await navigator.share({ title: reportTitle(), url: address.value });
      } catch (error) {
        // Whoever closes the sheet has not failed.
        if (!(error instanceof DOMException) || error.name !== 'AbortError')
          status.replaceChildren(said('shareRefused'));
      }
    });
    buttons.prepend(share);
  }
  show();
  panel.append(
    madeElement(
      'div',
      { className: 'share' },
      symbol,
      madeElement(
        'div',
        {},
        address,
        madeElement('p', {}, madeElement('label', {}, paragraph, said('toParagraph'))),
        buttons,
        status,
      ),
    ),
  );
  return {};
}
