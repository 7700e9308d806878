/** Words of the genre that a line never breaks inside of; longer ones first where one begins another. */
const genre = [
  '推进法治政府建设',
  '法治政府建设',
  '推进依法行政',
  '依法行政',
  '法治建设',
  '第一责任人',
  '党政主要负责人',
  '主要负责人',
  '主要举措和成效',
  '存在的不足和原因',
  '主要举措',
  '主要做法',
  '主要成效',
  '存在的不足',
  '存在的问题',
  '存在问题',
  '存在不足',
  '不足和原因',
  '工作情况的',
  '工作情况',
  '年度工作',
  '年度报告',
  '工作报告',
  '情况的报告',
  '情况报告',
  '自查报告',
  '工作总结',
  '工作计划',
  '工作安排',
  '主要安排',
  '工作打算',
  '下一步',
  '有关情况',
  '情况',
  '报告',
  '总结',
  '职责',
  '履行',
] as const;

/** A year as titles write it, with the word that leads to it and the one that follows. */
const yearOfTitle = /^(?:关于)?(?:20\d\d|二[〇○]\S\S)年?(?:度|上半年)?/u;

/** A phrase shorter than this is joined to the one before it. */
const shortest = 2;

/** Names of a place's bodies, as titles write them. */
const bodiesOf = (place: string): string[] => [
  `中共${place}委员会`,
  `中共${place}委`,
  `${place}人民政府办公室`,
  `${place}人民政府`,
  `${place}党委`,
  `${place}委`,
  place,
];

interface KnownNames {
  readonly issuers: readonly string[];
  readonly regionPath: readonly string[];
  /** The longest first. */
  readonly names: readonly string[];
}

/** The names of the report that was asked for last: all its headings are cut in a row. */
let recent: KnownNames | null = null;

function knownNames(issuers: readonly string[], regionPath: readonly string[]): readonly string[] {
  if (recent?.issuers === issuers && recent.regionPath === regionPath) return recent.names;
  const places = regionPath.flatMap((_, from) =>
    regionPath.slice(from).map((_, length) => regionPath.slice(from, from + length + 1).join('')),
  );
  const names = [...issuers, ...places.flatMap(bodiesOf), ...genre].filter((name) => name.length > 1);
  recent = { issuers, regionPath, names: [...new Set(names)].sort((a, b) => b.length - a.length) };
  return recent.names;
}

/**
 * A title or heading cut into phrases between which a line may break besides after its punctuation: the names of
 * `issuers` and of the places of `regionPath` (alone, and one within another) stay whole, and so do years and the
 * genre's own words. Joined, the phrases are the text, letter for letter; an empty text has none.
 */
export function titlePhrases(text: string, issuers: readonly string[], regionPath: readonly string[]): string[] {
  const known = knownNames(issuers, regionPath);
  const phrases: string[] = [];
  let rest = text;
  let loose = '';
  const put = (phrase: string): void => {
    if (loose !== '') {
      const before = phrases.pop();
      if (before !== undefined && loose.length < shortest) phrases.push(before + loose);
      else phrases.push(...(before === undefined ? [] : [before]), loose);
      loose = '';
    }
    if (phrase !== '') phrases.push(phrase);
  };
  while (rest !== '') {
    const found = yearOfTitle.exec(rest)?.[0] ?? known.find((name) => rest.startsWith(name));
    if (found === undefined) {
      const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
      loose += character;
      rest = rest.slice(character.length);
    } else {
      // What introduces a name stays with it.
      const introduction = /(?:关于|[（(《“])$/u.exec(loose)?.[0] ?? '';
      loose = loose.slice(0, loose.length - introduction.length);
      put(introduction + found);
      rest = rest.slice(found.length);
    }
  }
  put('');
  const joined: string[] = [];
  for (const phrase of phrases) {
    const before = joined.at(-1) ?? '';
    // At punctuation lines break, or must not, by themselves.
    const isOne = before !== '' && (/\p{P}$/u.test(before) || /^\p{P}/u.test(phrase));
    if (isOne) joined[joined.length - 1] = before + phrase;
    else joined.push(phrase);
  }
  return joined;
}

/** So wide is the narrowest line that headings are read in, in characters: what fits into it needs no place to break. */
const shortLine = 12;

/** Where a heading breaks by itself, but after its number, which stays with the first phrase. */
const afterPunctuation =
  /(?<=[\p{Pe}\p{Po}])(?<!^(?:[（(][一二三四五六七八九十百\d]+[）)]|[一二三四五六七八九十百\d]+[、.．]))/u;

/** How wide a text is in Chinese characters; figures and Latin letters are half as wide. */
const widthOf = (text: string): number => text.length - (text.match(/[\dA-Za-z]/g)?.length ?? 0) / 2;

/**
 * Where lines of a heading may break besides after its punctuation, as offsets in UTF-16 units, in order. Only what is too
 * long for a narrow line has such places, and no more of them than it needs: each weighs on the report's page.
 */
export function headingBreaks(text: string, issuers: readonly string[], regionPath: readonly string[]): number[] {
  const breaks: number[] = [];
  let at = 0;
  for (const piece of text.split(afterPunctuation)) {
    let width = 0;
    let offset = at;
    for (const phrase of widthOf(piece) > shortLine ? titlePhrases(piece, issuers, regionPath) : []) {
      if (width > 0 && width + widthOf(phrase) > shortLine) {
        breaks.push(offset);
        width = 0;
      }
      width += widthOf(phrase);
      offset += phrase.length;
    }
    at += piece.length;
  }
  return breaks;
}
