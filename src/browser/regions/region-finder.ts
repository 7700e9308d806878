import { siteRoutes } from '../../archive/routes.ts';
import type { FoundUnit } from '../../views/region-finding.ts';
import { foundRegions } from '../../views/region-finding.ts';
import { adoptStyle } from '../page/adopted-style.ts';
import { madeElement } from '../page/made-element.ts';
import { loadedRegions } from './finder-data.ts';
import { regionFinderStyle } from './finder-style.ts';

/** As many as can be looked through at a glance; who wants others types on. */
const shown = 12;

const ended = ({ until, becomes }: FoundUnit): string =>
  until === null ? '' : `至 ${until} 年${becomes.length > 0 ? `，后为${becomes.join('、')}` : ''}`;

/**
 * Finds a region by name, former name, pinyin, initials or code and opens its page: a combobox with a list, after the
 * pattern of the WAI-ARIA practices (arrows choose, Enter opens, Escape closes). The data comes with the first touch.
 */
class RegionFinder extends HTMLElement {
  readonly #input = madeElement('input', { type: 'text', autocomplete: 'off', spellcheck: false });
  readonly #list = madeElement('ul', { id: 'found-regions', hidden: true });
  readonly #status = madeElement('p');
  #found: readonly FoundUnit[] = [];
  #chosen = -1;

  connectedCallback(): void {
    adoptStyle(regionFinderStyle);
    const label = madeElement('label', {
      htmlFor: 'find-region',
      textContent: '找地区：名称、原名、拼音、首字母或代码',
    });
    Object.assign(this.#input, {
      id: 'find-region',
      role: 'combobox',
      ariaAutoComplete: 'list',
      ariaExpanded: 'false',
    });
    this.#input.setAttribute('aria-controls', this.#list.id);
    this.#input.placeholder = '例如：上党区、长治县、sdq、yuxian、140404';
    Object.assign(this.#list, { role: 'listbox', ariaLabel: '找到的地区' });
    this.#status.setAttribute('role', 'status');
    this.#input.addEventListener('focus', () => void this.#regions(), { once: true });
    this.#input.addEventListener('input', () => void this.#search());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('blur', () => this.#close());
    // Pressing on the list must not take the focus, which would close it before the click.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', ({ target }) => {
      const option = target instanceof Element ? target.closest('[role=option]') : null;
      if (option) this.#open([...this.#list.children].indexOf(option));
    });
    this.replaceChildren(label, this.#input, this.#status, this.#list);
  }

  get #routes() {
    return siteRoutes(this.dataset.base ?? '/');
  }

  #regions(): ReturnType<typeof loadedRegions> {
    return loadedRegions(this.#routes.regionFinder);
  }

  async #search(): Promise<void> {
    const query = this.#input.value;
    try {
      const regions = await this.#regions();
      // Whoever typed on meanwhile has a search of their own.
      if (query !== this.#input.value) return;
      const found = foundRegions(regions, query);
      this.#found = found.slice(0, shown);
      this.#show(found.length);
    } catch {
      this.#status.textContent = '地区表没有载入，请检查网络后再输入一次；也可从下面按省份进入。';
    }
  }

  #show(count: number): void {
    this.#list.replaceChildren(
      ...this.#found.map((region, at) => {
        const option = madeElement('li', { id: `found-region-${at}`, role: 'option', ariaSelected: 'false' });
        const about = [region.above.join(' '), ended(region), region.held > 0 ? `${region.held} 份` : '暂无报告'];
        option.append(region.name, madeElement('span', { textContent: about.filter(Boolean).join(' · ') }));
        return option;
      }),
    );
    this.#choose(-1);
    this.#setOpen(this.#found.length > 0);
    if (this.#input.value.trim() === '') this.#status.textContent = '';
    else if (count === 0) this.#status.textContent = '没有这样的地区。';
    else if (count > shown) this.#status.textContent = `共 ${count} 个地区，列出前 ${shown} 个，可再多输入几个字。`;
    else this.#status.textContent = `找到 ${count} 个地区。`;
  }

  #setOpen(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#input.ariaExpanded = String(isOpen);
    if (!isOpen) this.#choose(-1);
  }

  #close(): void {
    this.#setOpen(false);
  }

  #choose(at: number): void {
    this.#list.children[this.#chosen]?.setAttribute('aria-selected', 'false');
    this.#chosen = at;
    const option = this.#list.children[at];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #open(at: number): void {
    const region = this.#found[at];
    if (region) location.assign(this.#routes.region(region.code));
  }

  #key(event: KeyboardEvent): void {
    // Enter and arrows that belong to an input method are not ours.
    if (event.isComposing) return;
    const last = this.#found.length - 1;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && last >= 0) {
      event.preventDefault();
      if (this.#list.hidden) this.#setOpen(true);
      const next = this.#chosen < 0 && step < 0 ? last : this.#chosen + step;
      this.#choose(next > last ? 0 : next < 0 ? last : next);
    } else if (event.key === 'Enter' && !this.#list.hidden) {
      event.preventDefault();
      this.#open(Math.max(0, this.#chosen));
    } else if (event.key === 'Escape') {
      if (this.#list.hidden) this.#input.value = '';
      this.#close();
    }
  }
}

customElements.define('region-finder', RegionFinder);
