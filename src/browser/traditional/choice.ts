import { announce } from '../page/announcement.ts';
import type { ReadingSettings } from '../reading/settings/settings.ts';
import { onSettings, readingSettings } from '../reading/settings/store.ts';
import { spoken } from '../words/spoken.ts';

/** Whether turning the page failed when it was last tried: its table could not be loaded. */
let isMissing = false;

/** Resolves when an English interface that is remembered has come, whose words are told by the page's own. */
async function englishSettled(): Promise<void> {
  let isEnglish = false;
  try {
    isEnglish = localStorage.getItem('en') !== null;
  } catch {
    return;
  }
  if (!isEnglish) return;
  for (let tries = 0; tries < 30 && document.documentElement.dataset.words !== 'en'; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

async function follow({ traditional }: ReadingSettings): Promise<void> {
  if (!traditional) {
    if (document.documentElement.dataset.turned !== undefined) (await import('./page.ts')).endTraditional();
    return;
  }
  try {
    const page = await import('./page.ts');
    isMissing = false;
    await englishSettled();
    if (readingSettings().traditional) page.beginTraditional();
  } catch {
    isMissing = true;
    announce(
      (
        await spoken({
          'zh-Hans': () => import('../../i18n/zh-hans/traditional.ts'),
          en: () => import('../../i18n/en/traditional.ts'),
        })
      ).words('traditionalNotRead'),
    );
  }
}

/** Turns the page to traditional characters, or back, as the reader has chosen, now and whenever it changes. */
export function followTraditional(): void {
  let shown = false;
  const look = (settings: ReadingSettings): void => {
    if (settings.traditional === shown && !isMissing) return;
    shown = settings.traditional;
    void follow(settings);
  };
  onSettings(look);
  look(readingSettings());
}
