import { stateCode } from '../../archive/region-code.ts';
import { type SiteRoutes, siteRoutes } from '../../archive/routes.ts';
import type { Saying } from '../../i18n/saying.ts';
import { type UnreadPart, unknownRegion } from '../../search/scope.ts';
import { madeElement } from '../page/made-element.ts';
import { keepPlace, keptPlace, type ReadingPlace } from '../page/reading-place.ts';
import { told } from '../words/spoken.ts';
import type { AnswerPlace, AskedSearch, ShownAnswer } from './answer.ts';
import { openPhraseEngine } from './exact/client.ts';
import { takenEarlyWorker } from './exact/early-worker.ts';
import { MalformedQuery, type PhraseEngine, toldOf } from './exact/engine.ts';
import { searchedRoutes } from './exact/searched-routes.ts';
import { type KnownValues, type OnFilter, showPhraseFilters } from './filters.ts';
import { LiteralAnswer } from './literal-answer.ts';
import { showRankedAnswer } from './ranked-answer.ts';
import { RankedList } from './ranked-list.ts';
import { keepSearch, recentSearchList } from './recent-searches.ts';
import { provinceNames } from './records/province-names.ts';
import { namedRegions } from './records/region-names.ts';
import { scopeNames } from './scope-names.ts';
import { SearchForm } from './search-form.ts';
import { type SearchState, searchParameters, searchState } from './state.ts';
import type { PhraseTally } from './tally.ts';
import { unreadAddress } from './unread-address.ts';
import { said } from './words.ts';

/** A list of ranked reports stands whole at once: its place is how far the page is scrolled. */
const rankedAnswer: ShownAnswer = {
  end: () => {},
  place: () => ({ scrolled: scrollY, first: null, focused: null, heights: [], opened: [] }),
};

/** Milliseconds that a reader rests before the place is kept. */
const resting = 200;

/**
 * The search page: literal phrases by the exact layer, words by relevance. Its whole state is the address; the
 * searches it asks are numbered, so that none shows its answer after a later one has begun.
 */
