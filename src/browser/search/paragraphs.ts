import type { SiteRoutes } from '../../archive/routes.ts';
import type { Saying } from '../../i18n/saying.ts';
import { madeElement } from '../page/made-element.ts';
import { markedPhrase } from '../page/marked-phrase.ts';
import type { PhraseParagraph, ReportFacts } from './exact/engine.ts';
import { copyButton, type FollowedSearch, lineAddress, quotation } from './lines.ts';

/** How many places of the query a paragraph holds. */
export const placesIn = ({ stretches }: PhraseParagraph): number =>
  stretches.reduce((sum, { count }) => sum + count, 0);

/**
 * One paragraph: the sentences that hold the query, all its places marked, each with what stands before it a link to
 * the very place; and a button that copies them with their source, for whose failure `tell` is given a sentence.
 */
export function paragraphElement(
  routes: SiteRoutes,
  search: FollowedSearch,
  facts: ReportFacts,
  path: readonly string[],
  paragraph: PhraseParagraph,
  tell: (said: Saying) => void,
): HTMLLIElement {
  const { anchor, stretches, after, heading } = paragraph;
  const links = stretches.map(({ before, phrase, nth }, at) => {
    const address = lineAddress(routes, search, facts.id, { anchor, nth });
    const isLast = at === stretches.length - 1;
    const link = madeElement('a', { href: address }, before, markedPhrase(phrase), ...(isLast ? [after] : []));
    link.dataset.occurrence = `${anchor ?? 'title'}/${nth}`;
    return link;
  });
  const text = stretches.map(({ before, phrase }) => before + phrase).join('') + after;
  const copied = quotation(facts, path, { text, heading }, links[0]?.href ?? '');
  return madeElement('li', { className: 'passage' }, madeElement('p', {}, ...links), ' ', copyButton(copied, tell));
}
