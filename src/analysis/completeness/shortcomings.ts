import type { SearchParagraph } from '../../search/document.ts';
import { characterCount } from '../../text/character-count.ts';
import { sentences } from '../../text/sentences.ts';

/** A sentence that names a cause. */
export interface CauseSentence {
  readonly anchor: string;
  readonly sentence: string;
}

/** A paragraph of the passage, letter for letter. */
export interface PassageParagraph {
  /** Without `#`. */
  readonly anchor: string;
  readonly text: string;
  readonly isHeading: boolean;
}

/** What a report says of its shortcomings. */
export interface Shortcomings {
  /** The whole passage in order, its headings among it, letter for letter. */
  readonly paragraphs: readonly PassageParagraph[];
  /** Letters of the passage, and of all paragraphs; white space apart. */
  readonly characters: number;
  readonly all: number;
  /** Sentences of the passage, headings apart, that hold a word of cause, in order. */
  readonly causes: readonly CauseSentence[];
}

/** Words that name a cause; 不足和原因 in a heading names none. */
const cause = /因为|由于|原因在于|原因是|根源|主要是因|致使|导致/u;

/** A piece of a paragraph, and whether it is a sentence that names a cause. */
export interface CausePart {
  readonly text: string;
  readonly isCause: boolean;
}

/** A paragraph in pieces, nothing lost: joined they are the paragraph. A heading names no cause. */
export function causeParts(paragraph: PassageParagraph): CausePart[] {
  if (paragraph.isHeading) return [{ text: paragraph.text, isCause: false }];
  const parts: CausePart[] = [];
  for (const text of sentences(paragraph.text)) {
    const isCause = cause.test(text);
    const last = parts.at(-1);
    if (last && !last.isCause && !isCause) parts[parts.length - 1] = { text: last.text + text, isCause };
    else parts.push({ text, isCause });
  }
  return parts;
}

const letters = (paragraphs: readonly { readonly text: string }[]): number =>
  paragraphs.reduce((sum, { text }) => sum + characterCount(text.replace(/\s/gu, '')), 0);

/** A report's passage on its shortcomings; null where the text held has none that is told apart by a heading. */
export function shortcomings(paragraphs: readonly SearchParagraph[]): Shortcomings | null {
  const passage = paragraphs
    .filter(({ role }) => role === 'shortcomings')
    .map(({ anchor, text, heading }) => ({ anchor, text, isHeading: text === heading }));
  if (passage.length === 0) return null;
  return {
    paragraphs: passage,
    characters: letters(passage),
    all: letters(paragraphs),
    causes: passage.flatMap((paragraph) =>
      causeParts(paragraph)
        .filter(({ isCause }) => isCause)
        .map(({ text }) => ({ anchor: paragraph.anchor, sentence: text.trim() })),
    ),
  };
}
