import type { Saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import { told } from '../words/spoken.ts';
import type { AskedSearch } from './answer.ts';
import { said } from './words.ts';

/** A sentence beside an answer, with a button that searches for another query instead, where there is one. */
export function hintElement(sentence: Saying, instead: string | null, change: AskedSearch['change']): HTMLElement {
  const button = (query: string): HTMLButtonElement =>
    madeElement('button', { type: 'button', onclick: () => change({ q: query }) }, said('hintInstead', { query }));
  return madeElement('p', {}, told(sentence), ' ', ...(instead === null ? [] : [button(instead)]));
}
