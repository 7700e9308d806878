import { stateCode } from '../../archive/region-code.ts';
import { siteRoutes } from '../../archive/routes.ts';
import { type HeldPack, type HeldPacks, heldReports } from '../../offline/held-packs.ts';
import { isPackIndex, type PackIndex, type ProvincePacks, type YearPack } from '../../offline/pack-lists.ts';
import { madeElement } from '../page/made-element.ts';
import { provinceNames } from '../search/records/province-names.ts';
import { told } from '../words/spoken.ts';
import { heldPacks } from './held-store.ts';
import { said } from './words.ts';
import type { PackingOrder, PackingTold } from './worker.ts';

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1);

const packName = ({ code }: ProvincePacks, { year }: YearPack): string => `${code.slice(0, 2)}/${year}`;

/**
 * Packs of reports that can be kept on this device, with their sizes before anything is fetched, and those that are kept.
 * Nothing is kept, and no worker registered, until the reader asks.
 */
class OfflinePacks extends HTMLElement {
  readonly #status = madeElement('p');
  readonly #held = madeElement('section');
  readonly #offer = madeElement('section');
  #base = '/';
  #names: ReadonlyMap<string, string> = new Map();
  #offered: PackIndex | null = null;
  #working: Worker | null = null;

  connectedCallback(): void {
    this.#base = this.dataset.base ?? '/';
    this.#names = provinceNames(this.dataset.provinces);
    this.#status.setAttribute('role', 'status');
    if (!('serviceWorker' in navigator) || !('caches' in globalThis)) {
      this.append(madeElement('p', {}, said('packsUnsupported')));
      return;
    }
    this.append(this.#status, this.#held, this.#offer);
    void this.#show();
  }

  async #show(): Promise<void> {
    const response = await fetch(siteRoutes(this.#base).offlinePacks).catch(() => null);
    const value: unknown = await response?.json().catch(() => null);
    this.#offered = isPackIndex(value) ? value : null;
    const held = await heldPacks(this.#base);
    this.#showHeld(held);
    this.#showOffer(held);
    this.dataset.packsState = 'done';
  }

  #nameOf(pack: string): Node {
    const code = `${pack.slice(0, 2)}0000`;
    const name = this.#names.get(code);
    const year = pack.slice(3);
    if (code === stateCode || name === undefined) return said('packOfState', { year });
    return said('packOf', { place: name, year });
  }

  #button(label: Text, act: () => void): HTMLButtonElement {
    return madeElement('button', { type: 'button', onclick: act, disabled: this.#working !== null }, label);
  }

  /** What of the site's packs is another by now than what is kept. */
  #isStale({ name, sha256 }: HeldPack): boolean {
    const province = this.#offered?.provinces.find(({ code }) => code.startsWith(name.slice(0, 2)));
    const offered = province?.years.find(({ year }) => year === Number(name.slice(3)));
    return offered !== undefined && offered.sha256 !== sha256;
  }

  #showHeld(held: HeldPacks | null): void {
    const heading = madeElement('h2', {}, said('packsHeld'));
    if (!held) {
      this.#held.replaceChildren(heading, madeElement('p', {}, said('packsNone')));
      return;
    }
    const names = held.packs.map(({ name }) => name);
    const rows = held.packs.map((pack) => {
      const row = madeElement('li', {}, this.#nameOf(pack.name), ' ', this.#size(pack.reports, pack.bytes), ' ');
      row.dataset.heldPack = pack.name;
      if (this.#isStale(pack))
        row.append(
          this.#button(said('packRenew'), () => void this.#keep([pack.name])),
          ' ',
        );
      row.append(
        this.#button(said('packRemove'), () => void this.#work({ ...this.#order([pack.name]), kind: 'remove' })),
      );
      return row;
    });
    this.#held.replaceChildren(
      heading,
      madeElement('p', {}, said('packsHeldAbout', { count: heldReports(held) }), ' ', this.#usage()),
      madeElement('ul', { className: 'plain' }, ...rows),
      this.#button(said('packsRemoveAll'), () => void this.#work({ ...this.#order(names), kind: 'remove' })),
    );
  }

  #usage(): HTMLElement {
    const element = madeElement('span', { className: 'soft' });
    void navigator.storage
      ?.estimate?.()
      .then(({ usage = 0 }) => element.replaceChildren(said('packsUsage', { total: megabytes(usage) })));
    return element;
  }

  #size(reports: number, bytes: number): HTMLElement {
    const words = said('packSize', { count: reports, total: megabytes(bytes) });
    return madeElement('span', { className: 'soft' }, words);
  }

  #showOffer(held: HeldPacks | null): void {
    const heading = madeElement('h2', {}, said('packsOffered'));
    const offered = this.#offered;
    if (!offered) {
      this.#offer.replaceChildren(heading, madeElement('p', {}, said('packsUnlisted')));
      return;
    }
    const standing = new Set(held?.packs.map(({ name }) => name));
    const groups = offered.provinces.map((province) => this.#group(province, standing));
    this.#offer.replaceChildren(
      heading,
      madeElement('p', {}, said('packsAbout', { total: megabytes(offered.shared.bytes) })),
      ...groups,
    );
  }

