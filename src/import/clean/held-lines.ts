import type { TextLine } from '../lines/reading.ts';

/** How a heading of the text begins. */
export const headingLine =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]+(?:部分|章|、))/;
/** An address to those to whom the report goes: 市委、市政府： */
export const salutation = /^[\p{Script=Han}、（）()“”]{2,60}[:：]$/u;

/** What an editor sets in front of a text: 编者按：……. */
export const isEditorsNote = (text: string): boolean => /^[【[(（]?编(?:者|辑)按[】\])）]?[:：]?/.test(text);

/** Whether a line (compact) reads like sentences. */
export const isProse = (text: string): boolean =>
  text.length >= 30 && /[。，,；;]/.test(text) && (/[。：:；;]$/.test(text) || text.length >= 60);

/** A line that holds something; `text` is compact. */
export interface Held {
  readonly line: TextLine;
  readonly text: string;
}
