/**
 * How what stands in a message is recognised on a report's page and carried over:
 * `number`, `year`, `day` keep their digits;
 * `kept` is any text and stays as it is (names, titles, reasons);
 * `place` is the name of a region or a path of them, and stays;
 * `words` must itself be an interface text and is translated;
 * `either` is translated where it is an interface text and kept where not.
 */
export type PlaceholderKind = 'number' | 'year' | 'day' | 'kept' | 'place' | 'words' | 'either';

/** The kind of every placeholder that messages of report pages may use. */
export const placeholderKinds: Readonly<Record<string, PlaceholderKind>> = {
  count: 'number',
  limit: 'number',
  characters: 'number',
  phrase: 'kept',
  total: 'number',
  at: 'number',
  year: 'year',
  day: 'day',
  due: 'day',
  name: 'kept',
  names: 'kept',
  place: 'place',
  title: 'kept',
  text: 'kept',
  lines: 'kept',
  words: 'words',
  thing: 'either',
};

/** A regular expression for each kind, without groups. */
export const placeholderPatterns: Readonly<Record<PlaceholderKind, string>> = {
  number: '[0-9][0-9,.]*',
  year: '[0-9]{4}',
  day: '[0-9]{4}(?:-[0-9]{2}){1,2}',
  kept: '.+?',
  place: '[\\p{Script=Han} ]*[省市区县旗盟州岛域镇乡家]|[\\p{Script=Han} ]*街道',
  words: '.+?',
  either: '.+?',
};
