import { siteRoutes } from '../../archive/routes.ts';
import type { FoundUnit } from '../../views/region-finding.ts';
import { foundRegions } from '../../views/region-finding.ts';
import { adoptStyle } from '../page/adopted-style.ts';
import { madeElement } from '../page/made-element.ts';
import { loadedRegions } from './finder-data.ts';
import { regionFinderStyle } from './finder-style.ts';
import { said, saidAs } from './words.ts';

/** As many as can be looked through at a glance; who wants others types on. */
const shown = 12;

/** Until when a region was in use and what became of it; null where it still is. */
function ended({ until, becomes }: FoundUnit): Text | null {
  if (until === null) return null;
  const year = String(until);
  return becomes.length > 0 ? said('untilBecame', { year, names: becomes.join('、') }) : said('until', { year });
}

/** Texts with a dot between each two. */
const dotted = (parts: readonly (Text | string)[]): (Text | string)[] =>
  parts.flatMap((part, at) => (at > 0 ? [' · ', part] : [part]));

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
    const label = madeElement('label', { htmlFor: 'find-region' }, said('findRegion'));
    Object.assign(this.#input, {
      id: 'find-region',
      role: 'combobox',
      ariaAutoComplete: 'list',
      ariaExpanded: 'false',
    });
    this.#input.setAttribute('aria-controls', this.#list.id);
    saidAs(this.#input, 'placeholder', 'findRegionExample');
    this.#list.role = 'listbox';
    saidAs(this.#list, 'aria-label', 'foundRegions');
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
      this.#status.replaceChildren(said('regionsNotRead'));
    }
  }

  #show(count: number): void {
    this.#list.replaceChildren(
      ...this.#found.map((region, at) => {
        const option = madeElement('li', { id: `found-region-${at}`, role: 'option', ariaSelected: 'false' });
        const held = region.held > 0 ? said('reportCount', { count: String(region.held) }) : said('noReportsYet');
        const about = [region.above.join(' ') || null, ended(region), held].filter((part) => part !== null);
        option.append(region.name, madeElement('span', {}, ...dotted(about)));
        return option;
      }),
    );
    this.#choose(-1);
    this.#setOpen(this.#found.length > 0);
    this.#status.replaceChildren(...(this.#input.value.trim() === '' ? [] : [this.#told(count)]));
  }

  #told(count: number): Text {
    if (count === 0) return said('noSuchRegion');
    const regions = String(count);
    return count > shown
      ? said('regionsFoundSome', { regions, count: String(shown) })
      : said('regionsFound', { regions });
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
