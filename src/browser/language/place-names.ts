import { siteRoutes } from '../../archive/routes.ts';
import { placePinyin } from '../../views/place-pinyin.ts';
import { siteBase } from '../page/site-base.ts';
import { loadedRegions } from '../regions/finder-data.ts';
import { pagePath } from '../served/page-path.ts';

/** What may bear a place's name: links to its pages, the page's own heading, names in lists of places. */
const bearers = 'main a[href], h1, .crumb [aria-current], .places li > span:first-child';
/** The code that an address below the site's root is of; addresses of reports are of a year besides. */
const codeIn = /^(?!.*\/reports\/).*\/(\d{6}(?:x\d{2})?)\/(?:index\.html)?$/;

const style = `
[data-pinyin]::after { content: " " attr(data-pinyin); font-size: .85em; color: var(--soft); }
[data-ink="4"][data-pinyin]::after, [data-ink="5"][data-pinyin]::after { color: inherit; }
.ink-tiles a > span { order: 1; }
`;

/**
 * Sets the names of places in Latin letters beside the Chinese ones, drawn by style alone, so that the page's text stays
 * as it is. Readings come with the finder's file of regions, which only a page in English loads for this.
 */
export class PlaceNames {
  readonly #byCode = new Map<string, Map<string, string>>();
  readonly #byName = new Map<string, string | null>();
  readonly #style = new CSSStyleSheet();
  readonly #observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node instanceof Element) this.#nameAll(node);
  });
  #isOn = false;

  constructor() {
    this.#style.replaceSync(style);
  }

  /** Names what is there and what comes. Rejects where the readings cannot be had. */
  async begin(): Promise<void> {
    if (this.#isOn) return;
    this.#isOn = true;
    if (this.#byCode.size === 0) await this.#load();
    // Given up meanwhile.
    if (!this.#isOn) return;
    document.adoptedStyleSheets.push(this.#style);
    this.#nameAll(document.body);
    this.#observer.observe(document.body, { subtree: true, childList: true });
  }

  /** Takes all names away. */
  end(): void {
    this.#isOn = false;
    this.#observer.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#style);
    for (const element of document.querySelectorAll('[data-pinyin]')) element.removeAttribute('data-pinyin');
  }

  async #load(): Promise<void> {
    for (const findable of await loadedRegions(siteRoutes(siteBase()).regionFinder)) {
      const { code, name } = findable.region;
      const pinyin = placePinyin(findable);
      if (pinyin === '') continue;
      const names = this.#byCode.get(code) ?? new Map<string, string>();
      this.#byCode.set(code, names.set(name, pinyin));
      // A name that is read in two ways is left to those who have its code.
      const known = this.#byName.get(name);
      this.#byName.set(name, known === undefined || known === pinyin ? pinyin : null);
    }
  }

  #nameAll(top: Element): void {
    for (const element of [top, ...top.querySelectorAll(bearers)]) if (element.matches(bearers)) this.#name(element);
  }

  #name(element: Element): void {
    const text = element.firstChild instanceof Text ? element.firstChild.data.trim() : '';
    const path = element instanceof HTMLAnchorElement ? element.pathname : pagePath();
    const names = this.#byCode.get(codeIn.exec(path)?.[1] ?? '');
    const last = text.split(' ').at(-1) ?? '';
    const pinyin = element.matches('.places span')
      ? this.#byName.get(last)
      : [...(names ?? [])].find(([name]) => text.endsWith(name))?.[1];
    if (pinyin) element.setAttribute('data-pinyin', pinyin);
  }
}
