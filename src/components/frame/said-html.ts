import type { PageWords, Said } from './page-words.ts';

/** Attributes of an element, by name: texts and numbers; null and undefined leave one out. */
type SaidAttributes = Readonly<Record<string, unknown>>;

const textEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
};
const escapedText = (text: string): string =>
  /[&<>'"]/.test(text) ? text.replace(/[&<>'"]/g, (sign) => textEntities[sign] ?? sign) : text;
const escapedValue = (value: string): string =>
  /[&"]/.test(value) ? value.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : value;

/** Messages without values as HTML, by language and key: every page says the same ones. */
const plainTexts = { 'zh-Hans': new Map<string, string>(), en: new Map<string, string>() };

function textHtml(words: PageWords, of: Said): string {
  if (typeof of !== 'string') return escapedText(words.text(of));
  const known = plainTexts[words.language];
  const text = known.get(of) ?? escapedText(words.text(of));
  known.set(of, text);
  return text;
}

function attributeList(attributes: SaidAttributes): string {
  let list = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== null && value !== undefined)
      list += value === '' ? ` ${name}` : ` ${name}="${escapedValue(String(value))}"`;
  }
  return list;
}

/**
 * A message as HTML, in an element where one is named or the page marks its words. Written as Astro would write it, which
 * for an element whose name is a value takes a renderer and a promise: a page has dozens.
 */
export function saidHtml(words: PageWords, of: Said, as: string | undefined, attributes: SaidAttributes): string {
  const text = textHtml(words, of);
  const marks = words.marks(of);
  if (as === undefined && marks === null) return text;
  const tag = as ?? 'span';
  return `<${tag}${attributeList(attributes)}${marks === null ? '' : attributeList(marks)}>${text}</${tag}>`;
}
