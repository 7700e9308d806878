/**
 * Where a text has other English words than elsewhere: the keys of messages that hold only inside what a selector
 * matches. In Chinese the same word heads a list of regions and names the region of one report.
 */
export const contexts: Readonly<Record<string, string>> = {
  navRegions: 'nav, h1, title, p a',
  navYears: 'nav, h1, title, p a',
  navIssuers: 'nav, h1, title, p a',
};
