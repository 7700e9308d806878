import { madeElement } from '../page/made-element.ts';
import { said } from './words.ts';

/** Under this name queries are kept on the device, as a list in JSON, and nowhere else. */
const kept = 'searches';
const most = 8;

/** The queries that were asked last, the newest first; none where the browser keeps nothing. */
function recentSearches(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(kept) ?? '[]');
    return Array.isArray(list) ? list.filter((q: unknown) => typeof q === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Keeps a query on this device, where the browser allows it. */
export function keepSearch(q: string): void {
  const list = [q, ...recentSearches().filter((other) => other !== q)].slice(0, most);
  try {
    localStorage.setItem(kept, JSON.stringify(list));
  } catch {
    // It is searched all the same.
  }
}

/** The queries that were asked last on this device, to be asked again or erased; nothing where there are none. */
export function recentSearchList(search: (q: string) => void): HTMLElement[] {
  const list = recentSearches();
  if (list.length === 0) return [];
  const element = madeElement('p', { className: 'recent' }, said('recentSearches'));
  const erase = (): void => {
    localStorage.removeItem(kept);
    element.replaceChildren(said('searchesErased'));
  };
  const again = (q: string): HTMLButtonElement =>
    madeElement('button', { type: 'button', textContent: q, onclick: () => search(q) });
  element.append(
    ...list.flatMap((q) => [' ', again(q)]),
    ' ',
    madeElement('button', { type: 'button', onclick: erase }, said('eraseSearches')),
  );
  return [element];
}
