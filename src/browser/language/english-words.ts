import { contexts } from '../../i18n/contexts.ts';
import { en } from '../../i18n/en/en.ts';
import { interfaceMatcher } from '../../i18n/matcher.ts';
import { zhHans } from '../../i18n/zh-hans/zh-hans.ts';
import { SwitchedPage } from './switched-page.ts';

/** Told to what shows the page in other characters, so that the words are switched as they were written. */
const inOriginal = (): boolean => document.dispatchEvent(new Event('archive:original'));

let page: SwitchedPage | null = null;

/** Puts English words on the page and on whatever is added to it; harmless where they already are. */
export function putEnglish(): void {
  page ??= new SwitchedPage(interfaceMatcher(zhHans, en, { contexts }));
  inOriginal();
  page.begin();
}

/** Gives every word, attribute and mark of language back as it was. */
export function takeEnglishAway(): void {
  inOriginal();
  page?.end();
}
