/**
 * Where report text, titles, quotations and names stand on a report's page and its record, as selectors, with the
 * interface words that may stand there among them. Nothing else there is ever translated: a report's heading may read
 * like a word of the interface. Names that stand elsewhere are recognised by being no message.
 */
export const reportPlaces: Readonly<Record<string, readonly string[]>> = {
  // The report itself, its headings and its title.
  'article.t': [],
  '.toc a': [],
  '.r h1': ['推定', '校记与著录'],
  // The record page: the citation, editors' notes, what came with the captured page.
  '#cite + p': [],
  '.n li': [],
  'p.soft + dl.m': ['（空）'],
};

/** Parts of the interface that tools put into report text. */
export const interfaceParts = 'button, .side-note, .note-below';
