import { type Role, roles } from '../../archive/section.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { told } from '../words/spoken.ts';
import type { AskedSearch, ShownAnswer } from './answer.ts';
import { answerTools } from './answer-tools.ts';
import { chartedPhrases } from './charted-phrases.ts';
import type { PhraseEngine } from './engine.ts';
import { offerRankedAnswer } from './ranked-answer.ts';
import { PhraseResults, sortableOccurrences } from './results.ts';
import type { SearchState } from './state.ts';
import { type PhraseTally, phraseTally, type Tally } from './tally.ts';
import { said } from './words.ts';

/** Every place where a phrase stands, with totals, lines, tools and charts. */
export class LiteralAnswer implements ShownAnswer {
  readonly #asked: AskedSearch;
  readonly #engine: PhraseEngine;
  #lines: PhraseResults | null = null;

  constructor(asked: AskedSearch, engine: PhraseEngine) {
    this.#asked = asked;
    this.#engine = engine;
  }

  /** Stops reading lines. */
  end(): void {
    this.#lines?.end();
    this.#lines = null;
  }

  /** Shows the answer. Rejects with `MalformedQuery`, or with `Unanswered`. */
  async show(): Promise<void> {
    const { state, place, isCurrent, showFilters, markDone } = this.#asked;
    const { q, role, with: others } = state;
    const counts = await this.#engine.counts(q, role);
    if (!isCurrent()) return;
    const tally = phraseTally(counts, state);
    showFilters(tally);
    const { searched, characters, reports, occurrences } = tally.total;
    const words = saying('searchedScope', { reports: searched, characters });
    place.status.replaceChildren(
      occurrences > 0 ? said('foundTotal', { words, reports, occurrences }) : said('foundNothing', { words }),
    );
    if (counts.unfinished) {
      const { checked, candidates } = counts.unfinished;
      place.status.append(said('unfinished', { total: candidates, count: checked }));
    }
    markDone(counts.unfinished ? undefined : tally);
    if (occurrences === 0) await offerRankedAnswer(this.#asked);
    else await this.#showLines(tally);
    const charted = [{ phrase: q, tally, counts }];
    for (const phrase of others) {
      const also = await this.#engine.counts(phrase, role).catch(() => null);
      if (!isCurrent()) return;
      if (also) charted.push({ phrase, tally: phraseTally(also, state), counts: also });
      else place.live.replaceChildren(said('notCharted', { phrase }));
    }
    place.charts.replaceChildren(chartedPhrases(this.#asked, charted));
    const roleTallies = await this.#roleTallies();
    if (isCurrent()) showFilters(tally, roleTallies);
  }

  /** In how many of how many reports the query stands in sections of each role, under the other filters. */
  async #roleTallies(): Promise<Map<Role, Tally>> {
    const { state } = this.#asked;
    const counted = roles.map(
      async (role) => [role, phraseTally(await this.#engine.counts(state.q, [role]), state).total] as const,
    );
    return new Map(await Promise.all(counted));
  }

  async #showLines(tally: PhraseTally): Promise<void> {
    const { state, routes, known, place, isCurrent, fail } = this.#asked;
    const isSorted = state.sort === 'before' || state.sort === 'after';
    const isTooMany = isSorted && tally.total.occurrences > sortableOccurrences;
    const shown: SearchState = isTooMany ? { ...state, sort: 'year' } : state;
    const announce = (...sayings: Saying[]): void => place.live.replaceChildren(...sayings.map(told));
    const lines = new PhraseResults(
      {
        engine: this.#engine,
        routes,
        provinces: known.provinces,
        announce,
        fail: (why) => {
          if (isCurrent()) fail(why);
        },
      },
      shown,
      tally,
    );
    this.#lines = lines;
    place.tools.replaceChildren(...answerTools(this.#asked, this.#engine, tally));
    place.results.replaceChildren(lines.element);
    await lines.show();
    if (isTooMany && isCurrent()) announce(saying('tooManyToSort', { limit: sortableOccurrences }));
  }
}
