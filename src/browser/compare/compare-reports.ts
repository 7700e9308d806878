import type { ReportId } from '../../archive/report-id.ts';
import { madeElement } from '../page/made-element.ts';
import { type FetchedReport, fetchedReport, ReportUnavailable } from '../served/fetched-report.ts';
import { told } from '../words/spoken.ts';
import { columnsView } from './columns.ts';
import { pairView } from './pair.ts';
import { reportPicker } from './picker.ts';
import { type CompareState, compareQuery, compareState, mostColumns } from './state.ts';
import { said } from './words.ts';

/** What a part of the page asks the reader to choose: a message. */
type ChooserTitle = 'chooseOther' | 'chooseOne' | 'addOne' | 'compareWithWhich' | 'chooseFirst';

/** Two reports side by side, or one part of several; what is compared stands in the address. */
class CompareReports extends HTMLElement {
  readonly #status = madeElement('p');

  connectedCallback(): void {
    this.#status.setAttribute('role', 'status');
    this.append(this.#status);
    void this.#start(compareState(new URLSearchParams(location.search)));
  }

  get #base(): string {
    return this.dataset.base ?? '/';
  }

  async #start(state: CompareState): Promise<void> {
    this.dataset.compareState = 'loading';
    this.#status.replaceChildren(said('loading'));
    try {
      const view = await this.#view(state);
      this.#status.textContent = '';
      this.append(view);
      this.dataset.compareState = 'done';
    } catch (error) {
      this.dataset.compareState = 'error';
      this.#status.replaceChildren(error instanceof ReportUnavailable ? told(error.said) : said('compareFailed'));
      if (!(error instanceof ReportUnavailable)) throw error;
      this.append(this.#chooser('chooseOther', { ...state, a: null, b: null, ids: [] }, []));
    }
  }

  async #view(state: CompareState): Promise<HTMLElement> {
    const fetched = (id: ReportId): Promise<FetchedReport> => fetchedReport(id, this.#base);
    const { a, b, role, ids } = state;
    if (role !== null) {
      const reports = await Promise.all(ids.map(fetched));
      const view = columnsView(state, role, reports, this.#base);
      const canAdd = ids.length < mostColumns;
      if (canAdd) view.append(this.#chooser(ids.length === 0 ? 'chooseOne' : 'addOne', state, reports));
      return view;
    }
    const reports = await Promise.all([a, b].flatMap((id) => id ?? []).map(fetched));
    const [first, second] = reports;
    if (first && second) return pairView(state, [first, second], this.#base);
    const other: CompareState = { ...state, role: 'shortcomings', ids: first ? [first.id] : [] };
    return madeElement(
      'div',
      {},
      ...(first ? [madeElement('p', {}, said('firstReport', { title: first.title }))] : []),
      this.#chooser(first ? 'compareWithWhich' : 'chooseFirst', state, reports),
      madeElement(
        'p',
        {},
        madeElement('a', { href: compareQuery(other) }, said('columnsInstead', { limit: mostColumns })),
      ),
    );
  }

  /** The address with one report more. */
  #chosen(state: CompareState, id: ReportId): string {
    if (state.role !== null) return compareQuery({ ...state, ids: [...new Set([...state.ids, id])] });
    const chosen = state.a ?? state.b;
    return compareQuery(chosen === null ? { ...state, a: id } : { ...state, a: chosen, b: id });
  }

  #chooser(title: ChooserTitle, state: CompareState, reports: readonly FetchedReport[]): HTMLElement {
    const held = new Set(reports.map(({ id }) => id));
    const related = new Map(reports.flatMap((report) => report.related.map((link) => [link.id, link] as const)));
    const suggestions = [...related.values()].filter(({ id }) => !held.has(id));
    const list = madeElement('ul', { className: 'plain' });
    for (const links of Map.groupBy(suggestions, ({ relation }) => JSON.stringify(relation)).values()) {
      const item = madeElement('li', {}, ...links.slice(0, 1).map(({ relation }) => told(relation)));
      for (const [at, { id, title: name }] of links.entries())
        item.append(
          at > 0 ? said('listComma') : '',
          madeElement('a', { href: this.#chosen(state, id), textContent: name }),
        );
      list.append(item);
    }
    const picker = reportPicker(this.#base, (id) => location.assign(`${location.pathname}${this.#chosen(state, id)}`));
    return madeElement(
      'section',
      { className: 'chooser' },
      madeElement('h2', {}, said(title)),
      ...(suggestions.length > 0 ? [madeElement('h3', {}, said('related')), list] : []),
      ...(suggestions.length > 0 ? [madeElement('h3', {}, said('otherReports'))] : []),
      picker,
    );
  }
}

customElements.define('compare-reports', CompareReports);
