import { type Saying, saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import { told } from '../words/spoken.ts';

/** Names the page, in its heading and in the window's title, by what it compares. */
export function namePage(page: HTMLElement, name: Saying): void {
  // The server's words are marked with their key, by which they would be said again.
  page.querySelector('h1')?.replaceWith(madeElement('h1', {}, told(name)));
  document.querySelector('title')?.replaceWith(madeElement('title', {}, told(saying('pageTitle', { thing: name }))));
}
