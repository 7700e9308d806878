import { saying } from '../../i18n/saying.ts';
import { boxAnswers } from '../../views/box-finding.ts';
import { queryPlace } from '../../views/query-place.ts';
import { addressOf, labelOf } from '../box/answer-words.ts';
import { loadedBox } from '../box/box-data.ts';
import { madeElement } from '../page/made-element.ts';
import { loadedRegions } from '../regions/finder-data.ts';
import { told } from '../words/spoken.ts';
import type { AskedSearch } from './answer.ts';

/** Pages of a place that a query names alone, at most. */
const mostPages = 2;

/**
 * Offers what a plain query names of places and years as the filter it was perhaps meant to be; where nothing else was
 * typed, the pages themselves. Shows nothing where the reader has chosen regions, or the register cannot be read.
 */
export async function offerPlace({ state, routes, place, isCurrent, change }: AskedSearch): Promise<void> {
  if (state.region.length > 0) return;
  const named = await loadedRegions(routes.regionFinder).then(
    (regions) => queryPlace(regions, state.q),
    () => null,
  );
  const region = named?.region;
  if (!named || !region || !isCurrent()) return;
  const { years, rest } = named;
  if (rest !== '') {
    const where = { place: [...region.above, region.name].join(' '), phrase: rest };
    const search = (): void => change({ q: rest, region: [region.code], year: years.map(String) });
    const words =
      years.length > 0
        ? saying('searchInstead', { ...where, text: years.join('、') })
        : saying('searchInsteadAnyYear', where);
    place.hints.prepend(madeElement('p', {}, madeElement('button', { type: 'button', onclick: search }, told(words))));
    return;
  }
  const data = await loadedBox(routes.regionFinder, routes.reportFinder).catch(() => null);
  if (!data || !isCurrent()) return;
  const links = boxAnswers(data, state.q)
    .filter((answer) => answer.kind === 'report' || answer.kind === 'region')
    .slice(0, mostPages)
    .flatMap((answer) => [madeElement('a', { href: addressOf(routes, answer) }, ...labelOf(answer)), '　']);
  if (links.length > 0) place.hints.prepend(madeElement('p', { className: 'pages' }, ...links));
}
