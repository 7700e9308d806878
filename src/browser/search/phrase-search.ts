import { type SiteRoutes, siteRoutes } from '../../archive/routes.ts';
import { type Role, roles } from '../../archive/section.ts';
import { issuerKindNames, levelNames, roleNames } from '../../i18n/report-words.ts';
import { madeElement } from '../page/made-element.ts';
import { phraseCharts } from './chart.ts';
import { openPhraseEngine } from './client.ts';
import { phraseDownload } from './download.ts';
import { MalformedQuery, type PhraseEngine } from './engine.ts';
import { phraseFilters } from './filters.ts';
import { provinceNames } from './province-names.ts';
import { RankedList } from './ranked-list.ts';
import { PhraseResults, sortableOccurrences } from './results.ts';
import { contextWidths, type SearchState, type SortOrder, searchParameters, searchState, sortOrders } from './state.ts';
import { type PhraseTally, phraseTally, type Tally } from './tally.ts';

const sortNames: Record<SortOrder, string> = {
  year: '年度（新的在前）',
  region: '地区',
  occurrences: '出现次数',
  after: '后文',
  before: '前文',
};

const number = new Intl.NumberFormat('zh-Hans');
const typingPause = 500;

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Choices of a select. */
const option = (value: string, textContent: string, chosen: string): HTMLOptionElement =>
  madeElement('option', { value, textContent, selected: value === chosen });

/** The search page: literal phrases by the exact layer, ranked words by Pagefind; its whole state is the address. */
class PhraseSearch extends HTMLElement {
  readonly #input = madeElement('input', { type: 'search', name: 'q', autocomplete: 'off' });
  readonly #modes = madeElement('fieldset', { className: 'modes' });
  readonly #status = madeElement('p', { className: 'total' });
  readonly #live = madeElement('p', { className: 'soft' });
  readonly #filters = madeElement('div', { className: 'filters' });
  readonly #tools = madeElement('div', { className: 'tools' });
  readonly #charts = madeElement('div');
  readonly #results = madeElement('div');
  #routes: SiteRoutes = siteRoutes('/');
  #provinces: ReadonlyMap<string, string> = new Map();
  #engine: PhraseEngine | null = null;
  #ranked: RankedList | null = null;
  #state: SearchState = searchState(new URLSearchParams());
  #shown: PhraseResults | null = null;
  #run = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const { base = '/', provinces } = this.dataset;
    this.#routes = siteRoutes(base);
    this.#provinces = provinceNames(provinces);
    this.#ranked = new RankedList(this.#routes, () => this.#exact());
    this.#build();
    addEventListener('popstate', () => void this.#restore());
    void this.#restore();
  }

