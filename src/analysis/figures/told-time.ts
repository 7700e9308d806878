/** What a text says of the time of a figure. */
type Time = 'this' | 'other';

/** Words before a time that only sets it against another: 比2023年, 由2022年的. */
const comparing = /(?:比|较|与|同|由|从|对比|相比|超过?|低于|高于)$/u;
const numeral = '[一二两三四五六七八九十几\\d]{1,3}';
const month = '\\d{1,2}月份?';
/**
 * Times, the longest first. Kinds by group: 1 a span of years; 2 a year, 3 the part of it; 4 this year; 5 other times;
 * 6 months; 7 what an event or an act began.
 */
const times = new RegExp(
  [
    `((?:19|20)\\d{2}年?(?:度)?\\s?[-—–~～至到]{1,2}\\s?(?:19|20)?\\d{2}年|(?:近|过去|最近|前|今后|未来|这)${numeral}年(?!内审)|${numeral}年(?:多|间)?(?:来|间|以来|共|累计))`,
    `((?:19|20)\\d{2})年度?((?:以来|至今|以后)|(?:上|下)半年|前?[一二三四]季度|前三季度|\\d{1,2}\\s?[-—–~～至到、]{1,2}\\s?${month}|${month}(?:底|末|\\d{1,2}日)?)?`,
    '(今年以来|年初以来|全年|今年|本年度?|年内|当年)',
    '((?:上一?年度?|去年)(?!结转)|往年|前年|历年|明年|同期|(?:上|下)半年|前?[一二三四]季度|本届|“?十[一二三四五]五”?(?:规划)?(?:期间|以来|时期|末)|今后|未来)',
    `((?:截至|截止)?(?<!\\d)\\d{1,2}(?:\\s?[-—–~～至到、]{1,2}\\s?\\d{1,2})?月份?(?:底|末)?(?!\\d))`,
    '(以来|期间|(?:行动|活动|攻坚|周|月|节)中|期内|(?:专项|集中|百日|统一)(?:整治|治理)?(?:行动|活动|攻坚))',
  ].join('|'),
  'gu',
);
/** A month that ends the year, or all twelve. */
const wholeYear = /^(?:截至|截止)?(?:1\s?[-—–~～至到]{1,2}\s?)?12月/u;

interface ToldTime {
  readonly time: Time;
  /** Only set against the figure's own. */
  readonly isCompared: boolean;
  readonly isEvent: boolean;
  readonly at: number;
}

function toldTimes(text: string, year: number | null): ToldTime[] {
  return [...text.matchAll(times)].flatMap((match): ToldTime[] => {
    const [words, span, told, part, current, other, months, event] = match;
    const isCompared = comparing.test(text.slice(Math.max(0, match.index - 3), match.index));
    const said = (time: Time): ToldTime[] => [{ time, isCompared, isEvent: event !== undefined, at: match.index }];
    if (told !== undefined) {
      if (year !== null && Number(told) !== year) return /日$/u.test(words) ? [] : said('other');
      if (part === undefined || /^(?:以来|至今)/u.test(part)) return said('this');
      return /日$/u.test(part) ? [] : said(wholeYear.test(part) ? 'this' : 'other');
    }
    if (months !== undefined) {
      if (/^\d{1,2}日/u.test(text.slice(match.index + words.length))) return [];
      return said(wholeYear.test(months) ? 'this' : 'other');
    }
    if (current !== undefined) return said('this');
    // 连续三年 and 第五年 count no years together.
    if (span !== undefined && /(?:连续|第|满|每)$/u.test(text.slice(Math.max(0, match.index - 2), match.index)))
      return [];
    return span !== undefined || other !== undefined || event !== undefined ? said('other') : [];
  });
}

/** What stands in brackets is said beside: （较上年增长33.9%）. */
const brackets = /[（(][^（()）]{0,60}[）)]/gu;

/** Letters of a paragraph before a sentence in which a time may be told for it. */
const reach = 300;
/** Letters from the head of a sentence in which a time opens it. */
const openingLetters = 4;

/**
 * Whether a figure is said of another time than the year reported on, or of a part of it: by the time named last before
 * it in its sentence, by one in its own clause, or by one that opened a sentence before it. `year` is the year reported
 * on; null where it is not known, and any year may be it.
 */
export function isOfOtherTime(
  paragraph: string,
  {
    sentenceStart,
    clauseStart,
    end,
  }: { readonly sentenceStart: number; readonly clauseStart: number; readonly end: number },
  year: number | null,
): boolean {
  const sentence = paragraph.slice(sentenceStart, end).replace(brackets, (words) => ' '.repeat(words.length));
  const told = toldTimes(sentence, year);
  const ownFrom = clauseStart - sentenceStart;
  if (told.some(({ time, at }) => time === 'other' && at >= ownFrom)) return true;
  const part = Math.max(sentence.lastIndexOf('；'), sentence.lastIndexOf(';')) + 1;
  const last = told.findLast(({ isCompared, isEvent, at }) => !isCompared && (!isEvent || at >= part));
  if (last) return last.time === 'other';
  const before = paragraph.slice(Math.max(0, sentenceStart - reach), sentenceStart);
  const opened = toldTimes(before, year).findLast(
    ({ isCompared, at }) =>
      !isCompared && /(?:^|[。！？])[^。！？，]*$/u.test(before.slice(Math.max(0, at - openingLetters), at)),
  );
  return opened !== undefined && opened.time === 'other' && !opened.isEvent;
}
