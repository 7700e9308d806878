import type { SiteRoutes } from '../../archive/routes.ts';
import { roleKeys } from '../../i18n/report-words.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { valueFilters } from '../../search/filters.ts';
import { bundlesOfScope, type ChosenScope, isRankedBundles, type RankedBundles } from '../../search/ranked-bundles.ts';
import { madeElement } from '../page/made-element.ts';
import type { AnsweringPassage, PhraseEngine } from './exact/engine.ts';
import { reportLabel } from './lines.ts';
import { excerptNodes, loadedPagefind, type Pagefind, type PagefindHit } from './pagefind.ts';
import { type SearchState, stateFilters } from './state.ts';
import { said } from './words.ts';

const pageSize = 10;

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

/** A paragraph that answers a question: its report, the section in which it stands, and a link to the very place. */
function answerElement(routes: SiteRoutes, answer: AnsweringPassage): HTMLLIElement {
  const { passage, role, path } = answer;
  const address = `${routes.report(answer.id)}${passage.anchor === null ? '' : `#${passage.anchor}`}`;
  const parts = passage.parts.map(({ text, isTerm }) =>
    isTerm ? madeElement('mark', { textContent: text }) : document.createTextNode(text),
  );
  const section = [
    ...(role === null ? [] : [said(roleKeys[role])]),
    ...(passage.heading === null ? [] : [document.createTextNode(passage.heading)]),
  ].flatMap((part, at) => (at > 0 ? [document.createTextNode(' · '), part] : [part]));
  return madeElement(
    'li',
    {},
    madeElement('a', { href: address }, reportLabel(answer, path)),
    ...(section.length === 0 ? [] : [madeElement('p', { className: 'soft' }, ...section)]),
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

/** What ranked search found, and how it is told. */
export interface RankedAnswerShown {
  readonly count: number;
  readonly told: Saying;
  readonly list: HTMLElement;
  /** What else readers are to know of the answer: words looked for beside theirs, filters that were not followed. */
  readonly notes: readonly Saying[];
}

/**
 * Search by words in any order, best first: paragraphs that the exact layer ranks, over the whole scope. Who wants whole
 * reports ranked by another program may ask Pagefind, where one of its bundles holds the scope.
 */
export class RankedList {
  readonly #routes: SiteRoutes;
  readonly #exact: () => PhraseEngine;
  /** Whether the site has Pagefind's bundles. */
  readonly hasBundles: boolean;
  readonly #engines = new Map<string, Promise<Pagefind>>();
  #bundles: Promise<RankedBundles> | null = null;

  constructor(routes: SiteRoutes, exact: () => PhraseEngine, hasBundles: boolean) {
    this.#routes = routes;
    this.hasBundles = hasBundles;
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

  /** The paragraphs found, best first. Rejects when files fail. */
  async found(state: SearchState): Promise<RankedAnswerShown> {
    const { near, speaking, answers } = await this.#exact().answered(state.q, stateFilters(state));
    const count = answers.length;
    const rows = answers.map((answer) => async () => answerElement(this.#routes, answer));
    return {
      count,
      told: count === 0 ? saying('rankedNothing') : saying('rankedBest', { reports: speaking, count }),
      list: await growingList(rows),
      notes: near.length === 0 ? [] : [saying('rankedNear', { text: near.join('、') })],
    };
  }

  /** Reports as Pagefind ranks them; null where no one of its bundles holds the scope. Rejects when files fail. */
  async byPagefind(state: SearchState, years: readonly number[]): Promise<RankedAnswerShown | null> {
    const [bundle, ...others] = bundlesOfScope(await this.#manifest(), chosenScope(state));
    if (!bundle || others.length > 0) return null;
    const pagefind = await this.#pagefind(bundle.folder);
    const { results } = await pagefind.search(state.q, { filters: rankedFilters(state, years) });
    const limits = rankedLimits(state);
    return {
      count: results.length,
      told: results.length === 0 ? saying('rankedNothing') : saying('rankedCount', { count: results.length }),
      list: await growingList(results.map((hit) => () => hitElement(hit))),
      notes: limits === null ? [] : [limits],
    };
  }
}
