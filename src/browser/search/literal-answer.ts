import { type Role, roles } from '../../archive/section.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import type { Reading } from '../../search/lookup/search-index.ts';
import { isQueryProblem, parsedQuery } from '../../search/query.ts';
import { queryParts } from '../../search/query-parts.ts';
import { madeElement } from '../page/made-element.ts';
import type { ReadingPlace } from '../page/reading-place.ts';
import { told } from '../words/spoken.ts';
import type { AskedSearch, ShownAnswer } from './answer.ts';
import { answerTabs, answerTools, returnToTab } from './answer-tools.ts';
import { chartedPhrases } from './charted-phrases.ts';
import type { TableTool } from './corpus/corpus-panel.ts';
import { HandledLines } from './corpus/handled-lines.ts';
import {
  MalformedQuery,
  type PhraseCounts,
  type PhraseEngine,
  type PhraseLine,
  type QueryAdvice,
  toldOf,
} from './exact/engine.ts';
import { hintElement } from './hint-element.ts';
import { lineAddress } from './lines.ts';
import { offerRankedAnswer } from './ranked-answer.ts';
import { ReadingProgress } from './reading-progress.ts';
import { regionPaths } from './records/region-names.ts';
import { PhraseResults, sortableOccurrences } from './results.ts';
import { contextOrder, type SearchState, stateFilters } from './state.ts';
import { type PhraseTally, phraseTally, type Tally } from './tally.ts';
import { toolContext } from './tool-context.ts';
import { said } from './words.ts';

/** Texts read for the counts of one role alone, at most. */
const mostReadForRoles = 200;

/** Every place where a phrase stands, with totals, lines, tools and charts. */
export class LiteralAnswer implements ShownAnswer {
  readonly #asked: AskedSearch;
  readonly #engine: PhraseEngine;
  #lines: PhraseResults | null = null;
  /** Names of places, asked for before the lines, so that headings bear them at once. */
  #paths: ReturnType<typeof regionPaths> | null = null;
  #progress: ReadingProgress | null = null;

  constructor(asked: AskedSearch, engine: PhraseEngine) {
    this.#asked = asked;
    this.#engine = engine;
  }

  /** Stops reading. */
  end(): void {
    this.#progress?.stop();
    this.#lines?.end();
    this.#lines = null;
  }

  /** Where in the lines the reader is. */
  place(): ReadingPlace | null {
    return this.#lines?.place() ?? null;
  }

