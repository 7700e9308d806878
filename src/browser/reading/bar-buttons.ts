import { madeElement } from '../page/made-element.ts';
import { isWeChat } from '../page/wechat-hint.ts';
import { elderButtons, elderSwitch, showSizes } from './bar-elder.ts';
import type { ReadingTool, ToolGroup } from './tools/tool.ts';
import { said, saidAs } from './words.ts';

/** The bar as it stands now: its buttons, those that open tools by the tool's id, and the sheet of the rest. */
export interface BarButtons {
  readonly first: readonly HTMLElement[];
  readonly tools: ReadonlyMap<string, HTMLButtonElement>;
  /** The groups of the rest, and the button that opens them where they are not in sight; null where all are first. */
  readonly rest: { readonly sheet: HTMLElement; readonly opener: HTMLButtonElement } | null;
  /** Follows a change of the letters' size. */
  readonly follow: () => void;
}

/** So many buttons stand in one row. */
const row = 5;

/** A button for the contents of a report, where the page has a list of them. */
function contentsButtons(): HTMLButtonElement[] {
  const contents = document.querySelector<HTMLElement>('#toc[popover]');
  if (!contents) return [];
  const button = madeElement('button', { type: 'button', className: 'narrow' }, said('contents'));
  button.popoverTargetElement = contents;
  return [button];
}

/** A button that prints a report with its notes; none in WeChat, which cannot print. */
function printButtons(): HTMLButtonElement[] {
  if (isWeChat() || document.querySelector('article.t') === null) return [];
  const button = madeElement('button', { type: 'button' }, said('print'));
  button.addEventListener('click', async () => (await import('./printed-notes.ts')).printReport());
  return [button];
}

/** Builds the bar's buttons for the tools of this page; `press` is called with the id of a tool whose button is pressed. */
export function barButtons(
  tools: readonly ReadingTool[],
  isElder: boolean,
  press: (tool: ReadingTool) => void,
): BarButtons {
  const buttons = new Map<string, HTMLButtonElement>();
  const made = (tool: ReadingTool): HTMLButtonElement => {
    const button = madeElement('button', { type: 'button' }, said(tool.name));
    button.setAttribute('aria-keyshortcuts', tool.key);
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => press(tool));
    buttons.set(tool.id, button);
    return button;
  };
  const leave = elderSwitch(isElder);
  leave.dataset.elder = '';
  if (isElder) {
    const { larger, smaller } = elderButtons();
    const own = tools.filter(({ inElder }) => inElder === true).map(made);
    const first = [...contentsButtons(), larger, smaller, ...own, leave];
    return { first, tools: buttons, rest: null, follow: () => showSizes(larger, smaller) };
  }
  // Who only touches has no keys to be told of.
  const shown = matchMedia('(any-hover: none) and (any-pointer: coarse)').matches
    ? tools.filter(({ id }) => id !== 'keys')
    : tools;
  const of = (group: ToolGroup): HTMLElement[] => shown.filter((tool) => tool.group === group).map(made);
  const first = [...contentsButtons(), ...of('first')];
  const groups = [[...of('keep'), ...printButtons()], of('source'), [...of('help'), leave]];
  const all = [...first, ...groups.flat()];
  if (all.length <= row) return { first: all, tools: buttons, rest: null, follow: () => undefined };
  const opener = madeElement('button', { type: 'button', className: 'narrow' }, said('moreTools'));
  const sheet = madeElement(
    'div',
    { className: 'tool-more', popover: 'auto' },
    ...groups.map((group) => madeElement('div', { className: 'tool-group' }, ...group)),
  );
  saidAs(sheet, 'aria-label', 'moreTools');
  sheet.setAttribute('role', 'group');
  sheet.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('button') && sheet.matches(':popover-open')) sheet.hidePopover();
  });
  opener.popoverTargetElement = sheet;
  return { first: [...first, opener], tools: buttons, rest: { sheet, opener }, follow: () => undefined };
}
