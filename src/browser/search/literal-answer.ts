import { type Role, roles } from '../../archive/section.ts';
import type { AskedSearch, ShownAnswer } from './answer.ts';
import { answerTools } from './answer-tools.ts';
import { chartedPhrases } from './charted-phrases.ts';
import type { PhraseEngine } from './engine.ts';
import { offerRankedAnswer } from './ranked-answer.ts';
import { PhraseResults, sortableOccurrences } from './results.ts';
import type { SearchState } from './state.ts';
import { type PhraseTally, phraseTally, type Tally } from './tally.ts';

const number = new Intl.NumberFormat('zh-Hans');

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

  /** Shows the answer. Rejects with `MalformedQuery`, or with a sentence for readers. */
  async show(): Promise<void> {
    const { state, place, isCurrent, showFilters, markDone } = this.#asked;
    const { q, role, with: others } = state;
    const counts = await this.#engine.counts(q, role);
    if (!isCurrent()) return;
    const tally = phraseTally(counts, state);
    showFilters(tally);
    const { searched, characters, reports, occurrences } = tally.total;
    const scope = `${number.format(searched)} 份报告（${number.format(characters)} 字）`;
    place.status.textContent =
      occurrences > 0
        ? `在 ${scope}中的 ${number.format(reports)} 份出现 ${number.format(occurrences)} 次。`
        : `在 ${scope}中没有这一词语。`;
    if (counts.unfinished) {
      const { checked, candidates } = counts.unfinished;
      place.status.textContent += `这不是总数：相近检索须逐份核对，只核对了 ${number.format(candidates)} 份中的 ${number.format(checked)} 份。请限定范围。`;
    }
    markDone(counts.unfinished ? undefined : tally);
    if (occurrences === 0) await offerRankedAnswer(this.#asked);
    else await this.#showLines(tally);
    const charted = [{ phrase: q, tally, counts }];
    for (const phrase of others) {
      const also = await this.#engine.counts(phrase, role).catch(() => null);
      if (!isCurrent()) return;
      if (also) charted.push({ phrase, tally: phraseTally(also, state), counts: also });
      else place.live.textContent = `图中没有“${phrase}”：这个检索式有误。`;
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
    const announce = (text: string): void => {
      place.live.textContent = text;
    };
    const lines = new PhraseResults(
      {
        engine: this.#engine,
        routes,
        provinces: known.provinces,
        announce,
        fail: (text) => {
          if (isCurrent()) fail(text);
        },
      },
      shown,
      tally,
    );
    this.#lines = lines;
    place.tools.replaceChildren(...answerTools(this.#asked, this.#engine, tally));
    place.results.replaceChildren(lines.element);
    await lines.show();
    if (isTooMany && isCurrent())
      announce(
        `出现超过 ${number.format(sortableOccurrences)} 次，不能按前文或后文排列（须读完全部上下文）。请先限定范围；现按年度排列。`,
      );
  }
}
