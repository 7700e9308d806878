/**
 * Where alone a message holds on a report's page, by its key: a selector around the text. In Chinese the same word heads
 * a list of regions and names the region of one report; and a message that is little more than a name would else be
 * found everywhere.
 */
export const contexts: Readonly<Record<string, string>> = {
  navRegions: 'nav, footer',
  navYears: 'nav, footer',
  navIssuers: 'nav, footer',
  navReading: 'footer',
  heldNumber: '.held',
  medium: 'dd',
};
