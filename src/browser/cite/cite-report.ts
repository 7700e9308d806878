import { siteRoutes } from '../../archive/routes.ts';
import { type Citation, citationKey } from '../../citation/citation.ts';
import { gbt7714 } from '../../citation/gbt7714.ts';
import { isHeading } from '../../compare/report-text.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import { copyText } from '../page/copy-text.ts';
import { madeElement } from '../page/made-element.ts';
import { readerDay } from '../page/reader-day.ts';
import { saveFile } from '../page/save-file.ts';
import { whyUnavailable } from '../page/why-unavailable.ts';
import { type FetchedReport, fetchedReport, idInAddress, ReportUnavailable } from '../served/fetched-report.ts';
import { told } from '../words/spoken.ts';
import { type CitedForm, citedForms } from './cited-forms.ts';
import { said, saidAs, words } from './words.ts';

const beginning = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** Every form of a report's citation, of the whole or of a paragraph; the choice stands in the address. */
class CiteReport extends HTMLElement {
  readonly #status = madeElement('p');
  readonly #choice = madeElement('select', { name: 'p' });
  readonly #forms = madeElement('div');
  #report: FetchedReport | null = null;

  connectedCallback(): void {
    this.#status.setAttribute('role', 'status');
    this.#choice.addEventListener('change', () => {
      this.#show();
      this.#keepInAddress();
    });
    void this.#start();
  }

  async #start(): Promise<void> {
    const parameters = new URLSearchParams(location.search);
    const id = idInAddress(parameters.get('id') ?? '');
    if (id === null) {
      this.append(this.#question());
      return;
    }
    this.append(this.#status);
    this.#status.replaceChildren(said('loading'));
    try {
      this.#report = await fetchedReport(id, this.dataset.base ?? '/');
    } catch (error) {
      if (!(error instanceof ReportUnavailable)) throw error;
      this.#status.replaceChildren(whyUnavailable(error));
      this.append(this.#question());
      return;
    }
    this.#status.textContent = '';
    this.#offer(this.#report, parameters.get('p') ?? '');
    this.#show();
  }

  /** Asks for a report by its address. */
  #question(): HTMLFormElement {
    const input = madeElement('input', { name: 'id', required: true });
    saidAs(input, 'placeholder', 'addressExample');
    const form = madeElement(
      'form',
      { className: 'cite-ask' },
      madeElement('label', {}, said('reportAddress'), input),
      madeElement('button', {}, said('writeCitation')),
    );
    form.addEventListener('submit', (event) => {
      const id = idInAddress(input.value);
      input.setCustomValidity(id === null ? words('pasteAddress') : '');
      if (id === null) {
        event.preventDefault();
        input.reportValidity();
      } else input.value = id;
    });
    input.addEventListener('input', () => input.setCustomValidity(''));
    return form;
  }

  #offer(report: FetchedReport, chosen: string): void {
    this.#choice.append(
      madeElement('option', { value: '' }, said('wholeReport')),
      ...report.blocks.map((block) =>
        madeElement('option', {
          value: block.anchor,
          textContent: `${isHeading(block) ? '' : '　'}${beginning(block.text)}`,
        }),
      ),
    );
    this.#choice.value = chosen;
    if (this.#choice.selectedIndex < 0) this.#choice.value = '';
    const link = madeElement('a', {
      href: siteRoutes(this.dataset.base ?? '/').report(report.id),
      textContent: report.title,
    });
    this.prepend(madeElement('p', { className: 'cite-title' }, link));
    const title = saying('citeTitle', { title: report.title });
    document.querySelector('title')?.replaceWith(madeElement('title', {}, told(saying('pageTitle', { thing: title }))));
    this.#status.before(madeElement('label', { className: 'cite-choice' }, said('cite'), this.#choice), this.#forms);
    if (/MicroMessenger/i.test(navigator.userAgent))
      this.#forms.before(madeElement('p', { className: 'soft' }, said('wechatNoSave')));
  }

  #keepInAddress(): void {
    const anchor = this.#choice.value;
    history.replaceState(null, '', `?id=${this.#report?.id ?? ''}${anchor === '' ? '' : `&p=${anchor}`}`);
  }

  #show(): void {
    const report = this.#report;
    if (!report) return;
    const anchor = this.#choice.value === '' ? null : this.#choice.value;
    const { id, title, authors, issued } = report;
    const address = anchor === null ? report.address : `${report.address}#${anchor}`;
    const citation: Citation = { id, title, authors, issued, anchor, address, accessed: readerDay() };
    const quoted = report.blocks.find((block) => block.anchor === anchor);
    this.#forms.replaceChildren(
      ...(quoted ? [this.#section(saying('quotationWithSource'), `${quoted.text}\n——${gbt7714(citation)}`, null)] : []),
      ...citedForms.map((form) => this.#section(form.name, form.written(citation), { form, citation })),
    );
  }

  #section(name: Saying | string, text: string, origin: { form: CitedForm; citation: Citation } | null): HTMLElement {
    const copy = madeElement('button', { type: 'button' }, said('copy'));
    saidAs(copy, 'aria-label', 'copyNamed', { thing: name });
    copy.addEventListener('click', async () => {
      this.#status.textContent = '';
      const isCopied = await copyText(text);
      this.#status.replaceChildren(isCopied ? said('copiedNamed', { thing: name }) : said('copyByHand'));
    });
    const section = madeElement('section', {}, madeElement('h2', {}, typeof name === 'string' ? name : told(name)));
    section.append(madeElement('pre', { textContent: text, className: origin?.form.file ? '' : 'running' }), copy);
    if (origin?.form.file) section.append(this.#download(text, origin.form.file, origin.citation));
    return section;
  }

  #download(text: string, { extension, type }: { extension: string; type: string }, citation: Citation): HTMLElement {
    const button = madeElement('button', { type: 'button' }, said('saveAs', { name: extension }));
    button.addEventListener('click', () => saveFile(`${citationKey(citation)}.${extension}`, text, type));
    return button;
  }
}

customElements.define('cite-report', CiteReport);
