import { bundlesOfScope, type ChosenScope, isRankedBundles, type RankedBundles } from '../archive/ranked-bundles.ts';
import { yearRange } from '../search/filters.ts';
import { madeElement } from './made-element.ts';
import { excerptNodes, loadedPagefind, type Pagefind, type PagefindHit } from './pagefind.ts';
import type { SearchState } from './search-state.ts';

const pageSize = 10;

/** Pagefind's filters for a state. It knows provinces, no smaller regions, and no sections. */
function rankedFilters(state: SearchState, years: readonly number[]): Record<string, { any: string[] }> {
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

/** The scope of a state as far as it decides which bundle to ask. */
function chosenScope(state: SearchState): ChosenScope {
  const spans = state.year.flatMap((span) => yearRange(span) ?? []);
  const [region = null, ...others] = state.region;
  return {
    region: others.length > 0 ? null : region,
    years: spans.length > 0 ? [Math.min(...spans), Math.max(...spans)] : null,
  };
}

/** The reader's scope lies in several bundles, which ranked together would rank wrongly; the message says what to do. */
export class ScopeTooWide extends Error {}

/** Ranked search by Pagefind: words in any order, best first; one bundle at a time is asked. */
export class RankedList {
  readonly #folder: string;
  readonly #home: string;
  readonly #engines = new Map<string, Promise<Pagefind>>();
  #bundles: Promise<RankedBundles> | null = null;

  /** `folder` is the address of the folder of all bundles, `home` that of the site. */
  constructor(folder: string, home: string) {
    this.#folder = folder;
    this.#home = home;
  }

  async #manifest(): Promise<RankedBundles> {
    this.#bundles ??= fetch(`${this.#folder}bundles.json`)
      .then((response) => response.json())
      .then((value: unknown) => {
        if (!isRankedBundles(value)) throw new Error('bundles.json is something else');
        return value;
      });
    return this.#bundles.catch((error: unknown) => {
      this.#bundles = null;
      throw error;
    });
  }

  /** Pagefind for the one bundle that answers a state's scope. */
  async #engine(state: SearchState): Promise<Pagefind> {
    const [bundle, ...others] = bundlesOfScope(await this.#manifest(), chosenScope(state));
    if (others.length > 0 || !bundle)
      throw new ScopeTooWide(
        '收录的报告太多，不能一起排出相关程度。请在“限定范围”里选定一个省级地区（仍太多时再选定年度），或改用逐字检索。',
      );
    const address = `${this.#folder}${bundle.folder}`;
    const engine = this.#engines.get(address) ?? loadedPagefind(address, this.#home);
    this.#engines.set(address, engine);
    return engine.catch((error: unknown) => {
      this.#engines.delete(address);
      throw error;
    });
  }

  /** The reports found, best first, as a number and a list that grows by a button. Rejects when files fail. */
  async found(state: SearchState, years: readonly number[]): Promise<{ count: number; list: HTMLElement }> {
    const { results } = await (await this.#engine(state)).search(state.q, { filters: rankedFilters(state, years) });
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
