/**
 * Where report text, titles, quotations and names stand on a page, as selectors, with the interface words that may
 * stand there among them. Nothing else there is ever translated: a report's heading may read like a word of the
 * interface. Names that stand elsewhere are recognised by being no message.
 */
export const reportPlaces: Readonly<Record<string, readonly string[]>> = {
  // The report itself, its headings and its title.
  'article.t': [],
  '.toc a': [],
  '.r h1': ['推定', '校记与著录'],
  '.list li > a': ['推定'],
  // The record page: the citation, editors' notes, what came with the captured page.
  '#cite + p': [],
  '.n li': [],
  'p.soft + dl.m': ['（空）'],
  // The glossary's terms and their explanations.
  '[data-term] > h2': [],
  '[data-term] > p:not(.soft)': [],
  '.terms .term': [],
  // Queries that serve as examples, and lines of context.
  '.help dt': [],
  '.kwic': [],
  '.lines .section': ['开头'],
  // Two reports side by side, or one section of several.
  '.compared td': ['位置不同'],
  '.compared th a': [],
  '.columns > section': ['移去'],
  // Citations ready to be copied, and a report's paragraphs to choose from.
  'cite-report pre': [],
  '.cite-title': [],
  '.cite-choice option': ['整份报告'],
};

/** Parts of the interface that tools put into report text. */
export const interfaceParts = 'button, .side-note, .note-below';

/** Report text whose elements bear attributes of the interface: lines of a capture and what became of them. */
export const annotatedText = '.captured, .captured mark';
