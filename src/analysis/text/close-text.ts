/** A text without the spaces that only lay it out, and where each of its letters stood. */
export interface CloseText {
  readonly text: string;
  /** The offset in the text as it stands, for an offset in `text`, its end included. */
  readonly offset: (at: number) => number;
}

const digit = /[\d０-９]/;
const blank = /[ \t\u00a0\u2002-\u200b\u3000]/;

/** Takes out white space, but for spaces between two digits, which keep numbers apart: 办理 93,412 件 is 办理93,412件. */
export function closeText(text: string): CloseText {
  if (!blank.test(text)) return { text, offset: (at) => at };
  const offsets: number[] = [];
  const letters: string[] = [];
  let wasBlank = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (blank.test(letter)) {
      wasBlank = true;
      continue;
    }
    if (wasBlank && digit.test(letter) && digit.test(letters.at(-1) ?? '')) {
      offsets.push(at - 1);
      letters.push(' ');
    }
    wasBlank = false;
    offsets.push(at);
    letters.push(letter);
  }
  const close = letters.join('');
  // An end is the end of the letter before it: white space behind a figure is none of it.
  return { text: close, offset: (at) => offsets[at] ?? (at > 0 ? (offsets[at - 1] ?? 0) + 1 : 0) };
}
