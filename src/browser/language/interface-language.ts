import { openAddress } from '../page/open-address.ts';
import { wordRegister } from '../words/word-register.ts';
import type { PlaceNames } from './place-names.ts';
import type { SwitchedPage } from './switched-page.ts';

/** What the reader has chosen is kept under this name; `public/page.js` asks for it before anything else is loaded. */
const remembered = 'en';

const root = document.documentElement;
/** Pages under `/en/` are English as they stand; all others are Chinese and may be shown with English words. */
const isEnglishPage = root.lang === 'en';

function isChosen(): boolean {
  try {
    return localStorage.getItem(remembered) !== null;
  } catch {
    return false;
  }
}

function choose(isEnglish: boolean): void {
  try {
    if (isEnglish) localStorage.setItem(remembered, '1');
    else localStorage.removeItem(remembered);
  } catch {
    // A browser that remembers nothing shows what was chosen on this page only.
  }
}

let page: SwitchedPage | null = null;
let places: PlaceNames | null = null;

/** The page with its own words in English; pages whose templates marked their words are switched by the marks. */
async function loadedPage(): Promise<SwitchedPage> {
  const [switched, words] = await Promise.all([
    import('./switched-page.ts'),
    document.querySelector('[data-t]')
      ? import('./marked-words.ts').then(({ markedWords }) => markedWords)
      : import('./matched-words.ts').then(({ matchedWords }) => matchedWords),
  ]);
  return new switched.SwitchedPage(words);
}

/** Sets places' names in Latin letters beside the Chinese ones, or takes them away; without them the page is as it was. */
async function namePlaces(isEnglish: boolean): Promise<void> {
  if (!isEnglish) {
    places?.end();
    return;
  }
  places ??= new (await import('./place-names.ts')).PlaceNames();
  await places.begin();
}

/** Shows the page's interface in English or as it was; the words are loaded when they are first asked for. */
async function show(isEnglish: boolean): Promise<void> {
  if (isEnglishPage || (!isEnglish && page === null)) return;
  page ??= await loadedPage();
  if (!(await wordRegister().speak(isEnglish ? 'en' : 'zh-Hans'))) return;
  if (isEnglish) page.begin();
  else page.end();
  void namePlaces(isEnglish).catch(() => undefined);
}

async function follow(link: HTMLAnchorElement): Promise<void> {
  const isEnglish = root.dataset.words !== 'en';
  choose(isEnglish);
  try {
    await show(isEnglish);
  } catch {
    // Without the catalogue there are still the pages that are English as they stand.
    openAddress(link.href);
  }
}

function onClick(event: MouseEvent): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest(':is(header, footer) a[lang]') : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  if (isEnglishPage) {
    choose(false);
    // A search goes on in the other language.
    link.search = location.search;
    return;
  }
  event.preventDefault();
  void follow(link);
}

/**
 * Follows the header's link between the languages: on Chinese pages it switches the words in place, on English ones it
 * leads to the Chinese page. The choice is remembered on this device and applied to every page that is opened.
 */
export function beginInterfaceLanguage(): void {
  if (isEnglishPage) {
    choose(true);
    root.dataset.words = 'en';
    void namePlaces(true).catch(() => undefined);
  }
  if (isChosen()) void show(true).catch(() => undefined);
  document.addEventListener('click', onClick);
  // A page that comes back from the browser's memory may have been left in the other language.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && !isEnglishPage) void show(isChosen()).catch(() => undefined);
  });
}
