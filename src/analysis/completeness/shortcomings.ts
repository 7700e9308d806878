import type { SearchParagraph } from '../../search/document.ts';
import { characterCount } from '../../text/character-count.ts';
import { sentences } from '../../text/sentences.ts';

/** A sentence that names a cause. */
export interface CauseSentence {
  readonly anchor: string;
  readonly sentence: string;
}

/** What a report says of its shortcomings. */
export interface Shortcomings {
  /** The whole passage in order, its headings among it, letter for letter. */
  readonly paragraphs: readonly SearchParagraph[];
  /** Letters of the passage, and of all paragraphs; white space apart. */
  readonly characters: number;
  readonly all: number;
  /** Sentences of the passage, headings apart, that hold a word of cause, in order. */
  readonly causes: readonly CauseSentence[];
}

/** Words that name a cause; 不足和原因 in a heading names none. */
const cause = /因为|由于|原因在于|原因是|根源|主要是因|致使|导致/u;

const isHeading = ({ text, heading }: SearchParagraph): boolean => text === heading;

const letters = (paragraphs: readonly SearchParagraph[]): number =>
  paragraphs.reduce((sum, { text }) => sum + characterCount(text.replace(/\s/gu, '')), 0);

/** A report's passage on its shortcomings; null where the text held has none that is told apart by a heading. */
export function shortcomings(paragraphs: readonly SearchParagraph[]): Shortcomings | null {
  const passage = paragraphs.filter(({ role }) => role === 'shortcomings');
  if (passage.length === 0) return null;
  return {
    paragraphs: passage,
    characters: letters(passage),
    all: letters(paragraphs),
    causes: passage
      .filter((paragraph) => !isHeading(paragraph))
      .flatMap(({ anchor, text }) =>
        sentences(text)
          .filter((sentence) => cause.test(sentence))
          .map((sentence) => ({ anchor, sentence: sentence.trim() })),
      ),
  };
}
