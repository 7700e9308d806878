import { issuerKindNames, levelNames } from '../archive/report-words.ts';
import { excerptNodes, type FilterCounts, loadedPagefind, type Pagefind, type PagefindHit } from './pagefind.ts';

/** Search parameter of the address, Pagefind's name of the filter, and its label. */
const filterFields = [
  { parameter: 'year', filter: 'year', label: '年度' },
  { parameter: 'region', filter: 'province', label: '省份' },
  { parameter: 'level', filter: 'level', label: '级别' },
  { parameter: 'issuer', filter: 'issuer', label: '制发机关' },
] as const;

const pageSize = 10;
const words: Record<string, string> = { ...issuerKindNames, ...levelNames };

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Ranked full-text search by Pagefind; the query and the filters stand in the address. */
class RankedSearch extends HTMLElement {
  readonly #input = element('input', { type: 'search', name: 'q' });
  readonly #status = element('p');
  readonly #results = element('ul', { className: 'list' });
  readonly #more = element('button', { type: 'button', textContent: '显示更多', hidden: true });
  readonly #selects = new Map<string, HTMLSelectElement>();
  #pagefind: Promise<Pagefind> | null = null;
  #hits: readonly PagefindHit[] = [];
  #shown = 0;
  #run = 0;

  connectedCallback(): void {
    this.classList.add('s');
    this.#input.setAttribute('aria-label', '检索词');
    this.#status.setAttribute('role', 'status');
    const filters = element('fieldset');
    filters.append(element('legend', { className: 'soft', textContent: '限定范围' }));
    for (const { parameter, label } of filterFields) {
      const select = element('select', { name: parameter }, element('option', { value: '', textContent: '全部' }));
      select.addEventListener('change', () => void this.#search());
      this.#selects.set(parameter, select);
      filters.append(element('label', {}, label, select));
    }
    const form = element('form', {}, this.#input, element('button', { textContent: '检索' }), filters);
    form.setAttribute('role', 'search');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#search();
    });
    this.#more.addEventListener('click', () => void this.#showMore());
    this.append(form, this.#status, this.#results, this.#more);
    addEventListener('popstate', () => void this.#restore());
    void this.#restore();
  }

  /** Takes the state from the address. */
  async #restore(): Promise<void> {
    const state = new URLSearchParams(location.search);
    this.#input.value = state.get('q') ?? '';
    try {
      this.#fillFilters(await (await this.#engine()).filters(), state);
    } catch {
      this.#fail();
      return;
    }
    if (this.#input.value) await this.#search();
  }

  #engine(): Promise<Pagefind> {
    this.#pagefind ??= loadedPagefind(new URL(this.dataset.bundle ?? '', location.href).href, this.dataset.base ?? '/');
    return this.#pagefind;
  }

  #fillFilters(counts: FilterCounts, state: URLSearchParams): void {
    const names = new Map<string, string>(Object.entries(JSON.parse(this.dataset.provinces ?? '{}')));
    for (const { parameter, filter } of filterFields) {
      const select = this.#selects.get(parameter);
      const values = Object.keys(counts[filter] ?? {}).sort();
      if (!select) continue;
      const options = (parameter === 'year' ? values.reverse() : values).map((value) =>
        element('option', {
          value,
          textContent: `${names.get(value) ?? words[value] ?? value}（${counts[filter]?.[value] ?? 0}）`,
        }),
      );
      select.replaceChildren(element('option', { value: '', textContent: '全部' }), ...options);
      select.value = state.get(parameter) ?? '';
      if (select.selectedIndex < 0) select.value = '';
    }
  }

  #fail(): void {
    this.#pagefind = null;
    this.#status.textContent = '检索文件未能载入。请检查网络后再按“检索”重试；也可从地区或年度浏览。';
  }

  async #search(): Promise<void> {
    const run = ++this.#run;
    const query = this.#input.value.trim();
    const state = new URLSearchParams();
    const filters: Record<string, string> = {};
    if (query) state.set('q', query);
    for (const { parameter, filter } of filterFields) {
      const value = this.#selects.get(parameter)?.value ?? '';
      if (!value) continue;
      state.set(parameter, value);
      filters[filter] = value;
    }
    const address = state.size > 0 ? `?${state}` : location.pathname;
    if (address !== location.search) history.replaceState(null, '', address);
    this.#results.replaceChildren();
    this.#more.hidden = true;
    if (!query) {
      this.#status.textContent = '';
      return;
    }
    this.#status.textContent = '正在检索……';
    try {
      const found = await (await this.#engine()).search(query, { filters });
      if (run !== this.#run) return;
      this.#hits = found.results;
      this.#shown = 0;
      this.#status.textContent =
        found.results.length > 0
          ? `${found.results.length} 份报告，按相关程度排列`
          : '没有找到。可换用较短的词，或放宽范围。';
      await this.#showMore();
    } catch {
      if (run === this.#run) this.#fail();
    }
  }

  async #showMore(): Promise<void> {
    const run = this.#run;
    const page = this.#hits.slice(this.#shown, this.#shown + pageSize);
    const rows = await Promise.all(
      page.map(async (hit) => {
        const { url, excerpt, meta, sub_results } = await hit.data();
        const link = element('a', { href: sub_results[0]?.url ?? url, textContent: meta.title ?? url });
        return element(
          'li',
          {},
          link,
          element('p', { textContent: meta.path ?? '' }),
          element('p', {}, ...excerptNodes(excerpt)),
        );
      }),
    );
    if (run !== this.#run) return;
    this.#results.append(...rows);
    this.#shown += page.length;
    this.#more.hidden = this.#shown >= this.#hits.length;
  }
}

customElements.define('ranked-search', RankedSearch);
