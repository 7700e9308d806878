import { madeElement } from '../page/made-element.ts';
import { folder, shownPath } from './edition-place.ts';
import { leadThroughEdition } from './followed-links.ts';
import { said } from './words.ts';

/** Draws the page of a report that the address names, from its pack; says so where it is not there. */
export async function drawPage(): Promise<void> {
  const response = await fetch(folder + shownPath());
  const text = response.ok ? await response.text() : '';
  if (text === '') {
    document.body.replaceChildren(
      madeElement('main', { id: 'main' }, madeElement('p', {}, said('editionPageMissing'))),
    );
    return;
  }
  const page = new DOMParser().parseFromString(text, 'text/html');
  leadThroughEdition(page);
  for (const { name, value } of page.documentElement.attributes) document.documentElement.setAttribute(name, value);
  // Scripts of the page stand here already.
  document.head.append(...page.head.querySelectorAll('title, meta[name], link'));
  document.body.replaceWith(page.body);
  // The place that the address names was not there before.
  if (location.hash !== '') location.replace(location.hash);
}
