import { phraseStretches } from '../../search/phrase-stretches.ts';
import { isQueryProblem, parsedQuery, soughtPhrases } from '../../search/query.ts';
import { madeElement } from '../page/made-element.ts';
import { markOccurrences } from '../page/mark-occurrences.ts';
import { pageReady } from '../page/page-ready.ts';
import { type ServedBlock, servedBlocks } from '../served/served-blocks.ts';
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

/** Deeper than any heading set as one: a paragraph's bold beginning heads what follows until the next of its kind. */
const runInDepth = 7;

function headingDepth({ block }: ServedBlock): number | null {
  if (block.kind === 'heading') return block.depth;
  return block.kind === 'paragraph' && block.runIn > 0 ? runInDepth : null;
}

/** The anchors of the blocks on this page that stand in sections of some roles, as search assigns them. */
function anchorsWithin(article: Element, roles: readonly string[]): Set<string> {
  let open: { readonly depth: number; readonly role: string | null }[] = [];
  const within = servedBlocks(article).filter((served) => {
    const depth = headingDepth(served);
    if (depth !== null) open = [...open.filter((above) => above.depth < depth), { depth, role: served.role }];
    return roles.includes(open.findLast((above) => above.role !== null)?.role ?? '');
  });
  return new Set(within.map(({ anchor }) => anchor));
}

/** The bar that tells where one stands among the occurrences and steps through them. */
class OccurrenceSteps {
  /** All places, and those within the roles that were searched, which are the same where none was chosen. */
  readonly #all: readonly HTMLElement[];
  readonly #within: readonly HTMLElement[];
  #marks: readonly HTMLElement[];
  readonly #place = madeElement('span');
  readonly bar: HTMLElement;
  #at: number;

  readonly #switch = madeElement('button', { type: 'button', onclick: () => this.#turn() });

  /** Begins at `from`, one of `all`. */
  constructor(
    query: string,
    all: readonly HTMLElement[],
    within: readonly HTMLElement[],
    from: HTMLElement | undefined,
  ) {
    this.#all = all;
    this.#within = within;
    this.#marks = from && !within.includes(from) ? all : within;
    this.#at = Math.max(0, from ? this.#marks.indexOf(from) : 0);
    this.#switch.hidden = within.length === all.length;
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
      this.#switch,
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

  /** Goes through all places of the report, or again only through those within the search. */
  #turn(): void {
    const current = this.#marks[this.#at];
    this.#marks = this.#marks === this.#all ? this.#within : this.#all;
    this.#at = Math.max(0, current ? this.#marks.indexOf(current) : 0);
    this.#show(true);
  }

  #show(isStep: boolean): void {
    const current = this.#marks[this.#at];
    for (const mark of this.#all) mark.toggleAttribute('data-current', mark === current);
    const [count, total, at] = [this.#within.length, this.#all.length, String(this.#at + 1)];
    const isWithin = this.#marks === this.#within && count < total;
    this.#place.replaceChildren(
      this.#marks.length === 0
        ? said('notInReport')
        : isWithin
          ? said('placeOfScope', { at, count, total })
          : said('placeOfPlaces', { at, total: String(total) }),
    );
    this.#switch.replaceChildren(isWithin ? said('allPlaces', { total }) : said('placesOfScope', { count }));
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    current?.scrollIntoView({ block: 'center', behavior: isStep && !isCalm ? 'smooth' : 'instant' });
  }

  /** Takes the marks and the bar away, and the query out of the address. */
  #end(): void {
    document.removeEventListener('keydown', this.#onKey);
    for (const mark of document.querySelectorAll('.r mark')) mark.replaceWith(...mark.childNodes);
    this.bar.remove();
    const left = new URLSearchParams(location.search);
    for (const name of ['q', 'n', 'role']) left.delete(name);
    history.replaceState(null, '', location.pathname + (left.size > 0 ? `?${left}` : '') + location.hash);
  }
}

/**
 * Marks all places where a query's phrases stand and goes to the one the address leads to: the `n`-th (from 0) in the
 * paragraph of its anchor, or else the first within the roles that the address names.
 */
function showOccurrences(query: string): void {
  const parsed = parsedQuery(query);
  if (isQueryProblem(parsed)) return;
  const sought = soughtPhrases(parsed);
  const marks = markOccurrences((text) => sought.flatMap((phrase) => phraseStretches(text, phrase)));
  const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  const first = target ? marks.findIndex((mark) => target.contains(mark)) : 0;
  const parameters = new URLSearchParams(location.search);
  const nth = Number(parameters.get('n') ?? 0);
  const roles = parameters.getAll('role');
  const article = document.querySelector('article.t');
  const anchors = article ? anchorsWithin(article, roles) : new Set<string>();
  const isWithin = (mark: HTMLElement): boolean => anchors.has(mark.closest('article.t > *')?.id ?? '');
  const within = roles.length > 0 ? marks.filter(isWithin) : marks;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  document.body.append(
    new OccurrenceSteps(query, marks, within, target ? marks[Math.max(0, first + nth)] : within[0]).bar,
  );
}

await pageReady();
showOccurrences(new URLSearchParams(location.search).get('q') ?? '');
