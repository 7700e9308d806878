import { en } from '../i18n/en.ts';
import { zhHans } from '../i18n/zh-hans.ts';

const roles = ['achievements', 'shortcomings', 'firstResponsible', 'nextYearPlan', 'otherMatters', 'extraSection'] as const;

/** Words that style sheets draw, in English; each rule stands over one of the site's own. */
const englishStyle = [
  ':root[data-words] .t a[id^="d-"]::after { content: "note"; }',
  ':root[data-words] .compared .equal td::before { content: "A = B"; }',
  ...roles.map((role) => `:root[data-words] [data-role="${zhHans[role]}"]::before { content: "${en[role]}"; }`),
].join('\n');

/** Draws these words in English until the sheet is taken from the document again. */
export function adoptedEnglishStyle(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(englishStyle);
  document.adoptedStyleSheets.push(sheet);
  return sheet;
}
