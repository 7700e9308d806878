import { madeElement } from '../page/made-element.ts';
import { said, saidAs } from './words.ts';

/** A field above the list of terms: only terms whose name, other names or meaning hold what is typed stay in sight. */
class TermFilter extends HTMLElement {
  readonly #input = madeElement('input', { type: 'search', autocomplete: 'off' });
  readonly #status = madeElement('p', { className: 'soft' });

  connectedCallback(): void {
    this.#status.setAttribute('role', 'status');
    this.#input.addEventListener('input', () => this.#filter());
    saidAs(this.#input, 'aria-label', 'filterTerms');
    saidAs(this.#input, 'placeholder', 'filterTerms');
    this.replaceChildren(this.#input, this.#status);
    // A browser that goes back puts back what was typed.
    if (this.#input.value !== '') this.#filter();
  }

  #filter(): void {
    const wanted = this.#input.value.trim().toLowerCase();
    const entries = [...document.querySelectorAll<HTMLElement>('main section[data-term]')];
    const shown = entries.filter((entry) => {
      entry.hidden = !entry.textContent.toLowerCase().includes(wanted);
      return !entry.hidden;
    });
    const names = new Set(shown.map((entry) => entry.dataset.term));
    for (const link of this.parentElement?.querySelectorAll('li a') ?? [])
      if (link.parentElement) link.parentElement.hidden = !names.has(link.textContent);
    const count = shown.length;
    this.#status.replaceChildren(
      ...(wanted === '' ? [] : [count === 0 ? said('noTerm') : said('termsShown', { count })]),
    );
  }
}

customElements.define('term-filter', TermFilter);
