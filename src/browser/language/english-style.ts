import { type Role, roles } from '../../archive/section.ts';
import { en } from '../../i18n/en/en.ts';

const englishRoles: Record<Role, string> = {
  achievements: en.achievements,
  shortcomings: en.shortcomings,
  'first-responsible': en.firstResponsible,
  plan: en.nextYearPlan,
  other: en.otherMatters,
  extra: en.extraSection,
};

/** Words that the site's style sheets draw themselves, each with the place below (or on) the root it is drawn at and its English. */
export const drawnWords: Readonly<
  Record<string, { readonly at: string; readonly english: string; readonly media?: string }>
> = {
  注: { at: ' .t a[id^="d-"]::after', english: 'note' },
  甲乙同: { at: ' .compared .equal td::before', english: 'A = B' },
  '繁體由程序自動轉換，引用請用原文。': {
    at: '[data-turned] main::before',
    media: 'print',
    english: 'Converted to traditional characters automatically; cite the original.',
  },
};

const rule = (at: string, english: string): string => `:root[data-words]${at} { content: "${english}"; }`;

const englishStyle = [
  ...Object.values(drawnWords).map(({ at, english, media = 'all' }) => `@media ${media} { ${rule(at, english)} }`),
  ...roles.map((role) => rule(` [data-role="${role}"]::before`, englishRoles[role])),
].join('\n');

/** Draws these words in English until the sheet is taken from the document again. */
export function adoptedEnglishStyle(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(englishStyle);
  document.adoptedStyleSheets.push(sheet);
  return sheet;
}
