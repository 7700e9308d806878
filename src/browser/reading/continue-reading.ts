import { madeElement } from '../page/made-element.ts';
import { forgetPlaces, lastRead } from './settings/places.ts';
import { readingSettings } from './settings/store.ts';
import { said } from './words.ts';

/** Offers on the home page the report that was read last on this device, at its place, and to forget all places. */
export function begin(): void {
  const last = readingSettings().places ? lastRead() : null;
  const box = document.querySelector('.hero form');
  if (!last || !box) return;
  const link = madeElement('a', { href: `${last.page}#${last.anchor}`, lang: 'zh-Hans' }, last.title);
  const forget = madeElement('button', { type: 'button' }, said('forgetPlaces'));
  const line = madeElement('p', { className: 'soft continue' }, said('continueReading'), link, ' ', forget);
  forget.addEventListener('click', () => {
    forgetPlaces();
    line.remove();
  });
  box.after(line);
}
