import { madeElement } from '../page/made-element.ts';
import type { SearchState } from './state.ts';
import { said, saidAs } from './words.ts';

const typingPause = 500;

/** What the form tells the page. */
export interface OnForm {
  /** What stands in the field; `isAsked` where the reader asked for it, not only paused in typing. */
  readonly query: (q: string, isAsked: boolean) => void;
  readonly mode: (mode: SearchState['mode']) => void;
}

/** The form of the search page: the field, its button and the two ways to search. */
export class SearchForm {
  readonly #input = madeElement('input', { type: 'search', name: 'q', autocomplete: 'off' });
  readonly #modes = madeElement('fieldset', { className: 'modes' });
  readonly #on: OnForm;
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly element = madeElement('form', {}, this.#input, madeElement('button', {}, said('search')), this.#modes);

  constructor(on: OnForm) {
    this.#on = on;
    saidAs(this.#input, 'aria-label', 'searchWords');
    this.element.setAttribute('role', 'search');
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#typed(true);
    });
    // An input method composes a word from several keys; nothing is searched before it is done.
    this.#input.addEventListener('input', (event) => {
      if (event instanceof InputEvent && event.isComposing) return;
      this.#typedSoon();
    });
    this.#input.addEventListener('compositionend', () => this.#typedSoon());
  }

  /** Puts a query into the field, as where the reader goes back to an earlier search. */
  write(q: string): void {
    this.#input.value = q;
  }

  /** Offers the ways to search, one of them chosen. */
  showModes(chosen: SearchState['mode']): void {
    const choice = (mode: SearchState['mode']): HTMLLabelElement => {
      const radio = madeElement('input', {
        type: 'radio',
        name: 'mode',
        value: mode,
        checked: chosen === mode,
      });
      radio.addEventListener('change', () => this.#on.mode(mode));
      return madeElement('label', {}, radio, ' ', said(mode));
    };
    this.#modes.replaceChildren(
      madeElement('legend', { className: 'soft' }, said('way')),
      choice('literal'),
      choice('ranked'),
    );
  }

  #typedSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#typed(false), typingPause);
  }

  #typed(isAsked: boolean): void {
    clearTimeout(this.#pause);
    this.#on.query(this.#input.value.trim(), isAsked);
  }
}
