import type { SiteRoutes } from '../../archive/routes.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { figure } from '../../i18n/written.ts';
import { compareText } from '../../text/order.ts';
import { madeElement } from '../page/made-element.ts';
import { listedElement, placeInList, type ReadingPlace } from '../page/reading-place.ts';
import { allLines } from './all-lines.ts';
import type { Handled, HandledLines } from './corpus/handled-lines.ts';
import { chosenLines, chosenReports, type LineChoice, lineChoice } from './corpus/line-choice.ts';
import type { PhraseEngine, PhraseLine, ReportFacts } from './exact/engine.ts';
import { toldOf } from './exact/engine.ts';
import { foundAddress, lineAddress, lineElement, reportLabel } from './lines.ts';
import { paragraphElement, placesIn } from './paragraphs.ts';
import { ReadingProgress } from './reading-progress.ts';
import { contextOrder, type SearchState } from './state.ts';
import type { PhraseTally } from './tally.ts';
import { said, saidAs } from './words.ts';

/** Reports of a page. */
const pageSize = 200;
const groupsAtOnce = 20;
/** For who wants to go through thousands; frames out of view cost next to nothing (styles/search.css). */
const manyGroups = 500;
const linesAtOnce = 8;
const paragraphsAtOnce = 3;
/** Milliseconds that a report stays near the window before its text is read: who scrolls past thousands reads none. */
const passingBy = 80;
/** Beyond this many occurrences lines are not put in order of what stands around them: all would have to be read. */
export const sortableOccurrences = 2000;

type Found = PhraseTally['found'][number];

/** What the list needs of the page around it. */
export interface ResultsContext {
  readonly engine: PhraseEngine;
  readonly routes: SiteRoutes;
  /** Names of a region from the province down, as it was called in a year; null where they are not at hand. */
  readonly pathOf: (code: string, year: number) => readonly string[] | null;
  /** Shows what is going on; nothing, where nothing is given. */
  readonly announce: (...sayings: Saying[]) => void;
  /** What the reader did with lines, where they are offered to be handled; else null. */
  readonly handled: HandledLines | null;
  /** Shows another page of the list. */
  readonly turn: (page: number) => void;
  /** Called when lines could not be read, with why. */
  readonly fail: (why: Saying | string) => void;
}

const orders: Record<'year' | 'region' | 'occurrences', (a: Found, b: Found) => number> = {
  year: (a, b) => b.facts.year - a.facts.year || compareText(a.facts.id, b.facts.id),
  region: (a, b) =>
    compareText(a.facts.region, b.facts.region) || b.facts.year - a.facts.year || compareText(a.facts.id, b.facts.id),
  occurrences: (a, b) => b.occurrences - a.occurrences || compareText(a.facts.id, b.facts.id),
};

/** Names the section in which the lines after it stand. */
const sectionElement = (heading: string | null): HTMLLIElement =>
  madeElement('li', { className: 'soft section' }, heading ?? said('sectionStart'));

const otherGlyphs = (): HTMLElement => madeElement('span', { className: 'soft' }, said('otherGlyphs'));

/** A line or a paragraph of a report that is listed. */
interface Entry {
  readonly heading: string | null;
  /** How many places it holds. */
  readonly places: number;
  readonly element: () => HTMLElement;
}

/** Room for what will stand in a report's frame, so that little jumps when it comes; on a phone a paragraph is long. */
const roomFor = (view: SearchState['view'], places: number): string =>
  view === 'lines'
    ? `${Math.min(places, linesAtOnce) * 2}em`
    : `${Math.min(places, paragraphsAtOnce) * (innerWidth < 600 ? 12 : 5)}em`;

/** The results of a search as a list that reads lines only for what comes into view. */
export class PhraseResults {
  readonly #context: ResultsContext;
  readonly #state: SearchState;
  readonly #choice: LineChoice | null;
  /** The reports of the page that is shown, and how many pages there are. */
  readonly #found: readonly Found[];
  readonly #pages: number;
  readonly #list = madeElement('ol', { className: 'groups plain' });
  readonly #more = madeElement('div', { className: 'more' });
  readonly #inView: IntersectionObserver;
  readonly #pending = new WeakMap<Element, () => Promise<void>>();
  readonly #waits = new WeakMap<Element, ReturnType<typeof setTimeout>>();
  readonly element: HTMLElement;
  /** Reports of which more is shown than the first lines. */
  readonly #opened = new Set<string>();
  #progress: ReadingProgress | null = null;
  #isEnded = false;
  /** Whether the list stands where a reader left it, so that its place can be kept again. */
  #isSettled = false;

