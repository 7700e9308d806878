import type { SiteRoutes } from '../../archive/routes.ts';
import { issuerKindKeys } from '../../i18n/report-words.ts';
import { type Saying, saying } from '../../i18n/saying.ts';
import type { IndexedReport } from '../../search/lookup/search-index.ts';
import { announce } from '../page/announcement.ts';
import { copyText } from '../page/copy-text.ts';
import { madeElement } from '../page/made-element.ts';
import { markedPhrase } from '../page/marked-phrase.ts';
import type { PhraseLine, ReportFacts } from './exact/engine.ts';
import type { SearchState } from './state.ts';
import { said, saidAs, words } from './words.ts';

/** What of a search goes with the reader into a report: the query, and the roles that it was confined to. */
export type FollowedSearch = Pick<SearchState, 'q' | 'role'>;

const followed = ({ q, role }: FollowedSearch): URLSearchParams =>
  new URLSearchParams([['q', q], ...role.map((one) => ['role', one])]);

/** Address of a report, where the page marks all places of the query. */
export function foundAddress(routes: SiteRoutes, search: FollowedSearch, id: string): string {
  return `${routes.report(id)}?${followed(search)}`;
}

/** Address of one place in a report, where the page marks all places of the query. */
export function lineAddress(
  routes: SiteRoutes,
  search: FollowedSearch,
  id: string,
  line: Pick<PhraseLine, 'nth' | 'anchor'>,
): string {
  const parameters = followed(search);
  if (line.nth > 0) parameters.set('n', String(line.nth));
  return `${routes.report(id)}?${parameters}${line.anchor === null ? '' : `#${line.anchor}`}`;
}

/** A report as readers are told it: path, year, kind of issuer. */
export function reportLabel({ year, issuerKind }: IndexedReport, path: readonly string[]): Text {
  const place = path.length > 0 ? path.join(' ') : saying('national');
  return said('reportLabel', { place, year: String(year), words: saying(issuerKindKeys[issuerKind]) });
}

/** A text of a report with where it stands, to be quoted. */
export function quotation(
  facts: ReportFacts,
  path: readonly string[],
  { text, heading }: { readonly text: string; readonly heading: string | null },
  address: string,
): string {
  const section = heading ? `，“${heading}”` : '';
  return `“${text}”（${path.join('')}${facts.year}年度法治政府建设年度报告${section}，${address}）`;
}

/** Milliseconds that a button says what came of it: the page's own line for that may be out of view. */
const told = 3000;

/** A button that copies a text; where the browser refuses that, `tell` is given a sentence to show. */
export function copyButton(text: string, tell: (said: Saying) => void): HTMLButtonElement {
  const button = madeElement('button', { type: 'button', className: 'copy' }, said('copy'));
  saidAs(button, 'aria-label', 'copyLine');
  let back: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener('click', async () => {
    const isCopied = await copyText(text);
    button.replaceChildren(isCopied ? said('copied') : said('lineNotCopied'));
    // A line that comes above would push this one away; only who must now do it by hand is shown one.
    if (isCopied) announce(words('copiedLine'));
    else tell(saying('copyRefused'));
    clearTimeout(back);
    back = setTimeout(() => {
      button.replaceChildren(said('copy'));
    }, told);
  });
  return button;
}

/**
 * One line of context: a link to the very place, the phrase marked, and a button that copies it with its source; where
 * the browser refuses that, `tell` is given a sentence to show.
 */
export function lineElement(
  facts: ReportFacts,
  path: readonly string[],
  line: PhraseLine,
  address: string,
  tell: (said: Saying) => void,
): HTMLElement {
  const link = madeElement(
    'a',
    { href: address, className: 'kwic' },
    madeElement('span', { className: 'before', textContent: line.before }),
    markedPhrase(line.phrase),
    madeElement('span', { className: 'after', textContent: line.after }),
  );
  link.dataset.occurrence = `${line.anchor ?? 'title'}/${line.nth}`;
  const text = line.before + line.phrase + line.after;
  const copied = quotation(facts, path, { ...line, text }, new URL(address, location.href).href);
  const row = madeElement('li', {}, link, copyButton(copied, tell));
  if (line.heading) link.title = line.heading;
  return row;
}
