import { followBlock, reportBlocksShown } from '../page/block-in-view.ts';
import { madeElement } from '../page/made-element.ts';
import { pagePath } from '../served/page-path.ts';
import { offerInBar } from './bar-offers.ts';
import { keepPlace, keptPlace } from './settings/places.ts';
import { readingSettings } from './settings/store.ts';
import { said } from './words.ts';

/** A report that was left among its first blocks was not begun. */
const begun = 3;
/** So many blocks read on one visit make its place the one to remember, wherever an earlier one was. */
const enough = 5;

const beginning = (text: string): string => (text.length > 14 ? `${text.slice(0, 14)}…` : text);

/** A link to where this report was left on this device; null where it was not begun or is open there. */
function lastPlaceLink(): HTMLAnchorElement | null {
  if (!readingSettings().places) return null;
  const anchor = keptPlace(pagePath());
  const blocks = reportBlocksShown();
  const at = blocks.findIndex(({ id }) => id === anchor);
  const block = blocks[at];
  if (!block || at < begun || location.hash === `#${anchor}`) return null;
  const words = beginning((block.textContent ?? '').trim());
  return madeElement('a', { href: `#${anchor}`, className: 'last-place' }, said('lastPlace', { text: words }));
}

/**
 * Offers the way to where this report was left, and remembers where it is being read once the reader scrolls; all on
 * this device. Nothing jumps by itself.
 */
export function begin(): void {
  const link = lastPlaceLink();
  if (link) offerInBar(link);
  const page = pagePath();
  const blocks = reportBlocksShown();
  // In the report's own letters, whatever the page shows.
  const title = document.querySelector('meta[name="citation_title"]')?.getAttribute('content') ?? '';
  const read = new Set<Element>();
  const before = blocks.findIndex(({ id }) => id === keptPlace(page));
  const remember = (block: HTMLElement): void => {
    if (!readingSettings().places) return;
    read.add(block);
    const at = blocks.indexOf(block);
    // A look at the top does not lose the place further down.
    if (at < before && read.size < enough) return;
    keepPlace(page, at < begun ? null : block.id, title);
  };
  addEventListener('scroll', () => followBlock(remember), { once: true });
}
