import { madeElement } from './made-element.ts';
import type { OpenedTool, ReadingTool } from './reading-tools.ts';

/** The bar of tools at the page's foot and the one panel they share; neither covers the other, nor the text for long. */
export class ReadingBar {
  readonly #panel = madeElement('section', { className: 'tool-panel', hidden: true });
  readonly #tools: readonly ReadingTool[];
  readonly #buttons: ReadonlyMap<string, HTMLButtonElement>;
  readonly element: HTMLElement;
  #open: { readonly id: string; readonly tool: OpenedTool } | null = null;

  constructor(tools: readonly ReadingTool[]) {
    this.#tools = tools;
    this.#panel.tabIndex = -1;
    this.#buttons = new Map(tools.map((tool) => [tool.id, this.#button(tool)]));
    const bar = madeElement('div', { className: 'tool-bar' }, ...this.#buttons.values());
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', '阅读工具');
    this.element = madeElement('aside', { className: 'reading' }, this.#panel, bar);
    this.element.setAttribute('aria-label', '阅读工具');
    document.addEventListener('keydown', this.#onKey);
  }

  #button(tool: ReadingTool): HTMLButtonElement {
    const button = madeElement('button', { type: 'button', textContent: tool.name });
    button.setAttribute('aria-keyshortcuts', tool.key);
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => void this.toggle(tool.id));
    return button;
  }

  #onKey = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape' && this.#open) this.#close();
    if (isTyping) return;
    const tool = this.#tools.find(({ key }) => key === event.key);
    if (!tool) return;
    event.preventDefault();
    void this.toggle(tool.id);
  };

  #close(): void {
    if (!this.#open) return;
    const button = this.#buttons.get(this.#open.id);
    this.#open.tool.end?.();
    this.#open = null;
    const wasInside = this.#panel.contains(document.activeElement);
    this.#panel.hidden = true;
    this.#panel.replaceChildren();
    button?.setAttribute('aria-expanded', 'false');
    if (wasInside) button?.focus();
  }

  /** Opens a tool in the panel, or closes it where it is open. A tool that cannot be loaded says so. */
  async toggle(id: string): Promise<void> {
    const wasOpen = this.#open?.id === id;
    this.#close();
    const tool = this.#tools.find((other) => other.id === id);
    if (wasOpen || !tool) return;
    const heading = madeElement('h2', { textContent: tool.name, id: 'tool-name' });
    const close = madeElement('button', { type: 'button', textContent: '关上', className: 'tool-close' });
    close.addEventListener('click', () => this.#close());
    const body = madeElement('div', { className: 'tool-body' });
    this.#panel.setAttribute('aria-labelledby', 'tool-name');
    this.#panel.replaceChildren(heading, close, body);
    this.#panel.hidden = false;
    this.#buttons.get(id)?.setAttribute('aria-expanded', 'true');
    this.#open = { id, tool: {} };
    this.#panel.focus();
    try {
      const opened = await (await tool.load()).open(body);
      if (this.#open?.id === id) this.#open = { id, tool: opened };
      else opened.end?.();
    } catch {
      body.replaceChildren(madeElement('p', { textContent: '没有读到这个工具，请检查网络，再按一次。' }));
    }
  }
}
