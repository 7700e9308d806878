import { beginInterfaceLanguage } from './language/interface-language.ts';
import { pageReady } from './page/page-ready.ts';
import { ReadingBar } from './reading/bar.ts';
import { keepRail } from './reading/bar-rail.ts';
import { keepRoomForBars } from './reading/bar-room.ts';
import { readingBarStyle } from './reading/bar-style.ts';
import { quietHelps, readingTools } from './reading/reading-tools.ts';
import { followSettings } from './reading/settings/store.ts';
import { followTraditional } from './traditional/choice.ts';

const isReport = (): boolean => document.querySelector('article.t') !== null;

/**
 * Puts the tools before the text, where the keyboard meets them early; in windows so low that they would stand in its
 * way, at the page's end.
 */
function placeBar(bar: HTMLElement): void {
  const isLow = matchMedia('(max-height: 24rem)');
  const place = (): void => {
    if (isLow.matches) document.body.append(bar);
    else document.querySelector('main')?.before(bar);
  };
  isLow.addEventListener('change', place);
  place();
}

/** Sets up the reading bar. Loaded by `public/page.js`. */
async function openedBar(): Promise<ReadingBar> {
  await pageReady();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(readingBarStyle);
  document.adoptedStyleSheets.push(sheet);
  const bar = new ReadingBar(readingTools.filter(({ where }) => where === 'everywhere' || isReport()));
  placeBar(bar.element);
  keepRail(bar.element);
  keepRoomForBars();
  followTraditional();
  return bar;
}

/** Begins, beside a report, what works without being asked. */
async function beginQuietHelps(): Promise<void> {
  for (const load of isReport() ? quietHelps : []) (await load()).begin();
  if (document.querySelector('.hero')) (await import('./reading/continue-reading.ts')).begin();
}

/** Lets the boxes of the page know places and years, from the first time that one of them is used. */
function followBoxes(): void {
  const begin = async ({ target }: { target: EventTarget | null }): Promise<void> => {
    if (!(target instanceof HTMLInputElement) || !target.matches('header [name=q], .hero [name=q]')) return;
    (await import('./box/search-box.ts')).beginBox(target);
  };
  document.addEventListener('focusin', (event) => void begin(event));
  void begin({ target: document.activeElement });
}

followBoxes();
beginInterfaceLanguage();
followSettings();
const opened = openedBar();
void opened.then(beginQuietHelps);
// Until now `public/page.js` handed on what happens; from here the bar hears it itself.
void opened.then(() =>
  Object.assign(window, { onpointermove: null, onkeydown: null, onpointerdown: null, onscroll: null }),
);

/** Gives the bar an event that came before it stood: a key that a reader presses then means what it would later. */
export async function key(event?: Event): Promise<void> {
  const bar = await opened;
  if (event instanceof KeyboardEvent) bar.press(event);
}
