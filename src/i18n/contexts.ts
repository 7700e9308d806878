/**
 * Where alone a message holds, by its key: a selector around the text. In Chinese the same word heads a list of regions
 * and names the region of one report; and a message that is little more than a name would else be found everywhere.
 */
export const contexts: Readonly<Record<string, string>> = {
  navRegions: 'nav, h1, title, p a',
  navYears: 'nav, h1, title, p a',
  navIssuers: 'nav, h1, title, p a',
  medium: 'dd',
  evidenceNote: '.evidence',
};
