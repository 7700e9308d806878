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

/** Faces for English, with those of the Chinese that stands among it, and a header whose longer words keep to their rows. */
const faces = `
:root[data-words] {
  --song: Charter, "Bitstream Charter", "Source Serif 4", Georgia, "Songti SC", "Noto Serif SC", "Noto Serif CJK SC", serif;
  font-family: -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif;
}
:root[data-words] header > a { flex: 1 1 0; }
@media (min-width: 62rem) {
  :root[data-words] header { flex-wrap: nowrap; }
  :root[data-words] header > a { flex-basis: 13rem; }
  :root[data-words] header nav { flex: none; flex-wrap: nowrap; }
}`;

/** A style sheet that draws these words in English, in faces of its own. */
export const englishStyle = [
  faces,
  ...Object.entries<string>(drawn).flatMap(([key, english]) =>
    Object.entries(drawnAt).flatMap(([other, { at, media = 'all' }]) =>
      other === key ? [`@media ${media} { ${rule(at, english)} }`] : [],
    ),
  ),
  ...roles.map(roleRule),
].join('\n');
