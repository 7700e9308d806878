import { adoptStyle } from '../page/adopted-style.ts';
import { followBlock, reportBlocksShown } from '../page/block-in-view.ts';

const style = `
.toc [aria-current] { font-weight: 700; color: var(--seal); }
@media print { .toc [aria-current] { font-weight: inherit; color: inherit; } }`;

/** For each block the entry of the contents list that it stands under. */
function entryOfBlock(entries: ReadonlyMap<string, HTMLElement>): Map<HTMLElement, HTMLElement> {
  const found = new Map<HTMLElement, HTMLElement>();
  let entry: HTMLElement | undefined;
  for (const block of reportBlocksShown()) {
    entry = entries.get(block.id) ?? entry;
    if (entry) found.set(block, entry);
  }
  return found;
}

/** The box around an entry that scrolls by itself; null where the list is as long as it is. */
function scrollingBox(entry: HTMLElement): HTMLElement | null {
  let box = entry.parentElement;
  while (box?.closest('.toc') && box.scrollHeight <= box.clientHeight) box = box.parentElement;
  return box?.closest('.toc') ? box : null;
}

/** Brings an entry into sight where the list scrolls by itself; the page stays where it is. */
function showEntry(entry: HTMLElement): void {
  const list = scrollingBox(entry);
  if (!list) return;
  const [box, place] = [list.getBoundingClientRect(), entry.getBoundingClientRect()];
  if (place.top >= box.top && place.bottom <= box.bottom) return;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const top = list.scrollTop + place.top - box.top - box.height / 3;
  list.scrollTo({ top, behavior: isCalm ? 'instant' : 'smooth' });
}

/** Marks in the contents list where the reader is. Where it was opened over the text, it closes when an entry is chosen. */
export function begin(): void {
  const links = [...document.querySelectorAll<HTMLElement>('.toc a[href^="#"]')];
  if (links.length === 0) return;
  adoptStyle(style);
  const entryOf = entryOfBlock(new Map(links.map((link) => [link.getAttribute('href')?.slice(1) ?? '', link])));
  let current: HTMLElement | null = null;
  const list = document.querySelector<HTMLElement>('.toc');
  list?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a') && list.matches(':popover-open')) list.hidePopover();
  });
  list?.addEventListener('toggle', () => {
    if (current) showEntry(current);
  });
  followBlock((block) => {
    const entry = entryOf.get(block) ?? null;
    if (entry === current) return;
    current?.removeAttribute('aria-current');
    current = entry;
    if (!entry) return;
    entry.setAttribute('aria-current', 'location');
    showEntry(entry);
  });
}
