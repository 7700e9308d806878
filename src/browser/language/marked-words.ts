import { about } from '../../i18n/en/about.ts';
import { browsing } from '../../i18n/en/browsing.ts';
import { citation } from '../../i18n/en/citation.ts';
import { comparison } from '../../i18n/en/comparison.ts';
import { coverage } from '../../i18n/en/coverage.ts';
import { data } from '../../i18n/en/data.ts';
import { extracts } from '../../i18n/en/extracts.ts';
import { finder } from '../../i18n/en/finder.ts';
import { frame } from '../../i18n/en/frame.ts';
import { help } from '../../i18n/en/help.ts';
import { lists } from '../../i18n/en/lists.ts';
import { months } from '../../i18n/en/months.ts';
import { original } from '../../i18n/en/original.ts';
import { picking } from '../../i18n/en/picking.ts';
import { reading } from '../../i18n/en/reading.ts';
import { report } from '../../i18n/en/report.ts';
import { search } from '../../i18n/en/search.ts';
import { settings } from '../../i18n/en/settings.ts';
import { tools } from '../../i18n/en/tools.ts';
import { vocabulary } from '../../i18n/en/vocabulary.ts';
import type { Messages } from '../../i18n/message.ts';
import { filled } from '../../i18n/written.ts';
import { englishStyle } from './english-style.ts';
import type { EnglishWords } from './english-words.ts';

/** Every message that templates put on pages other than those of reports. */
const messages: Messages = {
  ...{
    ...about,
    ...browsing,
    ...citation,
    ...comparison,
    ...coverage,
    ...data,
    ...extracts,
    ...finder,
    ...frame,
    ...help,
    ...lists,
  },
  ...{
    ...months,
    ...original,
    ...picking,
    ...reading,
    ...report,
    ...search,
    ...settings,
    ...tools,
    ...vocabulary,
  },
};

/** A message with the values that an element bears beside its key: texts, and keys of other messages. */
function english(key: string | null, element: Element): string | null {
  const message = key === null ? undefined : messages[key];
  if (message === undefined) return null;
  return filled(
    message,
    (name) => element.getAttribute(`data-v-${name}`) ?? english(element.getAttribute(`data-k-${name}`), element) ?? '',
  );
}

/** The words of a page whose template marked them (components/frame/page-words.ts). */
export const markedWords: EnglishWords = {
  closed: [],
  style: englishStyle,
  text: (text, element) => (element.firstChild === text ? english(element.getAttribute('data-t'), element) : null),
  attributes: (element) =>
    ['aria-label', 'placeholder'].flatMap((name) => {
      const said = english(element.getAttribute(`data-t-${name}`), element);
      return said === null ? [] : [[name, said] as const];
    }),
};
