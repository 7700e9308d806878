import { saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import { told } from '../words/spoken.ts';
import type { AskedSearch } from './answer.ts';
import { MalformedQuery } from './exact/engine.ts';
import { said } from './words.ts';

/** Characters of a query that ranked search takes. */
const longestWords = 2000;

/** Answers a search by how well paragraphs answer its words. Rejects with `MalformedQuery`, or with `Unanswered`. */
export async function showRankedAnswer(asked: AskedSearch): Promise<void> {
  const { state, ranked, place } = asked;
  asked.showFilters(null);
  if (state.q.length > longestWords)
    throw new MalformedQuery(saying('rankedTooLong', { limit: longestWords, count: state.q.length }));
  const found = await ranked.found(state);
  if (!asked.isCurrent()) return;
  asked.markDone();
  place.status.replaceChildren(told(found.told));
  place.live.replaceChildren(...found.notes.map(told));
  place.results.replaceChildren(found.list, ...(ranked.hasBundles ? [otherRanking(asked)] : []));
}

/** Offers the ranking of whole reports by Pagefind, below the paragraphs; reads nothing of it unasked. */
function otherRanking({ state, known, ranked, place, isCurrent }: AskedSearch): HTMLElement {
  const below = madeElement('div', {});
  const button = madeElement('button', { type: 'button' }, said('rankedByPagefind'));
  button.addEventListener('click', async () => {
    below.replaceChildren(said('searching'));
    const found = await ranked.byPagefind(state, known.years).catch(() => 'failed' as const);
    if (!isCurrent()) return;
    if (found === null || found === 'failed') {
      below.replaceChildren(button, ' ', said(found === null ? 'rankedNoBundle' : 'searchNotLoaded'));
      return;
    }
    place.results.replaceChildren(
      madeElement('h2', { tabIndex: -1 }, said('rankedByPagefindHeading')),
      madeElement('p', { className: 'soft' }, told(found.told), ...found.notes.map(told)),
      found.list,
    );
    place.results.querySelector('h2')?.focus();
  });
  below.append(button);
  return below;
}

/** Offers to look for paragraphs that answer the words of a phrase that stands nowhere; reads nothing unasked. */
export function offerRankedAnswer({ state, ranked, place, isCurrent }: AskedSearch): void {
  const show = async (): Promise<void> => {
    place.results.replaceChildren(said('searching'));
    const found = await ranked.found(state).catch(() => null);
    if (!isCurrent()) return;
    if (!found) {
      place.results.replaceChildren(said('searchNotLoaded'), ' ', button());
      return;
    }
    place.results.replaceChildren(
      madeElement('h2', { tabIndex: -1 }, said('rankedFound')),
      madeElement('p', { className: 'soft' }, found.count === 0 ? told(found.told) : said('rankedFoundAbout')),
      found.list,
    );
    place.results.querySelector('h2')?.focus();
  };
  const button = (): HTMLButtonElement =>
    madeElement('button', { type: 'button', onclick: () => void show() }, said('rankedOffer'));
  place.results.replaceChildren(button());
}
