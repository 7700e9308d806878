import type { SiteRoutes } from '../../archive/routes.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { valueFilters } from '../../search/filters.ts';
import type { RankedReport } from '../../search/lookup/search-index.ts';
import { bundlesOfScope, type ChosenScope, isRankedBundles, type RankedBundles } from '../../search/ranked-bundles.ts';
import { madeElement } from '../page/made-element.ts';
import type { PhraseEngine } from './exact/engine.ts';
import { reportLabel } from './lines.ts';
import { excerptNodes, loadedPagefind, type Pagefind, type PagefindHit } from './pagefind.ts';
import { type SearchState, stateFilters } from './state.ts';
import { said } from './words.ts';

const pageSize = 10;
/** Reports that the exact layer lists; what ranks below is no answer any more. */
const mostRanked = 200;

/** Pagefind's filters for a state. It knows provinces, no smaller regions, and no sections. */
function rankedFilters(state: SearchState, years: readonly number[]): Record<string, { any: string[] }> {
  const values = Object.entries<readonly (string | number)[]>({ ...valueFilters(stateFilters(state), years) });
  return Object.fromEntries(values.map(([name, any]) => [name, { any: any.map(String) }]));
}

/** What of a state Pagefind cannot follow, as a sentence; null when it follows all. */
function rankedLimits(state: SearchState): Saying | null {
  const isRegionLost = state.region.some((code) => !code.endsWith('0000'));
  const areRolesLost = state.role.length > 0;
  if (!isRegionLost && !areRolesLost) return null;
  const limit = !areRolesLost ? 'limitProvince' : isRegionLost ? 'limitBoth' : 'limitSection';
  return saying('rankedLimits', { words: saying(limit) });
}

async function hitElement(hit: PagefindHit): Promise<HTMLLIElement> {
  const { url, excerpt, meta, sub_results } = await hit.data();
  const link = madeElement('a', { href: sub_results[0]?.url ?? url, textContent: meta.title ?? url });
  const where = madeElement('p', { textContent: meta.path ?? '' });
  return madeElement('li', {}, link, where, madeElement('p', {}, ...excerptNodes(excerpt)));
}

/** The scope of a state as far as it decides which bundle to ask. */
function chosenScope(state: SearchState): ChosenScope {
  const spans = stateFilters(state).years.flat();
  const [region = null, ...others] = state.region;
  return {
    region: others.length > 0 ? null : region,
    years: spans.length > 0 ? [Math.min(...spans), Math.max(...spans)] : null,
  };
}

/** A report that the exact layer ranked: where it speaks most of the words, with a link to the very place. */
async function rankedElement(
  engine: PhraseEngine,
  routes: SiteRoutes,
  words: string,
  report: RankedReport,
): Promise<HTMLLIElement> {
  const { title, path, passage } = await engine.passage(words, report.id);
  const address = `${routes.report(report.id)}${passage.anchor === null ? '' : `#${passage.anchor}`}`;
  const label = (): Text => reportLabel(report, path);
  const parts = passage.parts.map(({ text, isTerm }) =>
    isTerm ? madeElement('mark', { textContent: text }) : document.createTextNode(text),
  );
  return madeElement(
    'li',
    {},
    madeElement('a', { href: address }, title ?? label()),
    ...(title === null ? [] : [madeElement('p', {}, label())]),
    madeElement('p', {}, ...parts),
  );
}

/** A list that grows by a button, a page at a time. */
async function growingList(rows: readonly (() => Promise<HTMLLIElement>)[]): Promise<HTMLElement> {
  const list = madeElement('ul', { className: 'list' });
  const more = madeElement('button', { type: 'button' }, said('more'));
  const showMore = async (): Promise<void> => {
    const shown = list.children.length;
    const made = await Promise.all(rows.slice(shown, shown + pageSize).map((row) => row()));
    list.append(...made);
    more.hidden = list.children.length >= rows.length;
    if (shown > 0) made[0]?.querySelector('a')?.focus();
  };
  more.addEventListener('click', () => {
    more.replaceChildren(said('more'));
    showMore().catch(() => {
      more.replaceChildren(said('notReadAgain'));
    });
  });
  await showMore();
  return madeElement('div', {}, list, more);
}

/** What ranked search found. */
export interface RankedAnswerShown {
  readonly count: number;
  /** How many of them are listed. */
  readonly listed: number;
  readonly list: HTMLElement;
  /** What of the filters the search could not follow, or null. */
  readonly limits: Saying | null;
}

/**
 * Ranked search: words in any order, best first. Pagefind answers a scope that lies in one of its bundles; ranked
 * together, several would rank wrongly, so the exact layer ranks what spans them.
 */
export class RankedList {
  readonly #routes: SiteRoutes;
  readonly #exact: () => PhraseEngine;
  readonly #engines = new Map<string, Promise<Pagefind>>();
  #bundles: Promise<RankedBundles> | null = null;

  constructor(routes: SiteRoutes, exact: () => PhraseEngine) {
    this.#routes = routes;
    this.#exact = exact;
  }

  get #folder(): string {
    return new URL(this.#routes.rankedSearch, location.href).href;
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

  /** Pagefind for one bundle. */
  async #pagefind(folder: string): Promise<Pagefind> {
    const address = `${this.#folder}${folder}`;
    const engine = this.#engines.get(address) ?? loadedPagefind(address, this.#routes.home);
    this.#engines.set(address, engine);
    return engine.catch((error: unknown) => {
      this.#engines.delete(address);
      throw error;
    });
  }

  /** The reports found, best first. Rejects when files fail. */
  async found(state: SearchState, years: readonly number[]): Promise<RankedAnswerShown> {
    const [bundle, ...others] = bundlesOfScope(await this.#manifest(), chosenScope(state));
    if (others.length > 0) return this.#byExactLayer(state);
    if (!bundle) return { count: 0, listed: 0, list: madeElement('div'), limits: null };
    const pagefind = await this.#pagefind(bundle.folder);
    const { results } = await pagefind.search(state.q, { filters: rankedFilters(state, years) });
    return {
      count: results.length,
      listed: results.length,
      list: await growingList(results.map((hit) => () => hitElement(hit))),
      limits: rankedLimits(state),
    };
  }

  async #byExactLayer(state: SearchState): Promise<RankedAnswerShown> {
    const engine = this.#exact();
    const { found, reports } = await engine.ranked(state.q, stateFilters(state), mostRanked);
    const rows = reports.map((report) => () => rankedElement(engine, this.#routes, state.q, report));
    return { count: found, listed: reports.length, list: await growingList(rows), limits: null };
  }
}
