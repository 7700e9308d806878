import { type SiteRoutes, siteRoutes } from '../../archive/routes.ts';
import { type BoxAnswer, boxAnswers } from '../../views/box-finding.ts';
import { adoptStyle } from '../page/adopted-style.ts';
import { announce } from '../page/announcement.ts';
import { madeElement } from '../page/made-element.ts';
import { addressOf, labelOf } from './answer-words.ts';
import { loadedBox } from './box-data.ts';
import { boxStyle } from './box-style.ts';
import { said, saidAs, words } from './words.ts';

/**
 * The box that knows places, years and departments: a combobox with a list, after the pattern of the WAI-ARIA practices.
 * Nothing is chosen until the reader chooses it, so Enter searches the full text as it does without script.
 */
class SearchBox {
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #list = madeElement('ul', { id: 'box-answers', className: 'answers', role: 'listbox', hidden: true });
  readonly #routes: SiteRoutes;
  #open: (() => void)[] = [];
  #chosen = -1;

  constructor(form: HTMLFormElement, input: HTMLInputElement, routes: SiteRoutes) {
    [this.#form, this.#input, this.#routes] = [form, input, routes];
    saidAs(this.#list, 'aria-label', 'boxAnswers');
    Object.assign(input, { autocomplete: 'off', role: 'combobox', ariaAutoComplete: 'list', ariaExpanded: 'false' });
    input.setAttribute('aria-controls', this.#list.id);
    form.append(this.#list);
    input.addEventListener('input', () => void this.#answer());
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.#show(false));
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', ({ target }) => {
      const option = target instanceof Element ? target.closest('[role=option]') : null;
      if (option) this.#open[[...this.#list.children].indexOf(option)]?.();
    });
    if (input.value !== '') void this.#answer();
    else void loadedBox(routes.regionFinder, routes.reportFinder).catch(() => {});
  }

  async #answer(): Promise<void> {
    const query = this.#input.value;
    try {
      const data = await loadedBox(this.#routes.regionFinder, this.#routes.reportFinder);
      // Whoever typed on meanwhile has a search of their own.
      if (query !== this.#input.value) return;
      this.#put(query.trim(), query.trim() === '' ? [] : boxAnswers(data, query));
    } catch {
      // Without the lists the box searches the full text, as without script.
      this.#show(false);
    }
  }

  #put(query: string, answers: readonly BoxAnswer[]): void {
    const option = (at: number, ...label: (Node | string)[]): HTMLElement =>
      madeElement('li', { id: `box-answer-${at}`, role: 'option', ariaSelected: 'false' }, ...label);
    this.#open = [
      ...answers.map((answer) => () => location.assign(addressOf(this.#routes, answer))),
      () => this.#form.requestSubmit(),
    ];
    this.#list.replaceChildren(
      ...answers.map((answer, at) => option(at, ...labelOf(answer))),
      option(answers.length, said('inFullText', { phrase: query })),
    );
    this.#choose(-1);
    this.#show(answers.length > 0);
    if (answers.length > 0) announce(words('boxFound', { count: answers.length }));
  }

  #show(isOpen: boolean): void {
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

  #key(event: KeyboardEvent): void {
    // Enter and arrows that belong to an input method are not ours.
    if (event.isComposing) return;
    const last = this.#open.length - 1;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && last >= 0 && this.#list.children.length > 0) {
      event.preventDefault();
      this.#show(true);
      const next = this.#chosen + step;
      this.#choose(next > last ? -1 : next < -1 ? last : next);
    } else if (event.key === 'Enter' && !this.#list.hidden && this.#chosen >= 0) {
      event.preventDefault();
      this.#open[this.#chosen]?.();
    } else if (event.key === 'Escape' && !this.#list.hidden) {
      event.preventDefault();
      this.#show(false);
    }
  }
}

const begun = new WeakSet<HTMLFormElement>();

/**
 * Lets the form around a field of the full text's search answer with places and years too. Forms that search within a
 * place, and the search page's own, whose fields mean more, stay as they are.
 */
export function beginBox(input: HTMLInputElement): void {
  const form = input.form;
  const home = document.querySelector<HTMLAnchorElement>('header > a');
  if (!form || !home || begun.has(form) || form.querySelector('[type=hidden]')) return;
  begun.add(form);
  adoptStyle(boxStyle);
  const root = new URL(home.href).pathname.replace(/en\/$/, '');
  new SearchBox(form, input, siteRoutes(root));
}
