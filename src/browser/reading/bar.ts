import { madeElement } from '../page/made-element.ts';
import { elderButtons, elderSwitch, showSizes } from './bar-elder.ts';
import { barOffers, onBarOffers } from './bar-offers.ts';
import { plainKey } from './plain-key.ts';
import type { ReadingSettings } from './settings/settings.ts';
import { onSettings, readingSettings } from './settings/store.ts';
import type { OpenedTool, ReadingTool } from './tools/tool.ts';
import { said, saidAs } from './words.ts';

/** The bar of tools at the page's foot and the one panel they share; neither covers the other, nor the text for long. */
export class ReadingBar {
  readonly #panel = madeElement('section', { className: 'tool-panel', hidden: true });
  readonly #bar = madeElement('div', { className: 'tool-bar' });
  readonly #offers = madeElement('div', { className: 'bar-offers' }, ...barOffers());
  readonly #tools: readonly ReadingTool[];
  #buttons: ReadonlyMap<string, HTMLButtonElement> = new Map();
  readonly element: HTMLElement;
  #open: { readonly id: string; readonly tool: OpenedTool; readonly from: Element | null } | null = null;
  #isElder: boolean;
  #showSizes = (): void => undefined;

  constructor(tools: readonly ReadingTool[]) {
    this.#tools = tools;
    this.#panel.tabIndex = -1;
    this.element = madeElement('aside', { className: 'reading' }, this.#panel, this.#bar);
    saidAs(this.element, 'aria-label', 'readingTools');
    this.#isElder = readingSettings().elder;
    this.#build();
    onBarOffers(() => this.#offers.replaceChildren(...barOffers()));
    onSettings((settings) => this.#follow(settings));
    document.addEventListener('keydown', (event) => this.press(event));
  }

  #follow({ elder }: ReadingSettings): void {
    if (elder !== this.#isElder) {
      this.#isElder = elder;
      const wasInBar = this.#bar.contains(document.activeElement);
      this.#build();
      if (wasInBar) this.#bar.querySelector<HTMLElement>('[data-elder]')?.focus();
    }
    this.#showSizes();
  }

  #build(): void {
    this.element.classList.toggle('elder-bar', this.#isElder);
    const shown = this.#tools.filter(({ inElder }) => !this.#isElder || inElder === true);
    this.#buttons = new Map(shown.map((tool) => [tool.id, this.#button(tool)]));
    const last = elderSwitch(this.#isElder);
    last.dataset.elder = '';
    this.#showSizes = () => undefined;
    if (!this.#isElder) {
      this.#bar.replaceChildren(this.#offers, ...this.#buttons.values(), last);
      return;
    }
    const { larger, smaller } = elderButtons();
    this.#showSizes = () => showSizes(larger, smaller);
    this.#bar.replaceChildren(this.#offers, larger, smaller, ...this.#buttons.values(), last);
  }

  #button(tool: ReadingTool): HTMLButtonElement {
    const button = madeElement('button', { type: 'button' }, said(tool.name));
    button.setAttribute('aria-keyshortcuts', tool.key);
    button.setAttribute('aria-expanded', String(this.#open?.id === tool.id));
    button.addEventListener('click', () => void this.toggle(tool.id));
    return button;
  }

  /** Does what a key means here; nothing, where it was taken already. */
  press(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#open && !event.defaultPrevented && !event.isComposing) {
      event.preventDefault();
      this.#close();
      return;
    }
    const pressed = plainKey(event);
    const tool = this.#tools.find(({ key }) => key === pressed);
    if (!tool) return;
    event.preventDefault();
    void this.toggle(tool.id);
  }

  #close(): void {
    if (!this.#open) return;
    const { id, tool, from } = this.#open;
    const button = this.#buttons.get(id);
    tool.end?.();
    this.#open = null;
    const wasInside = this.#panel.contains(document.activeElement);
    this.#panel.hidden = true;
    this.#panel.replaceChildren();
    button?.setAttribute('aria-expanded', 'false');
    // A tool that has no button in 长辈模式 was opened by its key, from wherever the reader was.
    const back = button ?? from;
    if (wasInside && back instanceof HTMLElement) back.focus();
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
    this.#buttons.get(id)?.setAttribute('aria-expanded', 'true');
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
