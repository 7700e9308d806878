import { beginInterfaceLanguage } from './interface-language.ts';
import { pageReady } from './page-ready.ts';
import { ReadingBar } from './reading-bar.ts';
import { keepRoomForBars } from './reading-bar-room.ts';
import { readingBarStyle } from './reading-bar-style.ts';
import { followSettings } from './reading-settings-store.ts';
import { quietHelps, readingTools } from './reading-tools.ts';
import { followTraditional } from './traditional-choice.ts';

/** Sets up the reading bar and, beside a report, what works without being asked. Loaded by `public/page.js`. */
async function openReadingRoom(): Promise<void> {
  await pageReady();
  const isReport = document.querySelector('article.t') !== null;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(readingBarStyle);
  document.adoptedStyleSheets.push(sheet);
  const bar = new ReadingBar(readingTools.filter(({ where }) => where === 'everywhere' || isReport));
  document.body.append(bar.element);
  keepRoomForBars();
  followTraditional();
  if (!isReport) return;
  for (const load of quietHelps) (await load()).begin();
}

beginInterfaceLanguage();
followSettings();
void openReadingRoom();
