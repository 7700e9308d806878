import { madeElement } from '../page/made-element.ts';
import { type BarButtons, barButtons } from './bar-buttons.ts';
import { barOffers, onBarOffers } from './bar-offers.ts';
import { plainKey } from './plain-key.ts';
import type { ReadingSettings } from './settings/settings.ts';
import { onSettings, readingSettings } from './settings/store.ts';
import type { OpenedTool, ReadingTool } from './tools/tool.ts';
import { said, saidAs } from './words.ts';

/**
 * The tools and the one panel they share: a bar at the window's foot, or a rail beside a report's text where there is
 * room (`bar-rail.ts`); neither covers the other, nor the text for long.
 */
export class ReadingBar {
  readonly #panel = madeElement('section', { className: 'tool-panel', hidden: true });
  readonly #bar = madeElement('div', { className: 'tool-bar' });
  readonly #offers = madeElement('div', { className: 'bar-offers' }, ...barOffers());
  readonly #tools: readonly ReadingTool[];
  #buttons: BarButtons;
  readonly element: HTMLElement;
  #open: { readonly id: string; readonly tool: OpenedTool; readonly from: Element | null } | null = null;
  #isElder: boolean;

  constructor(tools: readonly ReadingTool[]) {
    this.#tools = tools;
    this.#panel.tabIndex = -1;
    this.element = madeElement('aside', { className: 'reading' });
    saidAs(this.element, 'aria-label', 'readingTools');
    this.#isElder = readingSettings().elder;
    this.#buttons = this.#built();
    onBarOffers(() => this.#offers.replaceChildren(...barOffers()));
    onSettings((settings) => this.#follow(settings));
    document.addEventListener('keydown', (event) => this.press(event));
  }

  #follow({ elder }: ReadingSettings): void {
    if (elder !== this.#isElder) {
      this.#isElder = elder;
      const wasInBar = this.element.contains(document.activeElement) && !this.#panel.contains(document.activeElement);
      this.#buttons = this.#built();
      if (wasInBar) this.element.querySelector<HTMLElement>('[data-elder]')?.focus();
    }
    this.#buttons.follow();
  }

  #built(): BarButtons {
    this.element.classList.toggle('elder-bar', this.#isElder);
    const buttons = barButtons(this.#tools, this.#isElder, ({ id }) => void this.toggle(id));
    this.#bar.replaceChildren(...buttons.first);
    // As they are read: the first, the rest, what is offered, and last what was opened.
    this.element.replaceChildren(this.#bar, ...(buttons.rest ? [buttons.rest.sheet] : []), this.#offers, this.#panel);
    if (this.#open) buttons.tools.get(this.#open.id)?.setAttribute('aria-expanded', 'true');
    return buttons;
  }

  /** Does what a key means here; nothing, where it was taken already. */
  press(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#open && !event.defaultPrevented && !event.isComposing) {
      event.preventDefault();
      this.#close();
      return;
    }
    const pressed = plainKey(event);
    const box = pressed === '/' && document.querySelector<HTMLInputElement>('input[name=q]');
    if (box) {
      event.preventDefault();
      box.select();
      return;
    }
    const tool = this.#tools.find(({ key }) => key === pressed);
    if (!tool) return;
    event.preventDefault();
    void this.toggle(tool.id);
  }

  #close(): void {
    if (!this.#open) return;
    const { id, tool, from } = this.#open;
    const button = this.#buttons.tools.get(id);
    tool.end?.();
    this.#open = null;
    const wasInside = this.#panel.contains(document.activeElement);
    this.#panel.hidden = true;
    this.#panel.replaceChildren();
    button?.setAttribute('aria-expanded', 'false');
    // A tool that has no button in 长辈模式 was opened by its key, from wherever the reader was.
    const back = button ?? from;
    if (!wasInside || !(back instanceof HTMLElement)) return;
    back.focus();
    // A button in a closed sheet takes no focus.
    if (document.activeElement !== back) this.#buttons.rest?.opener.focus();
  }

  /** Opens a tool in the panel, or closes it where it is open. A tool that cannot be loaded says so. */
  async toggle(id: string): Promise<void> {
    const wasOpen = this.#open?.id === id;
    const from = document.activeElement;
    this.#close();
    const tool = this.#tools.find((other) => other.id === id);
    if (wasOpen || !tool) return;
    const heading = madeElement('h2', { id: 'tool-name' }, said(tool.name));
    const close = madeElement('button', { type: 'button', className: 'tool-close' }, said('close'));
    close.addEventListener('click', () => this.#close());
    const body = madeElement('div', { className: 'tool-body' });
    this.#panel.setAttribute('aria-labelledby', 'tool-name');
    this.#panel.replaceChildren(heading, close, body);
    this.#panel.hidden = false;
    this.#buttons.tools.get(id)?.setAttribute('aria-expanded', 'true');
    this.#open = { id, tool: {}, from };
    this.#panel.focus();
    try {
      const opened = await (await tool.load()).open(body);
      if (this.#open?.id === id) this.#open = { id, tool: opened, from };
      else opened.end?.();
    } catch {
      body.replaceChildren(madeElement('p', {}, said('toolNotLoaded')));
    }
  }
}
