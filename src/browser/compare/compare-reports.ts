import type { ReportId } from '../../archive/report-id.ts';
import { roleKeys } from '../../i18n/report-words.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import { whyUnavailable } from '../page/why-unavailable.ts';
import { type FetchedReport, fetchedReport, ReportUnavailable } from '../served/fetched-report.ts';
import { type ChooserTitle, chooser } from './chooser.ts';
import { columnsView } from './columns.ts';
import { namePage } from './page-title.ts';
import { pairName, pairView } from './pair.ts';
import { reportName } from './report-name.ts';
import { type CompareState, compareQuery, compareState, mostColumns } from './state.ts';
import { said } from './words.ts';

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
      // An address with a part's anchor was opened before the part was there.
      if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
      this.dataset.compareState = 'done';
    } catch (error) {
      this.dataset.compareState = 'error';
      this.#status.replaceChildren(error instanceof ReportUnavailable ? whyUnavailable(error) : said('compareFailed'));
      if (!(error instanceof ReportUnavailable)) throw error;
      this.append(await this.#chooser('chooseOther', { ...state, a: null, b: null, ids: [] }, []));
    }
  }

  async #view(state: CompareState): Promise<HTMLElement> {
    const fetched = (id: ReportId): Promise<FetchedReport> => fetchedReport(id, this.#base);
    const { a, b, role, ids } = state;
    if (role !== null) {
      const reports = await Promise.all(ids.map(fetched));
      const view = columnsView(state, role, reports, this.#base);
      if (ids.length < mostColumns)
        view.append(await this.#chooser(ids.length === 0 ? 'chooseOne' : 'addOne', state, reports));
      this.#name(saying('sectionOfReports', { role: saying(roleKeys[role]) }));
      return view;
    }
    const reports = await Promise.all([a, b].flatMap((id) => id ?? []).map(fetched));
    const [first, second] = reports;
    if (first && second) {
      const view = await pairView(state, [first, second], this.#base);
      this.#name(pairName(first, second));
      return view;
    }
    const other: CompareState = { ...state, role: 'shortcomings', ids: first ? [first.id] : [] };
    const columns = madeElement(
      'p',
      {},
      madeElement('a', { href: compareQuery(other) }, said('columnsInstead', { limit: mostColumns })),
    );
    const view = await this.#chooser(first ? 'nearReports' : 'chooseFirst', state, reports, columns);
    if (first) this.#name(saying('otherFor', { thing: reportName(first) }));
    return view;
  }

  /** Says in the page's heading what it shows; what it is for need not be said any more. */
  #name(name: Saying): void {
    namePage(this, name);
    this.querySelector(':scope > .about')?.remove();
  }

  /** The address with one report more. */
  #chosen(state: CompareState, id: ReportId): string {
    if (state.role !== null) return compareQuery({ ...state, ids: [...new Set([...state.ids, id])] });
    const chosen = state.a ?? state.b;
    return compareQuery(chosen === null ? { ...state, a: id } : { ...state, a: chosen, b: id });
  }

  #chooser(
    title: ChooserTitle,
    state: CompareState,
    reports: readonly FetchedReport[],
    ...more: Node[]
  ): Promise<HTMLElement> {
    return chooser(title, reports, this.#base, (id) => this.#chosen(state, id), ...more);
  }
}

customElements.define('compare-reports', CompareReports);
