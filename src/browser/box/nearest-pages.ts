import { siteRoutes } from '../../archive/routes.ts';
import { nearestPages } from '../../views/nearest-pages.ts';
import { madeElement } from '../page/made-element.ts';
import { addressOf, labelOf } from './answer-words.ts';
import { loadedBox } from './box-data.ts';
import { said } from './words.ts';

/** On the page that stands for addresses that lead nowhere: links to what stands nearest, where anything does. */
class NearestPages extends HTMLElement {
  connectedCallback(): void {
    // Without the lists the page still has its box.
    void this.#find().catch(() => undefined);
  }

  async #find(): Promise<void> {
    const routes = siteRoutes(this.dataset.base ?? '/');
    const path = location.pathname.slice(routes.home.length);
    // Most lost addresses name nothing that could be near.
    if (!/\d{4}/.test(path)) return;
    const found = nearestPages(await loadedBox(routes.regionFinder, routes.reportFinder), path);
    if (found.length === 0) return;
    const list = madeElement('ul', { className: 'plain' });
    for (const answer of found)
      list.append(madeElement('li', {}, madeElement('a', { href: addressOf(routes, answer) }, ...labelOf(answer))));
    this.replaceChildren(madeElement('p', {}, said('nearestPages')), list);
  }
}

customElements.define('nearest-pages', NearestPages);
