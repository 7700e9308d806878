import { announce } from '../page/announcement.ts';
import { madeElement } from '../page/made-element.ts';
import { plainKey } from '../reading/plain-key.ts';
import { told } from '../words/spoken.ts';
import type { CompareState } from './state.ts';
import { said, words } from './words.ts';

/** Room above a row that is stepped to, for the heads that stay. */
const above = 60;

/** Steps through a comparison from one difference, or one stretch of the same text, to the next; also by n and p. */
export class ComparisonSteps {
  readonly element = madeElement('div', { className: 'steps' });
  readonly #place = madeElement('span', { className: 'soft' });
  #rows: readonly HTMLElement[] = [];
  #at = -1;

  constructor() {
    document.addEventListener('keydown', (event) => {
      const step = { n: 1, p: -1 }[plainKey(event) ?? ''];
      if (step === undefined || !this.element.isConnected) return;
      event.preventDefault();
      this.#step(step);
    });
  }

  /** Steps through this table from now on. */
  follow(table: HTMLTableElement, marks: CompareState['marks']): void {
    const wanted = marks === 'same' ? 'tr:has(mark)' : 'tbody tr:not(.equal)';
    this.#rows = [...table.querySelectorAll<HTMLElement>(wanted)];
    this.#at = -1;
    const button = (label: Text, key: string, step: number): HTMLButtonElement => {
      const made = madeElement('button', { type: 'button', disabled: this.#rows.length === 0 }, label);
      made.setAttribute('aria-keyshortcuts', key);
      made.addEventListener('click', () => this.#step(step));
      return made;
    };
    this.#place.replaceChildren(said('differenceTotal', { total: this.#rows.length }));
    this.element.replaceChildren(
      this.#place,
      button(said(marks === 'same' ? 'previousSame' : 'previousDifference'), 'p', -1),
      button(said(marks === 'same' ? 'nextSame' : 'nextDifference'), 'n', 1),
    );
  }

  /** The row to go to: beside the one gone to last where that is in sight, else beside the top of the window. */
  #next(step: number): number {
    const top = (row: HTMLElement): number => row.getBoundingClientRect().top;
    const last = this.#rows[this.#at];
    if (last && top(last) > -1 && top(last) < innerHeight) return this.#at + step;
    if (step > 0) return this.#rows.findIndex((row) => top(row) > above + 2);
    return this.#rows.findLastIndex((row) => top(row) < above - 2);
  }

  #step(step: number): void {
    const count = this.#rows.length;
    if (count === 0) return;
    const next = this.#next(step);
    // Round, as the list of what was found in a report goes round.
    this.#at = next < 0 ? (step > 0 ? 0 : count - 1) : next % count;
    for (const [at, row] of this.#rows.entries()) row.toggleAttribute('data-here', at === this.#at);
    this.#rows[this.#at]?.scrollIntoView({ block: 'start' });
    const values = { at: this.#at + 1, total: count };
    this.#place.replaceChildren(told({ key: 'differenceAt', values }));
    announce(words('differenceAt', values));
  }
}
