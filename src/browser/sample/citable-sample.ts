import { siteRoutes } from '../../archive/routes.ts';
import { drawnSample, type Sample } from '../../sample/drawn-sample.ts';
import { sampleFile } from '../../sample/sample-file.ts';
import { type SampleQuestion, sampleAddress, sampleQuestion } from '../../sample/sample-question.ts';
import { lotRecipe, sampleRecipe } from '../../sample/sample-recipe.ts';
import { unreadScope } from '../../search/scope.ts';
import { madeElement } from '../page/made-element.ts';
import { readerDay } from '../page/reader-day.ts';
import { saveFile } from '../page/save-file.ts';
import { told } from '../words/spoken.ts';
import { ListUnavailable, type Population, population, standingNow } from './population.ts';
import { said, words } from './words.ts';

/** So many rows are shown; the file has all. */
const pageFull = 1000;

const cell = (...content: (string | Node)[]): HTMLElement => madeElement('td', {}, ...content);

/** The sample that the address asks for, how to draw it again, and the file of it. */
class CitableSample extends HTMLElement {
  readonly #status = madeElement('p');
  readonly #routes = siteRoutes(this.dataset.base ?? '/');

  connectedCallback(): void {
    this.#status.setAttribute('role', 'status');
    this.append(this.#status);
    void this.#start();
  }

  async #start(): Promise<void> {
    const releases = (this.dataset.releases ?? '')
      .split(' ')
      .filter((number) => number !== '')
      .map(Number);
    const asked = sampleQuestion(new URLSearchParams(location.search), releases);
    if (asked === null) return;
    this.#fillForm();
    const { question, unread } = asked;
    const faults = [
      ...unread.map(({ name, given }) => said('sampleUnread', { name, given })),
      ...unreadScope(question.scope).map((part) => told(part.said)),
    ];
    if (faults.length > 0) {
      this.dataset.sampleState = 'error';
      this.#status.replaceChildren(...faults.flatMap((fault) => [fault, madeElement('br')]));
      return;
    }
    this.#status.replaceChildren(said('sampleDrawing'));
    try {
      const from = await population(question, this.#routes);
      this.#show(question, from, drawnSample(from.texts, question.seed, question.count, question.by));
      this.dataset.sampleState = 'done';
    } catch (error) {
      this.dataset.sampleState = 'error';
      // What cannot be searched is said in a sentence by whoever could not.
      const why = error instanceof ListUnavailable ? said('sampleNoList', { file: error.message }) : String(error);
      this.#status.replaceChildren(error instanceof Error && typeof why === 'string' ? error.message : why);
    }
  }

  /** Puts into the form what the address says. */
  #fillForm(): void {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = document.querySelector(`form.sample [name="${CSS.escape(name)}"]`);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
  }

  #show(question: SampleQuestion, { texts, now, unsearched }: Population, sample: Sample): void {
    const { drawn, shares } = sample;
    const address = new URL(this.#routes.sample + sampleAddress(question), location.href).href;
    const report = (id: string): string => new URL(this.#routes.report(id), location.href).href;
    this.dataset.drawn = String(drawn.length);
    this.dataset.population = String(texts.length);
    this.#status.replaceChildren(said('sampleDrawn', { count: drawn.length, total: texts.length }));
    const notes = [
      ...(question.release === null ? [said('samplePresentNote')] : []),
      ...(unsearched > 0 ? [said('sampleUnsearched', { count: unsearched })] : []),
      ...(drawn.length < question.count ? [said('sampleShort', { count: question.count })] : []),
    ];
    const save = madeElement('button', { type: 'button' }, said('sampleSave'));
    const name = `sample-${question.release ?? 'present'}-${question.count}.csv`;
    save.addEventListener('click', () => saveFile(name, sampleFile(drawn, report), 'text/csv;charset=utf-8'));
    const release =
      question.release === null ? words('samplePresent') : words('sampleOfRelease', { count: question.release });
    const citation = words('sampleCitation', {
      ...{ count: drawn.length, total: texts.length, seed: question.seed, thing: release, address },
      day: readerDay(),
    });
    const [first] = drawn;
    const isWhole =
      question.by === null &&
      texts.length > 0 &&
      address ===
        new URL(
          this.#routes.sample +
            sampleAddress({ ...question, query: '', scope: { year: [], region: [], level: [], issuer: [], role: [] } }),
          location.href,
        ).href;
    this.append(
      ...notes.map((note) => madeElement('p', {}, note)),
      madeElement('p', {}, said('samplePermalink'), madeElement('a', { href: address, textContent: address })),
      madeElement('p', {}, save),
      madeElement('h2', {}, said('sampleCite')),
      madeElement('p', { textContent: citation }),
      ...(first
        ? [
            madeElement('h2', {}, said('sampleRecipe')),
            madeElement('pre', { textContent: lotRecipe(question.seed, first.id) }),
            ...(isWhole && question.release !== null
              ? [madeElement('pre', { textContent: sampleRecipe(question.seed, question.count) })]
              : []),
          ]
        : []),
      ...(shares.length > 0 ? [this.#shares(sample)] : []),
      this.#rows(sample, now),
    );
  }

  #shares({ shares }: Sample): HTMLElement {
    const rows = shares.map(({ stratum, size, drawn }) =>
      madeElement('tr', {}, cell(stratum), cell(String(size)), cell(String(drawn))),
    );
    const heads = [said('sampleStratum'), said('sampleStratumSize'), said('sampleTaken')];
    const head = madeElement('tr', {}, ...heads.map((text) => madeElement('th', { scope: 'col' }, text)));
    return madeElement('table', {}, madeElement('thead', {}, head), madeElement('tbody', {}, ...rows));
  }

  #rows({ drawn }: Sample, now: ReadonlyMap<string, string>): HTMLElement {
    const heads = [said('sampleRank'), said('sampleReport'), said('sampleLot'), said('sampleStratum')];
    const rows = drawn.slice(0, pageFull).map((text, at) => {
      const standing = standingNow(text, now);
      const link = madeElement('a', { href: this.#routes.report(text.id), textContent: text.id });
      const note = standing === 'same' ? null : said(standing === 'gone' ? 'sampleGone' : 'sampleReplaced');
      const lot = madeElement('code', { textContent: text.lot.slice(0, 16), title: text.lot });
      const row = madeElement(
        'tr',
        {},
        cell(String(at + 1)),
        cell(link, ...(note ? [' ', note] : [])),
        cell(lot),
        cell(text.stratum),
      );
      row.dataset.report = text.id;
      return row;
    });
    const head = madeElement('tr', {}, ...heads.map((text) => madeElement('th', { scope: 'col' }, text)));
    const table = madeElement('table', {}, madeElement('thead', {}, head), madeElement('tbody', {}, ...rows));
    return madeElement('div', { className: 'scroll' }, table);
  }
}

customElements.define('citable-sample', CitableSample);
