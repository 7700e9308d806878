import type { BodyLine } from '../lines/body-line.ts';

/** The mark with which a note at a text's foot begins: ①, [1], 注1. */
const noteMark = /^(?:[①-⑳]|[[［【〔]\d{1,2}[\]］】〕]|注\d{1,2})/;

/**
 * Numbers of the lines that are notes at a text's foot: the last lines that begin with a mark, the first of them with the
 * first mark, where the same mark stands within a line above them.
 */
export function footNotes(lines: readonly BodyLine[]): ReadonlySet<number> {
  let from = lines.length;
  while (from > 0 && noteMark.test(lines[from - 1]?.text ?? '')) from--;
  const above = lines.slice(0, from);
  const notes = lines.slice(from).filter(({ text }) => {
    const mark = noteMark.exec(text)?.[0] ?? '';
    return above.some((line) => line.text.indexOf(mark) > 0);
  });
  const isWhole = notes.length > 0 && notes.length === lines.length - from;
  return new Set(isWhole ? notes.map(({ number }) => number) : []);
}