  #build(): void {
    this.#input.setAttribute('aria-label', '检索词');
    this.#status.setAttribute('role', 'status');
    this.#live.setAttribute('role', 'status');
    const form = madeElement('form', {}, this.#input, madeElement('button', { textContent: '检索' }), this.#modes);
    form.setAttribute('role', 'search');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#typed(true);
    });
    // An input method composes a word from several keys; nothing is searched before it is done.
    this.#input.addEventListener('input', (event) => {
      if (event instanceof InputEvent && event.isComposing) return;
      this.#typedSoon();
    });
    this.#input.addEventListener('compositionend', () => this.#typedSoon());
    const narrowing = madeElement(
      'details',
      { open: matchMedia('(min-width: 62rem)').matches },
      madeElement('summary', { textContent: '限定范围' }),
      this.#filters,
    );
    const found = madeElement('div', {}, this.#status, this.#live, this.#charts, this.#tools, this.#results);
    const help = this.querySelector('.help');
    this.prepend(form);
    if (help) form.after(help);
    this.append(madeElement('div', { className: 'columns' }, narrowing, found));
  }

  #typedSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#typed(false), typingPause);
  }

  /** Takes what stands in the field; a new entry in the history only where the reader asked for it. */
  #typed(isAsked: boolean): void {
    clearTimeout(this.#pause);
    const q = this.#input.value.trim();
    if (q === this.#state.q && !isAsked) return;
    void this.#change({ q }, isAsked);
  }

  async #restore(): Promise<void> {
    this.#state = searchState(new URLSearchParams(location.search));
    this.#input.value = this.#state.q;
    await this.#search();
  }

  async #change(changes: Partial<SearchState>, isEntry = true): Promise<void> {
    this.#state = { ...this.#state, ...changes };
    const parameters = searchParameters(this.#state);
    const address = parameters.size > 0 ? `?${parameters}` : location.pathname;
    if (isEntry && address !== location.search) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    await this.#search();
  }

  #mark(state: 'idle' | 'loading' | 'done' | 'error', tally?: PhraseTally): void {
    this.dataset.searchState = state;
    delete this.dataset.reports;
    delete this.dataset.occurrences;
    if (!tally) return;
    this.dataset.reports = String(tally.total.reports);
    this.dataset.occurrences = String(tally.total.occurrences);
  }

  #showModes(): void {
    const choice = (mode: SearchState['mode'], label: string): HTMLLabelElement => {
      const radio = madeElement('input', {
        type: 'radio',
        name: 'mode',
        value: mode,
        checked: this.#state.mode === mode,
      });
      radio.addEventListener('change', () => void this.#change({ mode }));
      return madeElement('label', {}, radio, ` ${label}`);
    };
    this.#modes.replaceChildren(
      madeElement('legend', { className: 'soft', textContent: '方式' }),
      choice('literal', '逐字'),
      choice('ranked', '按相关程度'),
    );
  }

  #showFilters(tally: PhraseTally | null, roleTallies: ReadonlyMap<Role, Tally> = new Map()): void {
    const wasFocused =
      document.activeElement instanceof HTMLInputElement && this.#filters.contains(document.activeElement)
        ? document.activeElement
        : null;
    const groups = phraseFilters(
      this.#state,
      tally,
      roleTallies,
      { years: this.#years(), provinces: this.#provinces },
      (name, values) => void this.#change({ [name]: values }),
    );
    this.#filters.replaceChildren(...groups);
    if (!wasFocused) return;
    this.#filters
      .querySelector<HTMLElement>(`input[name="${wasFocused.name}"][value="${CSS.escape(wasFocused.value)}"]`)
      ?.focus();
  }

  #clear(): void {
    this.#shown?.end();
    this.#shown = null;
    this.#live.textContent = '';
    for (const part of [this.#charts, this.#tools, this.#results]) part.replaceChildren();
  }

  async #search(): Promise<void> {
    const run = ++this.#run;
    this.#showModes();
    this.#clear();
    if (!this.#state.q) {
      this.#mark('idle');
      this.#status.textContent = '';
      this.#showFilters(null);
      return;
    }
    this.#mark('loading');
    this.#status.textContent = '正在检索……';
    try {
      if (this.#state.mode === 'ranked') await this.#searchRanked(run);
      else await this.#searchLiteral(run);
    } catch (error) {
      if (run !== this.#run) return;
      if (error instanceof MalformedQuery) this.#refuse(error.message);
      else this.#fail(message(error));
    }
  }

  /** Says what is wrong with the query; trying again would not help. */
  #refuse(text: string): void {
    this.#mark('error');
    this.#status.textContent = text;
    this.#showFilters(null);
  }

  /** Says what went wrong and offers to try again; never leaves a total standing. */
  #fail(text: string): void {
    this.#clear();
    this.#engine = null;
    this.#mark('error');
    this.#status.textContent = text;
    const again = madeElement('button', { type: 'button', textContent: '重试', onclick: () => void this.#search() });
    this.#results.replaceChildren(again);
  }

  /** The exact layer, opened when it is first asked. */
  #exact(): PhraseEngine {
    this.#engine ??= openPhraseEngine(this.#routes);
    return this.#engine;
  }

  async #searchLiteral(run: number): Promise<void> {
    const engine = this.#exact();
    const { q, role, with: others } = this.#state;
    const counts = await engine.counts(q, role);
    if (run !== this.#run) return;
    const tally = phraseTally(counts, this.#state);
    this.#showFilters(tally);
    const { searched, characters, reports, occurrences } = tally.total;
    const scope = `${number.format(searched)} 份报告（${number.format(characters)} 字）`;
    this.#status.textContent =
      occurrences > 0
        ? `在 ${scope}中的 ${number.format(reports)} 份出现 ${number.format(occurrences)} 次。`
        : `在 ${scope}中没有这一词语。`;
    if (counts.unfinished) {
      const { checked, candidates } = counts.unfinished;
      this.#status.textContent += `这不是总数：相近检索须逐份核对，只核对了 ${number.format(candidates)} 份中的 ${number.format(checked)} 份。请限定范围。`;
    }
    this.#mark('done', counts.unfinished ? undefined : tally);
    if (occurrences === 0) await this.#offerRanked(run);
    else await this.#showLines(run, engine, tally);
    const charted = [{ phrase: q, tally, counts }];
    for (const phrase of others) {
      const also = await engine.counts(phrase, role).catch(() => null);
      if (run !== this.#run) return;
      if (also) charted.push({ phrase, tally: phraseTally(also, this.#state), counts: also });
      else this.#live.textContent = `图中没有“${phrase}”：这个检索式有误。`;
    }
    this.#showCharts(charted);
    const roleTallies = await this.#roleTallies(engine);
    if (run === this.#run) this.#showFilters(tally, roleTallies);
  }

  /** In how many of how many reports the query stands in sections of each role, under the other filters. */
  async #roleTallies(engine: PhraseEngine): Promise<Map<Role, Tally>> {
    const state = this.#state;
    const counted = roles.map(
      async (role) => [role, phraseTally(await engine.counts(state.q, [role]), state).total] as const,
    );
    return new Map(await Promise.all(counted));
  }

  async #showLines(run: number, engine: PhraseEngine, tally: PhraseTally): Promise<void> {
    const isSorted = this.#state.sort === 'before' || this.#state.sort === 'after';
    const isTooMany = isSorted && tally.total.occurrences > sortableOccurrences;
    const state: SearchState = isTooMany ? { ...this.#state, sort: 'year' } : this.#state;
    const announce = (text: string): void => {
      this.#live.textContent = text;
    };
    const fail = (text: string): void => {
      if (run === this.#run) this.#fail(text);
    };
    this.#shown = new PhraseResults(
      { engine, routes: this.#routes, provinces: this.#provinces, announce, fail },
      state,
      tally,
    );
    this.#showTools(engine, tally);
    this.#results.replaceChildren(this.#shown.element);
    await this.#shown.show();
    if (isTooMany && run === this.#run)
      announce(
        `出现超过 ${number.format(sortableOccurrences)} 次，不能按前文或后文排列（须读完全部上下文）。请先限定范围；现按年度排列。`,
      );
  }

  /** The filters in words, for files that are saved. */
  #scopeText(): string {
    const { year, region, level, issuer, role } = this.#state;
    return [
      ...year.map((span) => `${span}年度`),
      ...region.map((code) => this.#provinces.get(code) ?? code),
      ...level.map((value) => levelNames[value]),
      ...issuer.map((value) => issuerKindNames[value]),
      ...role.map((value) => roleNames[value]),
    ].join('，');
  }

  #showTools(engine: PhraseEngine, tally: PhraseTally): void {
    const sort = madeElement(
      'select',
      { name: 'sort' },
      ...sortOrders.map((value) => option(value, sortNames[value], this.#state.sort)),
    );
    sort.addEventListener(
      'change',
      () => void this.#change({ sort: sortOrders.find((value) => value === sort.value) ?? 'year' }),
    );
    const widths = [...new Set([...contextWidths, this.#state.context])].sort((a, b) => a - b);
    const context = madeElement(
      'select',
      { name: 'context' },
      ...widths.map((value) => option(String(value), `前后各 ${value} 字`, String(this.#state.context))),
    );
    context.addEventListener('change', () => void this.#change({ context: Number(context.value) }));
    const download = phraseDownload(
      { engine, routes: this.#routes, archiveVersion: this.dataset.version ?? '', scope: this.#scopeText() },
      this.#state,
      tally,
    );
    this.#tools.replaceChildren(
      madeElement('label', {}, '排列 ', sort),
      madeElement('label', {}, '上下文 ', context),
      download,
    );
  }

  #showCharts(charted: Parameters<typeof phraseCharts>[0]): void {
    const { with: others } = this.#state;
    const input = madeElement('input', { name: 'with', autocomplete: 'off', required: true });
    input.setAttribute('aria-label', '加入比较的词语');
    const form = madeElement('form', { className: 'with' }, input, madeElement('button', { textContent: '加入比较' }));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const phrase = input.value.trim();
      if (phrase && !others.includes(phrase)) void this.#change({ with: [...others, phrase] });
    });
    const removals = others.map((phrase) =>
      madeElement('button', {
        type: 'button',
        textContent: `去掉“${phrase}”`,
        onclick: () => void this.#change({ with: others.filter((other) => other !== phrase) }),
      }),
    );
    const details = madeElement(
      'details',
      { open: others.length > 0 },
      madeElement('summary', { textContent: '按年度和地区统计，与其他词语比较' }),
      ...phraseCharts(charted, this.#provinces),
      ...(others.length < 4 ? [form] : []),
      ...removals,
    );
    this.#charts.replaceChildren(details);
  }

  #years(): number[] {
    return this.dataset.years?.split(' ').map(Number) ?? [];
  }

  async #offerRanked(run: number): Promise<void> {
    const found = await this.#ranked?.found(this.#state, this.#years()).catch(() => null);
    if (run !== this.#run || !found || found.count === 0) return;
    this.#results.replaceChildren(
      madeElement('h2', { textContent: '按相关程度检索到的报告' }),
      madeElement('p', { className: 'soft', textContent: '以下报告含有其中的部分字词，不是这一词语的出处。' }),
      found.list,
    );
  }

  async #searchRanked(run: number): Promise<void> {
    this.#showFilters(null);
    const found = await this.#ranked?.found(this.#state, this.#years()).catch(() => {
      throw new Error('检索文件未能载入。请检查网络后重试；也可从地区或年度浏览。');
    });
    if (run !== this.#run || !found) return;
    this.dataset.searchState = 'done';
    const { count, listed } = found;
    this.#status.textContent =
      count === 0
        ? '没有找到。可换用较短的词，或放宽范围。'
        : listed < count
          ? `${number.format(count)} 份报告含有其中的字词，列出最相关的 ${number.format(listed)} 份。`
          : `${number.format(count)} 份报告，按相关程度排列。`;
    this.#live.textContent = found.limits;
    this.#results.replaceChildren(found.list);
  }
}

customElements.define('phrase-search', PhraseSearch);
