import { type Role, roles } from '../../archive/section.ts';
import { drawn } from '../../i18n/en/drawn.ts';
import { vocabulary } from '../../i18n/en/vocabulary.ts';
import { roleKeys } from '../../i18n/report-words.ts';
import { vocabulary as chinese } from '../../i18n/zh-hans/vocabulary.ts';

/** Where the style sheets draw their words, below (or on) the root. */
export const drawnAt: Readonly<Record<keyof typeof drawn, { readonly at: string; readonly media?: string }>> = {
  drawnNote: { at: ' .t a[id^="d-"]::after', media: 'screen' },
  drawnEqual: { at: ' .compared .equal td::before' },
  drawnConverted: { at: '[data-turned] main::before', media: 'print' },
};

/** As in Chinese, a word that is drawn after another (a note's mark) stays with it at a line's end. */
const rule = (at: string, english: string): string => `:root[data-words]${at} { content: "\\2060${english}"; }`;

const roleRule = (role: Role): string =>
  rule(` [data-part="${chinese[roleKeys[role]]}"]::before`, vocabulary[roleKeys[role]]);

/** A style sheet that draws these words in English. */
export const englishStyle = [
  ...Object.entries<string>(drawn).flatMap(([key, english]) =>
    Object.entries(drawnAt).flatMap(([other, { at, media = 'all' }]) =>
      other === key ? [`@media ${media} { ${rule(at, english)} }`] : [],
    ),
  ),
  ...roles.map(roleRule),
].join('\n');
