import { contexts } from '../i18n/contexts.ts';
import { en } from '../i18n/en.ts';
import { interfaceMatcher } from '../i18n/matcher.ts';
import { zhHans } from '../i18n/zh-hans.ts';
import { SwitchedPage } from './switched-page.ts';

let page: SwitchedPage | null = null;

/** Puts English words on the page and on whatever is added to it; harmless where they already are. */
export function putEnglish(): void {
  page ??= new SwitchedPage(interfaceMatcher(zhHans, en, { contexts }));
  page.begin();
}

/** Gives every word, attribute and mark of language back as it was. */
export function takeEnglishAway(): void {
  page?.end();
}
