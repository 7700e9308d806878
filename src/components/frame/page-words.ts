import { en } from '../../i18n/en/en.ts';
import type { Messages } from '../../i18n/message.ts';
import type { PlainKey, Saying } from '../../i18n/saying.ts';
import { figure, written } from '../../i18n/written.ts';
import { zhHans } from '../../i18n/zh-hans/zh-hans.ts';
import { routes } from './site-routes.ts';

/** What a template says: a message by its key, or one with values. */
export type Said = PlainKey | Saying;

/** The words of one page, and the marks by which a browser finds and switches them. */
export interface PageWords {
  readonly language: 'zh-Hans' | 'en';
  /** The words themselves. */
  readonly text: (said: Said) => string;
  /** Marks for the element that holds these words and no other; null where the page bears none. */
  readonly marks: (said: Said) => Readonly<Record<string, string>> | null;
  /** An attribute that says something, with its mark. */
  readonly attribute: (name: 'aria-label' | 'placeholder', said: Said) => Readonly<Record<string, string>>;
}

const asSaying = (said: Said): Saying => (typeof said === 'string' ? { key: said, values: {} } : said);

/** A saying's values as attributes: texts under `data-v-`, keys of messages under `data-k-` with their own values beside. */
function valueMarks({ key, values }: Saying): Record<string, string> {
  const marks: Record<string, string> = {};
  const put = (name: string, value: string): void => {
    if ((marks[name] ?? value) !== value) throw new Error(`Two values of ${key} would share the attribute ${name}.`);
    marks[name] = value;
  };
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') put(`data-v-${name}`, value);
    else if (typeof value === 'number') put(`data-v-${name}`, figure(value));
    else {
      put(`data-k-${name}`, value.key);
      for (const [inner, text] of Object.entries(valueMarks(value))) put(inner, text);
    }
  }
  return marks;
}

let last: { readonly pathname: string; readonly words: PageWords } | null = null;

/**
 * A page's words, in the language that its address says. Chinese pages bear marks, by which they are switched to English
 * in place; report pages are too light for them and are switched by their texts (browser/language/matched-words.ts).
 */
export function pageWords({ pathname }: URL): PageWords {
  // Every component of a page asks anew.
  if (last?.pathname !== pathname) last = { pathname, words: wordsOf(pathname) };
  return last.words;
}

function wordsOf(pathname: string): PageWords {
  const language = pathname.startsWith(routes.english) ? 'en' : 'zh-Hans';
  const messages: Messages = language === 'en' ? en : zhHans;
  // What is taken out of a report stands under its address, on a page of its own.
  const isLight = pathname.startsWith(`${routes.home}reports/`) && !pathname.endsWith('/figures/');
  const isMarked = language === 'zh-Hans' && !isLight;
  const text = (said: Said): string => written(messages, asSaying(said));
  return {
    language,
    text,
    marks: (said) =>
      !isMarked ? null : typeof said === 'string' ? { 'data-t': said } : { 'data-t': said.key, ...valueMarks(said) },
    attribute: (name, said) => ({
      [name]: text(said),
      ...(isMarked ? { [`data-t-${name}`]: asSaying(said).key, ...valueMarks(asSaying(said)) } : {}),
    }),
  };
}
