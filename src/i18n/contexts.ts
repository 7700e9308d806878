/**
 * Where alone a message holds, by its key: a selector around the text. In Chinese the same word heads a list of regions
 * and names the region of one report; and a message that is little more than a name would else be found everywhere.
 */
export const contexts: Readonly<Record<string, string>> = {
  navRegions: 'nav, h1, title, p a, .held',
  navYears: 'nav, h1, title, p a, .held',
  navIssuers: 'nav, h1, title, p a',
  navReading: 'header nav',
  heldNumber: '.held',
  reportsOfKind: 'h1, title',
  reportsOfBody: 'h1, title',
  medium: 'dd',
  evidenceNote: '.evidence',
};
