/** Bars that stand over the foot of the window: the tools, and the steps through what a search found. */
const bars = '.reading, .reading > *, .steps';

/** A height in whole pixels, never too little. */
const heightOf = (element: Element | null): number => Math.ceil(element?.getBoundingClientRect().height ?? 0);

function heightOver(element: HTMLElement | null): number {
  return element && getComputedStyle(element).position === 'fixed' ? heightOf(element) : 0;
}

/**
 * Keeps room for the bars at the window's foot: they stand one above the other, the page ends above them, and what takes
 * the focus is scrolled clear of them (WCAG 2.4.11). A rail beside the text takes no room there.
 */
export function keepRoomForBars(): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const find = (name: string): HTMLElement | null => document.querySelector<HTMLElement>(name);
  const measure = (): void => {
    const steps = heightOver(find('.steps'));
    const bar = heightOver(find('.reading:not(.rail)'));
    const tools = bar === 0 ? 0 : heightOf(find('.reading .tool-bar'));
    const panel = heightOver(find('.foot-panel .tool-panel'));
    // The page's end clears the bar alone: an open panel would make the page grow and shrink.
    sheet.replaceSync(
      `html { --steps: ${steps}px; --bar: ${tools}px; scroll-padding-bottom: ${steps + Math.max(bar, panel)}px; }
      @media screen { body { padding-bottom: ${steps + tools}px !important; } }`,
    );
  };
  const sizes = new ResizeObserver(measure);
  const watch = (): void => {
    for (const bar of document.querySelectorAll(bars)) sizes.observe(bar);
    measure();
  };
  // The steps of a search come and go as children of the body; the bar's parts change in 长辈模式.
  new MutationObserver(watch).observe(document.body, { childList: true });
  for (const bar of document.querySelectorAll('.reading'))
    new MutationObserver(watch).observe(bar, { childList: true });
  addEventListener('resize', measure);
  watch();
}
