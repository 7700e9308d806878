import { saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import { told } from '../words/spoken.ts';
import type { AskedSearch } from './answer.ts';
import { MalformedQuery, Unanswered } from './exact/engine.ts';
import { said } from './words.ts';

/** Characters of a query that ranked search takes. */
const longestWords = 2000;

/** Answers a search by how well reports fit its words. Rejects with `MalformedQuery`, or with `Unanswered`. */
export async function showRankedAnswer(asked: AskedSearch): Promise<void> {
  const { state, known, ranked, place } = asked;
  asked.showFilters(null);
  if (state.q.length > longestWords)
    throw new MalformedQuery(saying('rankedTooLong', { limit: longestWords, count: state.q.length }));
  const found = await ranked.found(state, known.years).catch(() => {
    throw new Unanswered(saying('searchNotLoaded'));
  });
  if (!asked.isCurrent()) return;
  asked.markDone();
  const { count, listed } = found;
  place.status.replaceChildren(
    count === 0
      ? said('rankedNothing')
      : listed < count
        ? said('rankedBest', { reports: count, count: listed })
        : said('rankedCount', { count }),
  );
  place.live.replaceChildren(...(found.limits ? [told(found.limits)] : []));
  place.results.replaceChildren(found.list);
}

/** Offers to look for reports that fit the words of a phrase that stands nowhere; reads nothing unasked. */
export function offerRankedAnswer({ state, known, ranked, place, isCurrent }: AskedSearch): void {
  const show = async (): Promise<void> => {
    place.results.replaceChildren(said('searching'));
    const found = await ranked.found(state, known.years).catch(() => null);
    if (!isCurrent()) return;
    if (!found) {
      place.results.replaceChildren(said('searchNotLoaded'), ' ', button());
      return;
    }
    place.results.replaceChildren(
      madeElement('h2', { tabIndex: -1 }, said('rankedFound')),
      madeElement('p', { className: 'soft' }, found.count === 0 ? said('rankedNothing') : said('rankedFoundAbout')),
      found.list,
    );
    place.results.querySelector('h2')?.focus();
  };
  const button = (): HTMLButtonElement =>
    madeElement('button', { type: 'button', onclick: () => void show() }, said('rankedOffer'));
  place.results.replaceChildren(button());
}
