import { madeElement } from './made-element.ts';
import { excerptNodes, loadedPagefind, type Pagefind, type PagefindHit } from './pagefind.ts';
import type { SearchState } from './search-state.ts';

const pageSize = 10;

/** Pagefind's filters for a state. It knows provinces, no smaller regions, and no sections. */
export function rankedFilters(state: SearchState, years: readonly number[]): Record<string, { any: string[] }> {
  const inRange = (range: string): string[] => {
    const [from = '', to = from] = range.split('-');
    return years.filter((year) => Number(from) <= year && year <= Number(to)).map(String);
  };
  const filters: Record<string, { any: string[] }> = {};
  if (state.year.length > 0) filters.year = { any: state.year.flatMap(inRange) };
  if (state.region.length > 0) filters.province = { any: state.region.map((code) => `${code.slice(0, 2)}0000`) };
  if (state.level.length > 0) filters.level = { any: [...state.level] };
  if (state.issuer.length > 0) filters.issuer = { any: [...state.issuer] };
  return filters;
}

/** What of a state ranked search cannot follow, as a sentence; empty when it follows all. */
export function rankedLimits(state: SearchState): string {
  const limits = [
    ...(state.region.some((code) => !code.endsWith('0000')) ? ['地区只能限定到省级'] : []),
    ...(state.role.length > 0 ? ['不能限定部分'] : []),
  ];
  return limits.length > 0 ? `按相关程度检索${limits.join('，')}。` : '';
}

async function hitElement(hit: PagefindHit): Promise<HTMLLIElement> {
  const { url, excerpt, meta, sub_results } = await hit.data();
  const link = madeElement('a', { href: sub_results[0]?.url ?? url, textContent: meta.title ?? url });
  const where = madeElement('p', { textContent: meta.path ?? '' });
  return madeElement('li', {}, link, where, madeElement('p', {}, ...excerptNodes(excerpt)));
}

/** Ranked search by Pagefind: words in any order, best first. */
export class RankedList {
  readonly #bundle: string;
  readonly #home: string;
  #pagefind: Promise<Pagefind> | null = null;

  /** `bundle` is the address of Pagefind's files, `home` that of the site. */
  constructor(bundle: string, home: string) {
    this.#bundle = bundle;
    this.#home = home;
  }

  #engine(): Promise<Pagefind> {
    this.#pagefind ??= loadedPagefind(this.#bundle, this.#home).catch((error: unknown) => {
      this.#pagefind = null;
      throw error;
    });
    return this.#pagefind;
  }

  /** Finds reports for a query and returns their number and a list that grows by a button. Rejects when files fail. */
  async found(
    query: string,
    filters: Record<string, { any: string[] }>,
  ): Promise<{ count: number; list: HTMLElement }> {
    const { results } = await (await this.#engine()).search(query, { filters });
    const list = madeElement('ul', { className: 'list' });
    const more = madeElement('button', { type: 'button', textContent: '显示更多' });
    const showMore = async (): Promise<void> => {
      const rows = await Promise.all(
        results.slice(list.children.length, list.children.length + pageSize).map(hitElement),
      );
      list.append(...rows);
      more.hidden = list.children.length >= results.length;
    };
    more.addEventListener('click', () => void showMore());
    await showMore();
    return { count: results.length, list: madeElement('div', {}, list, more) };
  }
}
