/**
 * How what stands in a message is recognised and carried over:
 * `number`, `year`, `span` (a year or years), `day` keep their digits;
 * `kept` is any text and stays as it is (names, titles, phrases);
 * `place` is the name of a region or a path of them, `body` that of a public body, and stays;
 * `each` is several names with commas between, each translated where it is an interface text;
 * `words` must itself be an interface text and is translated, `list` several of them with commas between;
 * `either` is translated where it is an interface text and kept where not.
 */
export type PlaceholderKind =
  | 'number'
  | 'year'
  | 'span'
  | 'day'
  | 'kept'
  | 'place'
  | 'body'
  | 'each'
  | 'words'
  | 'list'
  | 'either';

/** The kind of every placeholder that messages may use. */
export const placeholderKinds: Readonly<Record<string, PlaceholderKind>> = {
  count: 'number',
  total: 'number',
  at: 'number',
  limit: 'number',
  reports: 'number',
  regions: 'number',
  years: 'number',
  occurrences: 'number',
  characters: 'number',
  share: 'number',
  year: 'year',
  month: 'words',
  span: 'span',
  day: 'day',
  name: 'kept',
  names: 'kept',
  place: 'place',
  body: 'body',
  each: 'each',
  title: 'kept',
  phrase: 'kept',
  text: 'kept',
  code: 'kept',
  file: 'kept',
  address: 'kept',
  sign: 'kept',
  lines: 'kept',
  words: 'words',
  when: 'words',
  more: 'words',
  role: 'words',
  state: 'words',
  list: 'list',
  thing: 'either',
};

/** A regular expression for each kind, without groups. */
export const placeholderPatterns: Readonly<Record<PlaceholderKind, string>> = {
  number: '[0-9][0-9,.]*',
  year: '[0-9]{4}',
  span: '[0-9]{4}(?:[-–][0-9]{4})?',
  day: '[0-9]{4}(?:-[0-9]{2}){1,2}',
  kept: '.+?',
  place: '[\\p{Script=Han} ]*[省市区县旗盟州岛域镇乡家]|[\\p{Script=Han} ]*街道',
  body: '[\\p{Script=Han}]*[局厅部委会室处院所队站办署行司心]',
  each: '.+?',
  words: '.+?',
  list: '.+?',
  either: '.+?',
};
