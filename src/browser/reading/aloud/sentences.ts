import { reportBlocksShown } from '../../page/block-in-view.ts';
import { type OwnPiece, ownPieces } from '../../served/own-words.ts';

/** A sentence of the report on this page. */
export interface Sentence {
  readonly block: HTMLElement;
  readonly range: Range;
  readonly text: string;
}

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

/** The text node that holds a unit of the pieces' joined words, and where in it; null for one that markup stands for. */
function holderOf(pieces: readonly OwnPiece[], unit: number): readonly [Text, number] | null {
  let left = unit;
  for (const { node, text } of pieces) {
    if (left < text.length) return node && [node, left];
    left -= text.length;
  }
  return null;
}

function sentencesOfBlock(block: HTMLElement): Sentence[] {
  const own = [...ownPieces(block.childNodes)];
  let at = 0;
  return sentencesOf(own.map(({ text }) => text).join('')).flatMap((words) => {
    const text = words.trim();
    const from = holderOf(own, at + words.indexOf(text));
    const last = holderOf(own, at + words.indexOf(text) + text.length - 1);
    at += words.length;
    if (!from || !last || !/[\p{L}\p{N}]/u.test(text)) return [];
    const range = new Range();
    range.setStart(...from);
    range.setEnd(last[0], last[1] + 1);
    return [{ block, range, text }];
  });
}

/** All sentences of the report on this page, in order: titles of its parts, paragraphs, rows of tables. */
export function reportSentences(): Sentence[] {
  return reportBlocksShown().flatMap(sentencesOfBlock);
}
