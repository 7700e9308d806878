import { saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import { told } from '../words/spoken.ts';
import type { AskedSearch } from './answer.ts';
import { Unanswered } from './engine.ts';
import { said } from './words.ts';

/** Answers a search by how well reports fit its words. Rejects with `Unanswered`. */
export async function showRankedAnswer(asked: AskedSearch): Promise<void> {
  const { state, known, ranked, place } = asked;
  asked.showFilters(null);
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

/** Offers reports that fit the words of a phrase that stands nowhere; where none can be had, nothing. */
export async function offerRankedAnswer({ state, known, ranked, place, isCurrent }: AskedSearch): Promise<void> {
  const found = await ranked.found(state, known.years).catch(() => null);
  if (!isCurrent() || !found || found.count === 0) return;
  place.results.replaceChildren(
    madeElement('h2', {}, said('rankedFound')),
    madeElement('p', { className: 'soft' }, said('rankedFoundAbout')),
    found.list,
  );
}