  #group(province: ProvincePacks, standing: ReadonlySet<string>): HTMLElement {
    const years = province.years.filter((year) => !standing.has(packName(province, year)));
    const name = this.#names.get(province.code);
    const title = name === undefined ? said('packsOfState') : name;
    const reports = years.reduce((sum, year) => sum + year.reports, 0);
    const sum = madeElement('span', { className: 'soft' });
    const boxes = years.map((year) => {
      const box = madeElement('input', { type: 'checkbox', value: packName(province, year) });
      const label = madeElement('label', {}, box, ` ${year.year} `, this.#size(year.reports, year.bytes));
      return { box, label, bytes: year.bytes };
    });
    const chosen = (): typeof boxes => boxes.filter(({ box }) => box.checked);
    const button = this.#button(said('packsKeep'), () => void this.#keep(chosen().map(({ box }) => box.value)));
    const follow = (): void => {
      const bytes = chosen().reduce((all, one) => all + one.bytes, province.common.bytes);
      button.disabled = chosen().length === 0 || this.#working !== null;
      sum.replaceChildren(...(chosen().length === 0 ? [] : [said('packsChosen', { total: megabytes(bytes) })]));
    };
    for (const { box } of boxes) box.addEventListener('change', follow);
    follow();
    const summary = madeElement('summary', {}, title, ' ', said('reportsOfPacks', { count: reports }));
    const list = madeElement('p', { className: 'years' }, ...boxes.flatMap(({ label }) => [label, ' ']));
    return madeElement('details', {}, summary, list, madeElement('p', {}, button, ' ', sum));
  }

  #order(names: readonly string[]): { readonly base: string; readonly names: readonly string[] } {
    return { base: this.#base, names };
  }

  async #keep(names: readonly string[]): Promise<void> {
    const offered = this.#offered;
    if (!offered || names.length === 0) return;
    // Else the browser may clear it when it runs short of space.
    await navigator.storage?.persist?.().catch(() => false);
    await this.#work({ ...this.#order(names), kind: 'keep', offered });
  }

  async #work(order: PackingOrder): Promise<void> {
    if (this.#working) return;
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.#working = worker;
    this.dataset.packsState = 'working';
    for (const button of this.querySelectorAll('button')) button.disabled = true;
    const line = madeElement('span', {}, said('packsBegin'));
    const stopped = Promise.withResolvers<'stopped'>();
    const stop = madeElement(
      'button',
      { type: 'button', onclick: () => stopped.resolve('stopped') },
      said('packsStop'),
    );
    this.#status.replaceChildren(line, ' ', stop);
    const ended = new Promise<PackingTold>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<PackingTold>) => {
        if (data.kind !== 'reached') resolve(data);
        else if (data.phase === 'files') line.replaceChildren(said('packsFiles', { at: data.done, total: data.total }));
        else if (data.phase === 'texts') line.replaceChildren(said('packsTexts', { at: data.done, total: data.total }));
        else line.replaceChildren(said('packsIndex'));
      });
      worker.addEventListener('error', () => resolve({ kind: 'failed', why: 'worker' }));
    });
    worker.postMessage(order);
    const end = await Promise.race([ended, stopped.promise]);
    worker.terminate();
    this.#working = null;
    if (end === 'stopped') this.#status.replaceChildren(said('packsStopped'));
    else if (end.kind === 'failed')
      this.#status.replaceChildren(said('packsFailed'), ' ', typeof end.why === 'string' ? end.why : told(end.why));
    else this.#status.replaceChildren(said(order.kind === 'keep' ? 'packsKept' : 'packsRemoved'));
    await this.#register();
    await this.#show();
  }

  /** Has the site's worker answer where something is kept, and no longer where nothing is. */
  async #register(): Promise<void> {
    if (await heldPacks(this.#base)) {
      await navigator.serviceWorker.register(siteRoutes(this.#base).offlineWorker, { scope: this.#base });
      return;
    }
    const registration = await navigator.serviceWorker.getRegistration(this.#base);
    await registration?.unregister();
  }
}

customElements.define('offline-packs', OfflinePacks);
