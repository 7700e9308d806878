/** How a page's own words are found, and what they are in English. */
export interface EnglishWords {
  /** Selectors of places that hold no words of the interface but what tools put there; empty where there are none. */
  readonly closed: readonly string[];
  /** Draws in English what the page's style sheet draws in Chinese. */
  readonly style: string;
  /** A text in English; null where it is no word of the interface. */
  readonly text: (text: Node, element: Element) => string | null;
  /** Attributes of an element that say something, in English. */
  readonly attributes: (element: Element) => readonly (readonly [name: string, english: string])[];
}
