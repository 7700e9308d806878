/** Headings, paragraphs and tables of the report that have an address of their own. */
export const addressedBlocks = 'article.t > :is(h2, h3, h4, h5, h6, p, .table)[id]';

/** Where in the window the reader's eye is taken to be, from its top. */
const eye = 1 / 3;

/** All blocks of the report on this page that have an address, in order. */
export function reportBlocksShown(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(addressedBlocks)];
}

/** The block at the height of the reader's eye, or the nearest to it. */
function blockAtEye(): HTMLElement | null {
  const line = innerHeight * eye;
  let nearest: HTMLElement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const block of reportBlocksShown()) {
    const { top, bottom } = block.getBoundingClientRect();
    const away = Math.max(top - line, line - bottom, 0);
    if (away >= least) continue;
    least = away;
    nearest = block;
  }
  return nearest;
}

/** The block that a command means: that which holds the focus, where it is in sight, else that at the reader's eye. */
export function blockInView(): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>(addressedBlocks);
  const place = focused?.getBoundingClientRect();
  return focused && place && place.bottom > 0 && place.top < innerHeight ? focused : blockAtEye();
}

/** Tells, at once and from then on, which block stands at the reader's eye. */
export function followBlock(tell: (block: HTMLElement) => void): void {
  let last: HTMLElement | null = null;
  const look = (): void => {
    const block = blockAtEye();
    if (block === null || block === last) return;
    last = block;
    tell(block);
  };
  // All above the eye: what comes to it from either side, also by a leap over many, enters or leaves.
  const observer = new IntersectionObserver(look, { rootMargin: `0px 0px -${(1 - eye) * 100}% 0px` });
  for (const block of reportBlocksShown()) observer.observe(block);
  look();
}
