/** What an option list asks of its owner. */
export interface OptionListUse {
  /** Opens the option at this place. */
  readonly open: (at: number) => void;
  /** Whether the arrows pass through the field itself between the last option and the first. */
  readonly passesField: boolean;
  /** The option that Enter opens while none is chosen; null where Enter is then the form's. */
  readonly unchosen: 0 | null;
}

/**
 * The options below a field, after the combobox pattern of the WAI-ARIA practices: arrows choose, Enter and a press open,
 * Escape closes, and leaving the field does too.
 */
export class OptionList {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #use: OptionListUse;
  #chosen = -1;

  constructor(input: HTMLInputElement, list: HTMLElement, use: OptionListUse) {
    [this.#input, this.#list, this.#use] = [input, list, use];
    Object.assign(input, { autocomplete: 'off', role: 'combobox', ariaAutoComplete: 'list', ariaExpanded: 'false' });
    input.setAttribute('aria-controls', list.id);
    list.role = 'listbox';
    list.hidden = true;
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.setOpen(false));
    // Pressing on the list must not take the focus, which would close it before the click.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', ({ target }) => {
      const option = target instanceof Element ? target.closest('[role=option]') : null;
      if (option) use.open([...list.children].indexOf(option));
    });
  }

  /** Puts these options in place of the last ones, none of them chosen, and opens the list or closes it. */
  put(options: readonly HTMLElement[], isOpen: boolean): void {
    for (const [at, option] of options.entries())
      Object.assign(option, { id: `${this.#list.id}-${at}`, role: 'option', ariaSelected: 'false' });
    this.#list.replaceChildren(...options);
    this.#choose(-1);
    this.setOpen(isOpen);
  }

  /** Opens the list or closes it; a closed one has nothing chosen. */
  setOpen(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#input.ariaExpanded = String(isOpen);
    if (!isOpen) this.#choose(-1);
  }

  #choose(at: number): void {
    this.#list.children[this.#chosen]?.setAttribute('aria-selected', 'false');
    this.#chosen = at;
    const option = this.#list.children[at];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #next(step: number): number {
    const last = this.#list.children.length - 1;
    const first = this.#use.passesField ? -1 : 0;
    if (!this.#use.passesField && this.#chosen < 0 && step < 0) return last;
    const next = this.#chosen + step;
    return next > last ? first : next < first ? last : next;
  }

  #key(event: KeyboardEvent): void {
    // Enter and arrows that belong to an input method are not ours.
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && this.#list.children.length > 0) {
      event.preventDefault();
      this.setOpen(true);
      this.#choose(this.#next(step));
    } else if (event.key === 'Enter' && !this.#list.hidden) {
      const at = this.#chosen < 0 ? this.#use.unchosen : this.#chosen;
      if (at === null) return;
      event.preventDefault();
      this.#use.open(at);
    } else if (event.key === 'Escape' && !this.#list.hidden) {
      event.preventDefault();
      this.setOpen(false);
    }
  }
}
