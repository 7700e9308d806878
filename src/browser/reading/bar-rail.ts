/** In rem: how wide the rail is with the room at its sides, and its distance from the window's top. */
const width = 4.5;
const top = 5;
/** In rem: how wide a panel is at least and at most, and its distance from the text. */
const panel = { least: 16, most: 24, gap: 1 };

/**
 * Lets the tools stand as a rail in the margin beside a report's text, in windows that have the room, and their panel
 * beside the text too: left of the rail, else over it, else at the window's foot. Elsewhere they stay a bar. Follows the
 * window and the size of the letters.
 */
export function keepRail(bar: HTMLElement): void {
  const article = document.querySelector('article.t');
  if (!article) return;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  // Where the contents do not stand beside the text, the bar leads to them.
  const isWide = matchMedia('(min-width: 62rem)');
  const measure = (): void => {
    // While a capture stands beside the text the text is elsewhere.
    if (document.querySelector('.beside')) return;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const window = document.documentElement.clientWidth;
    const { right } = article.getBoundingClientRect();
    bar.classList.remove('foot-panel');
    const hasRoom = isWide.matches && window - right >= width * rem;
    bar.classList.toggle('rail', hasRoom && !bar.matches('.elder-bar'));
    if (!bar.matches('.rail')) return;
    const rail = bar.getBoundingClientRect();
    // Room below for the steps of a search.
    if (rail.height + (top + 4) * rem > innerHeight) {
      bar.classList.remove('rail');
      return;
    }
    const beside = rail.left - right - 2 * panel.gap * rem;
    const over = rail.right - right - panel.gap * rem;
    const isBeside = beside >= panel.least * rem;
    const room = isBeside ? beside : over;
    bar.classList.toggle('foot-panel', room < panel.least * rem);
    const wide = Math.min(room, panel.most * rem);
    const edge = window - (isBeside ? rail.left - panel.gap * rem : rail.right);
    const page = article.closest('main')?.getBoundingClientRect().right ?? window;
    const taken = room < panel.least * rem ? 0 : page - (window - edge - wide) + panel.gap * rem;
    sheet.replaceSync(`.reading { --panel-right: ${edge}px; --panel-width: ${wide}px; }
      @media screen { body:has(.rail) .r:has(.beside) { margin-right: ${taken}px; } }`);
  };
  new ResizeObserver(measure).observe(article);
  new MutationObserver(measure).observe(bar, { childList: true });
  addEventListener('resize', measure);
  measure();
}