class PhraseSearch extends HTMLElement {
  readonly #form = new SearchForm({
    query: (q, isAsked) => {
      if (q !== this.#state.q || isAsked) void this.#change({ q, page: 1 }, isAsked);
    },
    mode: (mode) => void this.#change({ mode }),
  });
  readonly #filters = madeElement('div', { className: 'filters' });
  readonly #place: AnswerPlace = {
    status: madeElement('p', { className: 'total' }),
    live: madeElement('p', { className: 'soft' }),
    hints: madeElement('div', { className: 'hints' }),
    tabs: madeElement('div'),
    charts: madeElement('div', { className: 'beside' }),
    tools: madeElement('div', { className: 'tools' }),
    results: madeElement('div'),
  };
  /** The search in words, on paper only, where there is no form. */
  readonly #asked = madeElement('p', { className: 'asked' });
  #routes: SiteRoutes = siteRoutes('/');
  #known: KnownValues = { years: [], provinces: new Map(), regions: new Map() };
  #engine: PhraseEngine | null = null;
  #ranked = new RankedList(this.#routes, () => this.#exact(), false);
  #state: SearchState = searchState(new URLSearchParams());
  /** What of the address cannot be read; nothing is searched until the reader has seen it. */
  #unread: readonly UnreadPart[] = [];
  #shown: ShownAnswer | null = null;
  /** The page's own name, which every search puts its words before. */
  #title = '';
  #rest: ReturnType<typeof setTimeout> | undefined;
  #run = 0;

  connectedCallback(): void {
    const { provinces, years, ranksReports } = this.dataset;
    this.#routes = searchedRoutes(this);
    this.#title = document.title;
    this.#known = {
      years: years?.split(' ').map(Number) ?? [],
      provinces: provinceNames(provinces),
      regions: new Map(),
    };
    this.#ranked = new RankedList(
      this.#routes,
      () => this.#exact(),
      ranksReports !== undefined && this.dataset.held === undefined,
    );
    this.#build();
    // What is found comes after the browser would have scrolled to it.
    history.scrollRestoration = 'manual';
    addEventListener('popstate', () => void this.#restore());
    addEventListener('scroll', () => {
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => this.#keepPlace(), resting);
    });
    this.#place.results.addEventListener('click', () => this.#keepPlace());
    void this.#restore();
  }

  #build(): void {
    const { status, live, hints, tabs, charts, tools, results } = this.#place;
    status.setAttribute('role', 'status');
    live.setAttribute('role', 'status');
    const narrowing = madeElement(
      'details',
      { open: matchMedia('(min-width: 62rem)').matches },
      madeElement('summary', {}, said('narrow')),
      this.#filters,
    );
    const found = madeElement(
      'div',
      { className: 'found' },
      this.#asked,
      status,
      hints,
      tabs,
      live,
      tools,
      charts,
      results,
    );
    const help = this.querySelector('.help');
    const { held } = this.dataset;
    if (held !== undefined)
      this.prepend(madeElement('p', { className: 'held' }, said('searchHeldOnly', { count: Number(held) })));
    this.prepend(this.#form.element);
    if (help) this.#form.element.append(help);
    this.append(madeElement('div', { className: 'columns' }, narrowing, found));
  }

  /** Keeps where the reader is, for who comes back to this search. */
  #keepPlace(): void {
    clearTimeout(this.#rest);
    const place = this.dataset.searchState === 'done' ? this.#shown?.place() : null;
    if (place) keepPlace(place);
  }

  async #restore(): Promise<void> {
    clearTimeout(this.#rest);
    const parameters = new URLSearchParams(location.search);
    this.#state = searchState(parameters);
    this.#unread = unreadAddress(parameters);
    this.#form.write(this.#state.q);
    if (this.#state.q) keepSearch(this.#state.q);
    await this.#search(keptPlace());
  }

  /** Takes a change of the state; a new entry in the history only where the reader asked for it. */
  async #change(changes: Partial<SearchState>, isEntry = true): Promise<void> {
    this.#state = { ...this.#state, ...changes };
    this.#unread = [];
    if (isEntry && this.#state.q) keepSearch(this.#state.q);
    const parameters = searchParameters(this.#state);
    const address = parameters.size > 0 ? `?${parameters}` : location.pathname;
    if (isEntry && address !== location.search) {
      this.#keepPlace();
      history.pushState(null, '', address);
    } else history.replaceState(null, '', address);
    await this.#search();
  }

  #searchAgain(q: string): void {
    this.#form.write(q);
    void this.#change({ q });
  }

  /** Names the page after the search, for tabs, bookmarks and the history, and puts the query where it is printed. */
  #name(): void {
    const { q } = this.#state;
    const scope = scopeNames(this.#state, this.#known).map((part) =>
      typeof part === 'string' ? part : told(part).data,
    );
    const asked = [...(q ? [`“${q}”`] : []), ...scope];
    document.title = [...asked, this.#title].join(' · ');
    this.#asked.textContent = asked.join(' · ');
  }

  #mark(state: 'idle' | 'loading' | 'done' | 'error', tally?: PhraseTally): void {
    this.dataset.searchState = state;
    delete this.dataset.reports;
    delete this.dataset.occurrences;
    if (!tally) return;
    this.dataset.reports = String(tally.total.reports);
    this.dataset.occurrences = String(tally.total.occurrences);
  }

  #showFilters: AskedSearch['showFilters'] = (tally, roleTallies = new Map(), onRolesSeen = () => {}) => {
    const onFilter: OnFilter = (name, values) => void this.#change({ [name]: values, page: 1 });
    showPhraseFilters(this.#filters, this.#state, tally, roleTallies, this.#known, onFilter, onRolesSeen);
  };

  #clear(): void {
    this.#shown?.end();
    this.#shown = null;
    const { live, hints, tabs, charts, tools, results } = this.#place;
    live.textContent = '';
    for (const part of [hints, tabs, charts, tools, results]) part.replaceChildren();
  }

  async #search(left: ReadingPlace | null = null): Promise<void> {
    const run = ++this.#run;
    this.#form.showModes(this.#state.mode);
    this.#clear();
    const { q, mode, role } = this.#state;
    this.#mark(q ? 'loading' : 'idle');
    this.#place.status.replaceChildren(...(q ? [said('searching')] : []));
    if (!q) {
      this.#showFilters(null);
      this.#place.results.replaceChildren(...recentSearchList((again) => this.#searchAgain(again)));
    }
    const unnamed = this.#unnamedRegions();
    // What is counted is asked for while the register is fetched; what cannot be read is said before any count.
    if (unnamed.length > 0 && q && mode === 'literal')
      this.#exact()
        .counts(q, role)
        .catch(() => {});
    const { names, unknown } = await namedRegions(this.#routes, unnamed);
    if (run !== this.#run) return;
    this.#known = { ...this.#known, regions: new Map([...this.#known.regions, ...names]) };
    this.#name();
    const unread = [...this.#unread, ...unknown.map(unknownRegion)];
    if (unread.length > 0) return this.#refuseAddress(unread, unknown);
    if (!q) return names.size > 0 ? this.#showFilters(null) : undefined;
    try {
      await this.#answer(run, left);
    } catch (error) {
      if (run !== this.#run) return;
      if (error instanceof MalformedQuery) this.#refuse(error.said);
      else this.#fail(toldOf(error));
    }
  }

  async #answer(run: number, left: ReadingPlace | null): Promise<void> {
    const asked: AskedSearch = {
      state: this.#state,
      routes: this.#routes,
      known: this.#known,
      archiveVersion: this.dataset.version ?? '',
      ranked: this.#ranked,
      place: this.#place,
      left,
      isCurrent: () => run === this.#run,
      change: (changes) => {
        if (changes.q !== undefined) this.#form.write(changes.q);
        void this.#change(changes);
      },
      showFilters: this.#showFilters,
      markDone: (tally) => this.#mark('done', tally),
      markStopped: () => this.#mark('idle'),
      fail: (why) => this.#fail(why),
    };
    if (this.#state.mode === 'ranked') {
      await showRankedAnswer(asked);
      if (run !== this.#run) return;
      this.#shown = rankedAnswer;
      if (left) scrollTo({ top: left.scrolled, behavior: 'instant' });
      return;
    }
    const answer = new LiteralAnswer(asked, this.#exact());
    this.#shown = answer;
    await answer.show();
  }

  /** The codes that are chosen and that neither the provinces nor the register, as far as it was asked, have named. */
  #unnamedRegions(): string[] {
    const { provinces, regions } = this.#known;
    return this.#state.region.filter((code) => code !== stateCode && !provinces.has(code) && !regions.has(code));
  }

  /** Says what of the address cannot be read and what can, and leaves it to the reader to go on with that. */
  #refuseAddress(unread: readonly UnreadPart[], unknown: readonly string[]): void {
    this.#state = { ...this.#state, region: this.#state.region.filter((code) => !unknown.includes(code)) };
    this.#mark('error');
    const { status, results } = this.#place;
    const { q } = this.#state;
    status.replaceChildren(said('addressUnread'));
    const readable = [...(q ? [`“${q}”`] : []), ...scopeNames(this.#state, this.#known)];
    const shown = readable.flatMap((part, at) => [at > 0 ? '，' : ' ', typeof part === 'string' ? part : told(part)]);
    const goOn = madeElement(
      'button',
      { type: 'button', onclick: () => void this.#change({}) },
      said('searchReadable'),
    );
    results.replaceChildren(
      madeElement('ul', {}, ...unread.map((part) => madeElement('li', {}, told(part.said)))),
      ...(readable.length > 0 ? [madeElement('p', {}, said('addressReadable'), ...shown), goOn] : []),
    );
    this.#showFilters(null);
  }

  /** Says what is wrong with the query; trying again would not help. */
  #refuse(why: Saying): void {
    this.#mark('error');
    this.#place.status.replaceChildren(told(why));
    this.#showFilters(null);
  }

  /** Says what went wrong and offers to try again; never leaves a total standing. */
  #fail(why: Saying | string): void {
    this.#clear();
    this.#engine = null;
    this.#mark('error');
    this.#place.status.replaceChildren(typeof why === 'string' ? why : told(why));
    const again = madeElement('button', { type: 'button', onclick: () => void this.#search() }, said('retry'));
    this.#place.results.replaceChildren(again);
  }

  /** The exact layer, opened when it is first asked. */
  #exact(): PhraseEngine {
    this.#engine ??= openPhraseEngine(this.#routes, takenEarlyWorker());
    return this.#engine;
  }
}

customElements.define('phrase-search', PhraseSearch);
