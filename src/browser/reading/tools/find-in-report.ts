import { folded } from '../../../text/fold.ts';
import { adoptStyle } from '../../page/adopted-style.ts';
import { madeElement } from '../../page/made-element.ts';
import { findLiterally, markOccurrences } from '../../page/mark-occurrences.ts';
import type { OpenedTool } from './tool.ts';
import { said, saidAs } from './words.ts';

const style = `
.find { flex-wrap: wrap; align-items: center; }
.find input { flex: 1; min-width: 10em; }
mark[data-current] { outline: 2px solid var(--seal); }`;

/** Marks where a phrase stands in the report and steps through the places. */
class FindInReport {
  readonly #phrase = madeElement('input', { type: 'search', enterKeyHint: 'search', autocomplete: 'off' });
  readonly #count = madeElement('span', { className: 'soft' });
  readonly form: HTMLFormElement;
  /** Every mark made, and of each place the one that stands for it. */
  #made: readonly HTMLElement[] = [];
  #places: readonly HTMLElement[] = [];
  #at = 0;
  #sought = '';
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    saidAs(this.#phrase, 'aria-label', 'findInReport');
    this.#count.setAttribute('role', 'status');
    const step = (words: Text, by: number): HTMLButtonElement =>
      madeElement('button', { type: 'button', onclick: () => this.#step(by) }, words);
    this.form = madeElement(
      'form',
      { className: 'find' },
      this.#phrase,
      step(said('previous'), -1),
      step(said('next'), 1),
      this.#count,
    );
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.#phrase.addEventListener('input', () => {
      clearTimeout(this.#pause);
      // While Chinese is being composed the letters are not yet what is sought.
      this.#pause = setTimeout(() => this.#seek(), 150);
    });
    this.#phrase.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      if (folded(this.#phrase.value) === this.#sought) this.#step(event.shiftKey ? -1 : 1);
      else this.#seek();
    });
  }

  focus(): void {
    this.#phrase.focus();
  }

  /** Takes all of its marks away; those of a search stay. */
  clear(): void {
    clearTimeout(this.#pause);
    for (const mark of this.#made) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
    this.#made = [];
    this.#places = [];
    this.#sought = '';
  }

  #seek(): void {
    const phrase = folded(this.#phrase.value);
    if (phrase === this.#sought) return;
    this.clear();
    this.#sought = phrase;
    this.#count.textContent = '';
    if (phrase === '') return;
    const before = new Set(document.querySelectorAll('.r mark'));
    this.#places = markOccurrences(findLiterally(phrase));
    this.#made = [...document.querySelectorAll<HTMLElement>('.r mark')].filter((mark) => !before.has(mark));
    // From where the reader is on, not from the top.
    const next = this.#places.findIndex((mark) => mark.getBoundingClientRect().bottom > 0);
    this.#at = Math.max(0, next);
    this.#show(false);
  }

  #step(by: number): void {
    const { length } = this.#places;
    if (length === 0) return;
    this.#at = (this.#at + by + length) % length;
    this.#show(true);
  }

  #show(isStep: boolean): void {
    for (const [at, mark] of this.#places.entries()) mark.toggleAttribute('data-current', at === this.#at);
    const { length } = this.#places;
    const place = { at: String(this.#at + 1), total: String(length) };
    this.#count.replaceChildren(length > 0 ? said('placeOfPlaces', place) : said('notInReport'));
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#places[this.#at]?.scrollIntoView({ block: 'center', behavior: isStep && !isCalm ? 'smooth' : 'instant' });
  }
}

/** Finds a phrase in the report, folded as everywhere; its marks go when the panel closes. */
export function open(panel: HTMLElement): OpenedTool {
  adoptStyle(style);
  const find = new FindInReport();
  panel.append(find.form, madeElement('p', { className: 'soft' }, said('findHow')));
  find.focus();
  return { end: () => find.clear() };
}
