/** Bars that stand over the foot of the window: the tools, and the steps through what a search found. */
const bars = '.reading, .steps';

/** A height in whole pixels, never too little. */
const heightOf = (element: Element | null): number => Math.ceil(element?.getBoundingClientRect().height ?? 0);

function heightOver(element: HTMLElement | null): number {
  return element && getComputedStyle(element).position === 'fixed' ? heightOf(element) : 0;
}

/**
 * Keeps room for the bars at the window's foot: they stand one above the other, the page ends above them, and what takes
 * the focus is scrolled clear of them (WCAG 2.4.11).
 */
export function keepRoomForBars(): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const find = (name: string): HTMLElement | null => document.querySelector<HTMLElement>(name);
  const measure = (): void => {
    const steps = heightOver(find('.steps'));
    const room = steps + heightOver(find('.reading'));
    const tools = heightOf(find('.reading .tool-bar'));
    // The page's end clears the bar alone: an open panel would make the page grow and shrink.
    const foot = room === 0 ? 0 : steps + tools;
    sheet.replaceSync(
      `.reading { bottom: ${steps}px; } html { scroll-padding-bottom: ${room}px; } body { padding-bottom: ${foot}px !important; }`,
    );
  };
  const sizes = new ResizeObserver(measure);
  const watch = (): void => {
    for (const bar of document.querySelectorAll(bars)) sizes.observe(bar);
    measure();
  };
  // The steps of a search come and go as children of the body.
  new MutationObserver(watch).observe(document.body, { childList: true });
  addEventListener('resize', measure);
  watch();
}
