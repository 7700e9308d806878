import { reportBlocksShown } from '../../page/block-in-view.ts';

/** A sentence of the report on this page. */
export interface Sentence {
  readonly block: HTMLElement;
  readonly range: Range;
  readonly text: string;
}

/** Not read: footnote marks, what the archive has put beside the words. */
const apart = 'sup, button, [role="note"], .fn > span:first-child';
/** Longer ones are parted at commas too: some voices fall silent after a quarter of a minute. */
const longest = 90;
const ends = /[^。！？；!?;\n]*[。！？；!?;\n]+[”’」』）)]*|[^。！？；!?;\n]+/g;
const clauses = /[^，、：,:]*[，、：,:]+|[^，、：,:]+/g;

/** Parts a sentence that is too long at its commas, into pieces as long as may be. */
function pieces(sentence: string): string[] {
  if (sentence.length <= longest) return [sentence];
  const out: string[] = [];
  for (const clause of sentence.match(clauses) ?? [sentence]) {
    const last = out.at(-1);
    if (last !== undefined && last.length + clause.length <= longest) out[out.length - 1] = last + clause;
    else out.push(clause);
  }
  return out;
}

/** The sentences of a text, in order; joined they are the text. */
export function sentencesOf(text: string): string[] {
  return (text.match(ends) ?? []).flatMap(pieces);
}

function textsOf(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && !node.parentElement?.closest(apart)) texts.push(node);
  return texts;
}

/** Where a unit of the texts' joined words stands. An end stands in the text it ends, a beginning in the one it begins. */
function placeOf(texts: readonly Text[], unit: number, isEnd: boolean): readonly [Text, number] | null {
  let left = unit;
  for (const text of texts) {
    if (left < text.length || (isEnd && left === text.length)) return [text, left];
    left -= text.length;
  }
  return null;
}

function sentencesOfBlock(block: HTMLElement): Sentence[] {
  const texts = textsOf(block);
  const whole = texts.map(({ data }) => data).join('');
  let at = 0;
  return sentencesOf(whole).flatMap((text) => {
    const from = placeOf(texts, at, false);
    at += text.length;
    const to = placeOf(texts, at, true);
    if (!from || !to || !/[\p{L}\p{N}]/u.test(text)) return [];
    const range = new Range();
    range.setStart(...from);
    range.setEnd(...to);
    return [{ block, range, text: text.trim() }];
  });
}

/** All sentences of the report on this page, in order: titles of its parts, paragraphs, rows of tables. */
export function reportSentences(): Sentence[] {
  return reportBlocksShown().flatMap(sentencesOfBlock);
}