  constructor(context: ResultsContext, state: SearchState, tally: PhraseTally) {
    this.#context = context;
    this.#choice = lineChoice(state, tally.found);
    // What is chosen line by line is shown line by line.
    this.#state = this.#choice ? { ...state, view: 'lines' } : state;
    const order = state.sort === 'region' || state.sort === 'occurrences' ? orders[state.sort] : orders.year;
    const all = [...chosenReports(this.#choice, tally.found)].sort(order);
    const isWhole = contextOrder(state.sort) !== null || state.within !== '';
    this.#pages = isWhole ? 1 : Math.max(1, Math.ceil(all.length / pageSize));
    const page = Math.min(state.page, this.#pages);
    this.#found = isWhole ? all : all.slice((page - 1) * pageSize, page * pageSize);
    this.#inView = new IntersectionObserver((entries) => this.#read(entries), { rootMargin: '600px' });
    const pages = this.#pages > 1 ? [this.#pageElement(all, page)] : [];
    this.element = madeElement('div', {}, this.#list, this.#more, ...pages);
  }

  /** Which page this is, what it holds, and ways to the others. */
  #pageElement(all: readonly Found[], page: number): HTMLElement {
    const before = (upTo: number): number => all.slice(0, upTo).reduce((sum, { occurrences }) => sum + occurrences, 0);
    const from = (page - 1) * pageSize;
    const told = said('pageHolds', {
      at: page,
      total: this.#pages,
      place: `${figure(from + 1)}–${figure(from + this.#found.length)}`,
      span: `${figure(before(from) + 1)}–${figure(before(from + this.#found.length))}`,
    });
    const step = (to: number, key: 'pageBefore' | 'pageAfter'): HTMLButtonElement =>
      madeElement(
        'button',
        { type: 'button', disabled: to < 1 || to > this.#pages, onclick: () => this.#context.turn(to) },
        said(key),
      );
    const input = madeElement('input', {
      type: 'number',
      name: 'page',
      min: '1',
      max: String(this.#pages),
      required: true,
      value: String(page),
    });
    saidAs(input, 'aria-label', 'pageField');
    const form = madeElement('form', {}, input, madeElement('button', {}, said('pageGo')));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#context.turn(input.valueAsNumber);
    });
    return madeElement(
      'div',
      { className: 'more pages' },
      step(page - 1, 'pageBefore'),
      step(page + 1, 'pageAfter'),
      form,
      madeElement('span', { className: 'soft' }, told),
    );
  }

  /** Puts the first results in place, or those that a reader left, as they were. Rejects when lines cannot be read. */
  async show(left: ReadingPlace | null): Promise<void> {
    const { sort, within } = this.#state;
    const order = contextOrder(sort);
    for (const id of left?.opened ?? []) this.#opened.add(id);
    if (order !== null || within !== '') await this.#showWhole(order);
    else this.#addGroups(Math.max(groupsAtOnce, left?.heights.length ?? 0));
    if (left) await this.#return(left);
    this.#isSettled = true;
  }

  /** Where the reader is; null while the list is being put in place. */
  place(): ReadingPlace | null {
    return this.#isSettled ? placeInList(this.#list, this.#opened) : null;
  }

  async #return({ first, focused, heights }: ReadingPlace): Promise<void> {
    for (const [at, height] of heights.entries()) {
      const frame = this.#list.children[at];
      // Until its text is read again, a report takes the room that it took.
      if (frame instanceof HTMLElement && this.#pending.has(frame)) frame.style.minHeight = `${height}px`;
    }
    const frames = [first, focused].flatMap((place) =>
      place ? (listedElement(this.#list, { ...place, occurrence: null }) ?? []) : [],
    );
    await Promise.all(frames.map((frame) => this.#readNow(frame)));
    if (this.#isEnded) return;
    if (focused) {
      const element = listedElement(this.#list, focused);
      (element instanceof HTMLAnchorElement ? element : element?.querySelector('a'))?.focus({ preventScroll: true });
    }
    if (!first) return;
    const toPlace = (): void => {
      const top = listedElement(this.#list, first)?.getBoundingClientRect().top;
      if (top !== undefined) scrollBy({ top: top - first.top, behavior: 'instant' });
    };
    toPlace();
    // What comes into view is laid out anew, and may take other room than was kept for it.
    await new Promise((over) => requestAnimationFrame(over));
    toPlace();
  }

  /** Stops reading. */
  end(): void {
    this.#isEnded = true;
    this.#progress?.stop();
    this.#inView.disconnect();
  }

  /** What a report shows, in its order. */
  async #entries(facts: ReportFacts): Promise<{ readonly path: readonly string[]; readonly entries: Entry[] }> {
    const { q, role, view, context, glyphs } = this.#state;
    const { engine, routes, announce } = this.#context;
    if (view === 'lines') {
      const { path, lines: all } = await engine.lines(q, role, facts.id, context);
      const lines = chosenLines(this.#choice, facts.id, all);
      const entry = (line: PhraseLine): Entry => ({
        heading: line.heading,
        places: 1,
        element: () => this.#lineElement(facts, path, line),
      });
      return { path, entries: lines.map(entry) };
    }
    const { path, paragraphs } = await engine.paragraphs(q, role, facts.id);
    const entries = paragraphs.map((paragraph): Entry => {
      const element = (): HTMLElement => {
        const shown = paragraphElement(routes, this.#state, facts, path, paragraph, announce);
        if (glyphs === 'marked' && !paragraph.isAsTyped) shown.lastElementChild?.before(otherGlyphs());
        return shown;
      };
      return { heading: paragraph.heading, places: placesIn(paragraph), element };
    });
    return { path, entries };
  }

  #lineElement(facts: ReportFacts, path: readonly string[], line: PhraseLine): HTMLElement {
    const { routes, announce } = this.#context;
    const element = lineElement(facts, path, line, lineAddress(routes, this.#state, facts.id, line), announce);
    if (this.#state.glyphs === 'marked' && !line.isAsTyped) element.append(otherGlyphs());
    if (this.#context.handled) element.append(...this.#handling(element, facts.id, line, this.#context.handled));
    return element;
  }

  /** Buttons that mark a line, and drop it. */
  #handling(element: HTMLElement, id: string, line: PhraseLine, handled: HandledLines): HTMLButtonElement[] {
    const buttons = (['marked', 'dropped'] as const).map((kind) => ({
      kind,
      button: madeElement(
        'button',
        { type: 'button', className: 'copy' },
        said(kind === 'marked' ? 'markLine' : 'dropLine'),
      ),
    }));
    const show = (now: Handled | null): void => {
      element.classList.toggle('marked', now === 'marked');
      element.classList.toggle('dropped', now === 'dropped');
      for (const { kind, button } of buttons) button.setAttribute('aria-pressed', String(now === kind));
    };
    for (const { kind, button } of buttons)
      button.addEventListener('click', () => {
        const next = handled.of(id, line) === kind ? null : kind;
        handled.set(id, line, next);
        show(next);
        this.element.previousElementSibling?.dispatchEvent(new Event('archive:lines'));
      });
    show(handled.of(id, line));
    return buttons.map(({ button }) => button);
  }

  #read(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      clearTimeout(this.#waits.get(target));
      if (isIntersecting)
        this.#waits.set(
          target,
          setTimeout(() => void this.#readNow(target), passingBy),
        );
    }
  }

  async #readNow(target: Element): Promise<void> {
    const read = this.#pending.get(target);
    if (!read) return;
    this.#pending.delete(target);
    this.#inView.unobserve(target);
    await read().catch((error: unknown) => this.#context.fail(toldOf(error)));
  }

  #addGroups(many = groupsAtOnce): void {
    const from = this.#list.children.length;
    const added = this.#found.slice(from, from + many).map((found) => this.#group(found));
    this.#list.append(...added);
    // The button that was pressed is gone; the reader goes on with the first new report.
    if (from > 0) added[0]?.querySelector('a')?.focus({ preventScroll: true });
    this.#showMore();
  }

  #showMore(): void {
    const listed = this.#list.children.length;
    const left = this.#found.length - listed;
    const button = (many: number): HTMLButtonElement =>
      madeElement(
        'button',
        { type: 'button', onclick: () => this.#addGroups(many) },
        said('moreReports', { count: many }),
      );
    const sizes = [...new Set([groupsAtOnce, manyGroups].map((many) => Math.min(many, left)))].filter(
      (many) => many > 0,
    );
    const told = said('reportsListed', { count: listed, reports: this.#found.length });
    this.#more.replaceChildren(...sizes.map(button), madeElement('span', { className: 'soft' }, told));
    this.#more.hidden = left === 0;
  }

  /** The frame of one result; `label` puts in the names that its text bears, where the register does not have them. */
  #frame({ facts, occurrences }: Found): {
    frame: HTMLLIElement;
    lines: HTMLUListElement;
    label: (path: readonly string[]) => void;
  } {
    const { routes } = this.#context;
    const address = foundAddress(routes, this.#state, facts.id);
    const known = this.#context.pathOf(facts.region, facts.year);
    const link = madeElement('a', { href: address }, reportLabel(facts, known ?? []));
    const label = (path: readonly string[]): void => {
      if (known === null) link.replaceChildren(reportLabel(facts, path));
    };
    const heading = madeElement('h2', {}, link);
    const lines = madeElement('ul', { className: 'lines plain' });
    const frame = madeElement(
      'li',
      {},
      heading,
      madeElement('p', { className: 'soft' }, said('occurrenceCount', { count: String(occurrences) })),
      lines,
    );
    frame.dataset.report = facts.id;
    frame.dataset.occurrences = String(occurrences);
    return { frame, lines, label };
  }

  #group(found: Found): HTMLLIElement {
    const { frame, lines, label } = this.#frame(found);
    lines.style.setProperty('min-height', roomFor(this.#state.view, found.occurrences));
    this.#pending.set(frame, async () => {
      const { path, entries } = await this.#entries(found.facts);
      label(path);
      let shown = 0;
      const add = (upTo: number): void => {
        for (const { heading, element } of entries.slice(shown, upTo)) {
          const isNewSection = shown === 0 || heading !== entries[shown - 1]?.heading;
          if (isNewSection) lines.append(sectionElement(heading));
          lines.append(element());
          shown++;
        }
        lines.style.removeProperty('min-height');
        frame.style.removeProperty('min-height');
      };
      const { id } = found.facts;
      const atOnce = this.#state.view === 'lines' ? linesAtOnce : paragraphsAtOnce;
      add(this.#opened.has(id) ? entries.length : atOnce);
      const left = entries.slice(shown).reduce((sum, { places }) => sum + places, 0);
      if (left === 0) return;
      const rest = madeElement('button', { type: 'button' }, said('otherOccurrences', { count: String(left) }));
      rest.addEventListener('click', () => {
        this.#opened.add(id);
        add(entries.length);
        rest.remove();
      });
      frame.append(rest);
    });
    this.#inView.observe(frame);
    return frame;
  }

  /** All lines that are wanted, in the order of what follows or precedes the phrase, or of their reports. */
  async #showWhole(order: ReturnType<typeof contextOrder>): Promise<void> {
    this.#more.hidden = true;
    const progress = new ReadingProgress(
      ({ read, candidates }) => said('readingContext', { at: read, total: candidates }),
      said('stop'),
    );
    this.#progress = progress;
    this.element.prepend(progress.element);
    const { read, isStopped } = await allLines(this.#context.engine, this.#state, this.#found, progress);
    progress.element.remove();
    if (this.#isEnded) return;
    const keyOf = ({ before, after }: PhraseLine): string => {
      if (order === null) return '';
      const around = order.side === 'after' ? [...after] : [...before].reverse();
      return around.slice(order.from - 1).join('');
    };
    const all = read.flatMap(({ found, path, lines }) =>
      chosenLines(this.#choice, found.facts.id, lines).map((line) => ({ found, path, line, key: keyOf(line) })),
    );
    all.sort((a, b) => compareText(a.key, b.key));
    for (const { found, path, line } of all) {
      const { frame, lines, label } = this.#frame(found);
      label(path);
      frame.classList.add('one');
      if (line.heading !== null) lines.append(sectionElement(line.heading));
      lines.append(this.#lineElement(found.facts, path, line));
      this.#list.append(frame);
    }
    const { within } = this.#state;
    const total = this.#found.reduce((sum, { occurrences }) => sum + occurrences, 0);
    if (isStopped)
      this.#context.announce(
        saying('sortStopped', { count: read.length, total: this.#found.length, occurrences: all.length }),
      );
    else if (within !== '')
      this.#context.announce(
        saying('withinFound', { phrase: within, count: all.length, total, limit: this.#state.context }),
      );
  }
}