  /** Shows the answer. Rejects with `MalformedQuery`, or with `Unanswered`. */
  async show(): Promise<void> {
    const { state, place, isCurrent, showFilters, markDone } = this.#asked;
    const { routes } = this.#asked;
    const { tool } = state;
    if (tool !== 'context' && tool !== 'sample' && tool !== 'figures') this.#expect(tool);
    const [{ counts, tally, stoppedAt }, { otherSpelling, near }] = await Promise.all([
      this.#counted(state.q, place.tools),
      this.#advise(),
    ]);
    if (!isCurrent()) return;
    // Not before, that it keeps no line of a slow network from the counts.
    if (tool === 'context' || tool === 'sample') this.#paths = regionPaths(routes);
    showFilters(tally, undefined, () => void this.#showRoles(tally));
    this.#offerPlace();
    if (stoppedAt) return this.#showStopped(tally, stoppedAt);
    const { searched, characters, reports, occurrences } = tally.total;
    const words = saying('searchedScope', { reports: searched, characters });
    place.status.replaceChildren(
      occurrences > 0
        ? said('foundTotal', { words, reports, occurrences })
        : searched > 0
          ? said('foundNothing', { words })
          : said('foundNoReports'),
    );
    markDone(tally);
    if (occurrences === 0) {
      if (searched > 0) {
        offerRankedAnswer(this.#asked);
        await this.#offerParts(near);
      }
    } else {
      const tabs = answerTabs(this.#asked);
      place.tabs.replaceChildren(tabs);
      returnToTab(tabs);
      await this.#showFound(counts, tally);
    }
    if (state.tool === 'context' || occurrences === 0) await this.#showBeside(tally, otherSpelling);
  }

  /** Offers the place that the query names; its program is not loaded before the answer is there. */
  #offerPlace(): void {
    import('./place-offer.ts').then(({ offerPlace }) => offerPlace(this.#asked)).catch(() => {});
  }

  /** Has what a tool needs loaded while the query is counted. */
  #expect(tool: TableTool): void {
    const { state, isCurrent } = this.#asked;
    import('./corpus/corpus-panel.ts')
      .then(({ expectCorpusTool }) => {
        const asked = { engine: this.#engine, query: state.q, filters: stateFilters(state), state };
        if (isCurrent()) expectCorpusTool(tool, asked);
      })
      .catch(() => {});
  }

  /** Shows what was found with the tool that was chosen. */
  async #showFound(counts: PhraseCounts, tally: PhraseTally): Promise<void> {
    const { state, place, isCurrent, fail } = this.#asked;
    if (state.tool === 'context') {
      place.tools.replaceChildren(...answerTools(this.#asked, this.#engine, tally));
      return this.#showLines(tally);
    }
    try {
      const context = toolContext(this.#asked, this.#engine, counts, tally);
      if (state.tool === 'figures') {
        const { showFigures } = await import('./corpus/figures-panel.ts');
        const { routes } = this.#asked;
        const sources = {
          engine: this.#engine,
          reports: tally.found.map(({ facts }) => facts),
          fileOf: routes.reportFiguresFile,
          addressOf: (id: string, line: PhraseLine) => lineAddress(routes, state, id, line),
        };
        if (isCurrent()) await showFigures(context, sources, place.results);
        return;
      }
      if (state.tool !== 'sample') {
        const { showCorpusTool } = await import('./corpus/corpus-panel.ts');
        if (isCurrent()) await showCorpusTool(state.tool, context, place.results);
        return;
      }
      const { samplePanel } = await import('./corpus/sample-panel.ts');
      if (!isCurrent()) return;
      const handled = new HandledLines(state.q);
      place.tools.replaceChildren(...answerTools(this.#asked, this.#engine, tally));
      await this.#showLines(tally, samplePanel(context, handled), handled);
    } catch (error) {
      if (isCurrent()) fail(toldOf(error));
    }
  }

  /** Says how the signs of the query were read, before anything is counted; gives what else may be looked for. */
  async #advise(): Promise<QueryAdvice> {
    const { state, place, isCurrent, change } = this.#asked;
    const advice = await this.#engine.advice(state.q);
    // Of a malformed query the one sentence is said that refuses it.
    if (isCurrent() && !isQueryProblem(parsedQuery(state.q)))
      place.hints.replaceChildren(...advice.hints.map((hint) => hintElement(hint.said, hint.instead, change)));
    return advice;
  }

  /** Offers of a query that stands nowhere what the field also calls it and its parts, as far as they occur. */
  async #offerParts(near: readonly string[]): Promise<void> {
    const query = parsedQuery(this.#asked.state.q);
    const parts = isQueryProblem(query) ? [] : queryParts(query);
    const offers = await Promise.all([this.#counters(near), this.#counters(parts)]);
    if (!this.#asked.isCurrent()) return;
    for (const [at, words] of [said('nearFound'), said('partsFound')].entries()) {
      const buttons = offers[at] ?? [];
      if (buttons.length > 0) this.#asked.place.hints.append(madeElement('p', {}, words, ...buttons));
    }
  }

  /** Buttons for those of several queries that occur, with in how many reports. */
  async #counters(parts: readonly string[]): Promise<(Node | string)[]> {
    const { state, change } = this.#asked;
    const counted = await Promise.all(parts.map((part) => this.#engine.counts(part, state.role).catch(() => null)));
    return parts.flatMap((part, at) => {
      const counts = counted[at];
      const reports = counts ? phraseTally(counts, state).total.reports : 0;
      const search = (): void => change({ q: part });
      return reports > 0
        ? [
            ' ',
            madeElement('button', { type: 'button', onclick: search }, said('partCounted', { phrase: part, reports })),
          ]
        : [];
    });
  }

  /** What the answer does without: charts, phrases set beside it, counts by role. Where they fail, the answer stands. */
  async #showBeside(tally: PhraseTally, otherSpelling: string | null): Promise<void> {
    const { state, place, isCurrent } = this.#asked;
    const charted = [{ phrase: state.q, tally }];
    for (const phrase of state.with) {
      const also = await this.#counted(phrase, place.charts).catch((error: unknown) => {
        if (isCurrent()) this.#tell(error instanceof MalformedQuery ? saying('notCharted', { phrase }) : toldOf(error));
        return null;
      });
      if (!isCurrent()) return;
      if (also?.stoppedAt) this.#tell(saying('notChartedUnread', { phrase }));
      else if (also) charted.push({ phrase, tally: also.tally });
    }
    place.charts.replaceChildren(chartedPhrases(this.#asked, charted));
    if (otherSpelling !== null) await this.#offerOtherSpelling(otherSpelling);
  }

  /** Counts by role, once a reader would see them. Where they fail, the answer stands. */
  async #showRoles(tally: PhraseTally): Promise<void> {
    const { isCurrent, showFilters } = this.#asked;
    try {
      const roleTallies = await this.#roleTallies();
      if (isCurrent()) showFilters(tally, roleTallies);
    } catch (error) {
      if (isCurrent()) this.#tell(toldOf(error));
    }
  }

  /** Offers the spelling of simplified text for one that folding does not carry over, where reports have it. */
  async #offerOtherSpelling(query: string): Promise<void> {
    const { state, place, isCurrent, change } = this.#asked;
    const counts = await this.#engine.counts(query, state.role).catch(() => null);
    if (!counts || !isCurrent()) return;
    const { reports, occurrences, undecided } = phraseTally(counts, state).total;
    if (undecided > 0) place.hints.append(hintElement(saying('alsoWritten', { query }), query, change));
    else if (reports > 0)
      place.hints.append(hintElement(saying('alsoWrittenCounted', { query, reports, occurrences }), query, change));
  }

  #tell(what: Saying | string): void {
    this.#asked.place.live.replaceChildren(typeof what === 'string' ? what : told(what));
  }

  /**
   * Counts a phrase: to the end, or until it is stopped by the reader or by another search. Where its nearness takes
   * reading texts, the progress is shown in `place`.
   */
  async #counted(
    phrase: string,
    place: HTMLElement,
  ): Promise<{ readonly counts: PhraseCounts; readonly tally: PhraseTally; readonly stoppedAt: Reading | null }> {
    const { state, isCurrent, showFilters } = this.#asked;
    const counts = await this.#engine.counts(phrase, state.role);
    const tally = phraseTally(counts, state);
    if (tally.total.undecided === 0 || !isCurrent()) return { counts, tally, stoppedAt: null };
    if (phrase === state.q) showFilters(tally);
    // Counts by role are asked for before texts are read, that each text tells them too.
    if (phrase === state.q) await Promise.all(roles.map((role) => this.#engine.counts(phrase, [role])));
    const filters = stateFilters(state);
    const progress = new ReadingProgress(
      ({ read, candidates }) => said('nearnessReading', { count: read, total: candidates }),
      said('stopReading'),
    );
    this.#progress = progress;
    let stoppedAt: Reading | null = null;
    try {
      let reading = await this.#engine.decide(phrase, filters, 0);
      if (isCurrent()) place.replaceChildren(progress.element);
      while (reading.read < reading.candidates && stoppedAt === null && isCurrent()) {
        progress.show(reading);
        const next = await Promise.race([this.#engine.decide(phrase, filters), progress.stopped]);
        if (next) reading = next;
        else stoppedAt = reading;
      }
    } finally {
      progress.element.remove();
    }
    const after = await this.#engine.counts(phrase, state.role);
    return { counts: after, tally: phraseTally(after, state), stoppedAt };
  }

  /** Shows what was found until the reader stopped, as no total, and offers to go on. */
  async #showStopped(tally: PhraseTally, { read, candidates }: Reading): Promise<void> {
    const { state, place, change, markStopped } = this.#asked;
    const { reports, occurrences } = tally.total;
    place.status.replaceChildren(said('readingStopped', { count: read, total: candidates, reports, occurrences }));
    const goOn = madeElement('button', { type: 'button', onclick: () => change({ q: state.q }) }, said('readOn'));
    place.tools.replaceChildren(goOn);
    goOn.focus({ preventScroll: true });
    markStopped();
    if (occurrences > 0) await this.#showLines(tally);
  }

  /**
   * In how many of how many reports the query stands in sections of each role, under the other filters. Where nearness
   * hangs on many more texts than were read for the answer, they are left undecided.
   */
  async #roleTallies(): Promise<Map<Role, Tally>> {
    const { state, isCurrent } = this.#asked;
    const tallies = new Map<Role, Tally>();
    const all = await Promise.all(
      roles.map(async (role) => [role, await this.#engine.counts(state.q, [role])] as const),
    );
    for (const [role, counts] of all) {
      let { total } = phraseTally(counts, state);
      if (total.undecided > 0 && total.undecided <= mostReadForRoles && isCurrent()) {
        const filters = { ...stateFilters(state), roles: [role] };
        let reading: Reading;
        do reading = await this.#engine.decide(state.q, filters);
        while (reading.read < reading.candidates && isCurrent());
        total = phraseTally(await this.#engine.counts(state.q, [role]), state).total;
      }
      tallies.set(role, total);
    }
    return tallies;
  }

  async #showLines(
    tally: PhraseTally,
    panel: HTMLElement | null = null,
    handled: HandledLines | null = null,
  ): Promise<void> {
    const { state, routes, place, left, isCurrent, fail, change } = this.#asked;
    const isSorted = contextOrder(state.sort) !== null || state.within !== '';
    const listed = state.sample > 0 ? Math.min(state.sample, tally.total.occurrences) : tally.total.occurrences;
    const isTooMany = isSorted && listed > sortableOccurrences;
    const shown: SearchState = isTooMany ? { ...state, sort: 'year', within: '', view: 'lines' } : state;
    const announce = (...sayings: Saying[]): void => place.live.replaceChildren(...sayings.map(told));
    const pathOf = (await this.#paths) ?? (() => null);
    if (!isCurrent()) return;
    const lines = new PhraseResults(
      {
        engine: this.#engine,
        routes,
        pathOf,
        announce,
        handled,
        turn: (page) => change({ page }),
        fail: (why) => {
          if (isCurrent()) fail(why);
        },
      },
      shown,
      tally,
    );
    this.#lines = lines;
    place.results.replaceChildren(...(panel ? [panel] : []), lines.element);
    await lines.show(left);
    if (isTooMany && isCurrent())
      announce(saying('tooManyToSort', { limit: sortableOccurrences, occurrences: listed }));
  }
}
