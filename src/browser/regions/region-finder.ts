import { siteRoutes } from '../../archive/routes.ts';
import type { FoundUnit } from '../../views/region-finding.ts';
import { foundRegions } from '../../views/region-finding.ts';
import { adoptStyle } from '../page/adopted-style.ts';
import { madeElement } from '../page/made-element.ts';
import { openAddress } from '../page/open-address.ts';
import { OptionList } from '../page/option-list.ts';
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
 * Finds a region by name, former name, pinyin, initials or code and opens its page: a combobox with a list, in which
 * Enter opens the first where none is chosen; Escape empties the field once the list is closed. The data comes with the
 * first touch.
 */
class RegionFinder extends HTMLElement {
  readonly #input = madeElement('input', { type: 'text', autocomplete: 'off', spellcheck: false });
  readonly #list = madeElement('ul', { id: 'found-regions' });
  readonly #status = madeElement('p');
  #options: OptionList | null = null;
  #found: readonly FoundUnit[] = [];

  connectedCallback(): void {
    adoptStyle(regionFinderStyle);
    const label = madeElement('label', { htmlFor: 'find-region' }, said('findRegion'));
    this.#input.id = 'find-region';
    saidAs(this.#input, 'placeholder', 'findRegionExample');
    saidAs(this.#list, 'aria-label', 'foundRegions');
    this.#status.setAttribute('role', 'status');
    this.#input.addEventListener('focus', () => void this.#regions(), { once: true });
    this.#input.addEventListener('input', () => void this.#search());
    // Before the list's own: the Escape that closes it must not empty the field too.
    this.#input.addEventListener('keydown', ({ key, isComposing }) => {
      if (key === 'Escape' && !isComposing && this.#list.hidden) this.#input.value = '';
    });
    this.#options = new OptionList(this.#input, this.#list, {
      open: (at) => this.#open(at),
      passesField: false,
      unchosen: 0,
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
    this.#options?.put(
      this.#found.map((region) => {
        const held = region.held > 0 ? said('reportCount', { count: String(region.held) }) : said('noReportsYet');
        const about = [region.above.join(' ') || null, ended(region), held].filter((part) => part !== null);
        return madeElement('li', {}, region.name, madeElement('span', {}, ...dotted(about)));
      }),
      this.#found.length > 0,
    );
    this.#status.replaceChildren(...(this.#input.value.trim() === '' ? [] : [this.#told(count)]));
  }

  #told(count: number): Text {
    if (count === 0) return said('noSuchRegion');
    const regions = String(count);
    return count > shown
      ? said('regionsFoundSome', { regions, count: String(shown) })
      : said('regionsFound', { regions });
  }

  #open(at: number): void {
    const region = this.#found[at];
    if (region) openAddress(this.#routes.region(region.code));
  }
}

customElements.define('region-finder', RegionFinder);
