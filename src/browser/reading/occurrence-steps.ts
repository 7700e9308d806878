import { isQueryProblem, parsedQuery, soughtPhrases } from '../../search/query.ts';
import { madeElement } from '../page/made-element.ts';
import { markOccurrences } from '../page/mark-occurrences.ts';
import { pageReady } from '../page/page-ready.ts';
import { spoken } from '../words/spoken.ts';
import { plainKey } from './plain-key.ts';

// Bundled by itself, for the pages that a search led to.
const { said, saidAs } = await spoken({
  'zh-Hans': () => import('../../i18n/zh-hans/reading.ts'),
  en: () => import('../../i18n/en/reading.ts'),
});

/** How the bar looks; it is seldom on a page, so its style comes with it. */
const style = `
.steps { position: fixed; inset: auto 0 0; display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: center;
  justify-content: center; padding: .5rem 1rem; background: var(--sheet); border-top: 1px solid var(--line); }
body:has(.steps) { padding-bottom: 4rem; }
@media (max-height: 24rem) { .steps { position: static; } body:has(.steps) { padding-bottom: 0; } }
/* The paragraph of the address would drown its marks. */
.t :target { background: none; }
mark[data-current] { outline: 2px solid var(--seal); }
@media print { .steps { display: none; } }`;

/** The bar that tells where one stands among the occurrences and steps through them. */
class OccurrenceSteps {
  readonly #marks: readonly HTMLElement[];
  readonly #place = madeElement('span');
  readonly bar: HTMLElement;
  #at: number;

  constructor(query: string, marks: readonly HTMLElement[], at: number) {
    this.#marks = marks;
    this.#at = at;
    this.#place.setAttribute('role', 'status');
    const button = (label: Text, key: string, act: () => void): HTMLButtonElement => {
      const made = madeElement('button', { type: 'button', onclick: act }, label);
      made.setAttribute('aria-keyshortcuts', key);
      return made;
    };
    this.bar = madeElement(
      'div',
      { className: 'steps' },
      madeElement('span', {}, `“${query}”`),
      this.#place,
      button(said('previousPlace'), 'p', () => this.#step(-1)),
      button(said('nextPlace'), 'n', () => this.#step(1)),
      button(said('unmark'), 'Escape', () => this.#end()),
    );
    this.bar.setAttribute('role', 'group');
    saidAs(this.bar, 'aria-label', 'foundPlaces');
    document.addEventListener('keydown', this.#onKey);
    this.#show(false);
  }

  #onKey = (event: KeyboardEvent): void => {
    const key = plainKey(event);
    if (key === 'n') this.#step(1);
    else if (key === 'p') this.#step(-1);
    // An open panel takes the key first.
    else if (key === 'Escape' && !document.querySelector('.tool-panel:not([hidden])')) this.#end();
  };

  #step(by: number): void {
    this.#at = (this.#at + by + this.#marks.length) % this.#marks.length;
    this.#show(true);
  }

  #show(isStep: boolean): void {
    for (const [at, mark] of this.#marks.entries()) mark.toggleAttribute('data-current', at === this.#at);
    const total = this.#marks.length;
    const place = { at: String(this.#at + 1), total: String(total) };
    this.#place.replaceChildren(total > 0 ? said('placeOfPlaces', place) : said('notInReport'));
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#marks[this.#at]?.scrollIntoView({ block: 'center', behavior: isStep && !isCalm ? 'smooth' : 'instant' });
  }

  /** Takes the marks and the bar away, and the query out of the address. */
  #end(): void {
    document.removeEventListener('keydown', this.#onKey);
    for (const mark of document.querySelectorAll('.r mark')) mark.replaceWith(...mark.childNodes);
    this.bar.remove();
    history.replaceState(null, '', location.pathname + location.hash);
  }
}

/**
 * Marks all places where a query's phrases stand and goes to the one the address leads to: the `n`-th (from 0) in the
 * paragraph of its anchor.
 */
function showOccurrences(query: string): void {
  const parsed = parsedQuery(query);
  if (isQueryProblem(parsed)) return;
  const marks = markOccurrences(soughtPhrases(parsed).map(({ folded }) => folded));
  const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  const first = target ? marks.findIndex((mark) => target.contains(mark)) : 0;
  const nth = Number(new URLSearchParams(location.search).get('n') ?? 0);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  document.body.append(new OccurrenceSteps(query, marks, Math.max(0, first + nth)).bar);
}

await pageReady();
showOccurrences(new URLSearchParams(location.search).get('q') ?? '');
