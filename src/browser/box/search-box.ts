import { type SiteRoutes, siteRoutes } from '../../archive/routes.ts';
import { type BoxAnswer, boxAnswers } from '../../views/box-finding.ts';
import { adoptStyle } from '../page/adopted-style.ts';
import { announce } from '../page/announcement.ts';
import { madeElement } from '../page/made-element.ts';
import { openAddress } from '../page/open-address.ts';
import { OptionList } from '../page/option-list.ts';
import { siteBase } from '../page/site-base.ts';
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
  readonly #list = madeElement('ul', { id: 'box-answers', className: 'answers' });
  readonly #routes: SiteRoutes;
  readonly #options: OptionList;
  #open: (() => void)[] = [];

  constructor(form: HTMLFormElement, input: HTMLInputElement, routes: SiteRoutes) {
    [this.#form, this.#input, this.#routes] = [form, input, routes];
    saidAs(this.#list, 'aria-label', 'boxAnswers');
    form.append(this.#list);
    this.#options = new OptionList(input, this.#list, {
      open: (at) => this.#open[at]?.(),
      passesField: true,
      unchosen: null,
    });
    input.addEventListener('input', () => void this.#answer());
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
      this.#options.setOpen(false);
    }
  }

  #put(query: string, answers: readonly BoxAnswer[]): void {
    this.#open = [
      ...answers.map((answer) => () => openAddress(addressOf(this.#routes, answer))),
      () => this.#form.requestSubmit(),
    ];
    const options = [...answers.map(labelOf), [said('inFullText', { phrase: query })]];
    this.#options.put(
      options.map((label) => madeElement('li', {}, ...label)),
      answers.length > 0,
    );
    if (answers.length > 0) announce(words('boxFound', { count: answers.length }));
  }
}

const begun = new WeakSet<HTMLFormElement>();

/**
 * Lets the form around a field of the full text's search answer with places and years too. Forms that search within a
 * place, and the search page's own, whose fields mean more, stay as they are.
 */
export function beginBox(input: HTMLInputElement): void {
  const form = input.form;
  if (!form || begun.has(form) || form.querySelector('[type=hidden]')) return;
  begun.add(form);
  adoptStyle(boxStyle);
  new SearchBox(form, input, siteRoutes(siteBase()));
}
