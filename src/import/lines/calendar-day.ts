/** A day, or a month alone, as ISO text; `isWhole` is false where the day is missing. */
export interface CalendarDay {
  readonly value: string;
  readonly isWhole: boolean;
}

const chineseDigits = '〇一二三四五六七八九';

/** 〇 to 99 written in Chinese (二十九); NaN where it is none. */
export function chineseNumber(text: string): number {
  const found = /^([一二三四五六七八九]?)(十)?([一二三四五六七八九]?)$/.exec(text.replace(/^[廿]/, '二十'));
  if (!found || text === '') return Number.NaN;
  const [, tens = '', ten, ones = ''] = found;
  if (!ten) return tens !== '' && ones === '' ? chineseDigits.indexOf(tens) : Number.NaN;
  return (tens === '' ? 1 : chineseDigits.indexOf(tens)) * 10 + (ones === '' ? 0 : chineseDigits.indexOf(ones));
}

/** A year written digit by digit in Chinese (二〇二四, 二○二四); NaN where it is none. */
export function chineseYear(text: string): number {
  const digits = [...text.replace(/[○OoＯ零Ο]/g, '〇')].map((digit) => chineseDigits.indexOf(digit));
  return digits.length === 4 && digits.every((digit) => digit >= 0) ? Number(digits.join('')) : Number.NaN;
}

/** A day of the calendar as ISO text; null where there is no such day between 2000 and 2100. */
function calendarDay(year: number, month: number, day: number): CalendarDay | null {
  if (!(year >= 2000 && year <= 2100 && month >= 1 && month <= 12 && day >= 1)) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return { value: `${year}-${two(month)}-${two(day)}`, isWhole: true };
}

const arabic = /(?<!\d)(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)/;
const dayFirst = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/;
const chinese =
  /([〇○零O一二三四五六七八九]{4})\s*年\s*([一二三四五六七八九十]{1,2})\s*月\s*([一二三四五六七八九十廿]{1,3})\s*日/;
const monthAlone = /(?<!\d)(20\d{2})\s*年\s*(\d{1,2})\s*月(?!\s*\d)/;
const chineseMonthAlone =
  /([〇○零O一二三四五六七八九]{4})\s*年\s*([一二三四五六七八九十]{1,2})\s*月(?!\s*[一二三四五六七八九十])/;

const numbers = (found: RegExpExecArray): [number, number, number] => [
  Number(found[1]),
  Number(found[2]),
  Number(found[3]),
];

/**
 * The first day that a text names: 2024-01-20, 2024/1/20, 2024.01.20, 20.01.2024, 2024年1月20日, 二〇二四年一月二十日,
 * with or without a time behind it; or a month alone. Null where it names none, or a day that the calendar lacks.
 */
export function dayNamedIn(text: string): CalendarDay | null {
  const whole = arabic.exec(text);
  if (whole) return calendarDay(...numbers(whole));
  const european = dayFirst.exec(text);
  if (european) {
    const [day, month, year] = numbers(european);
    return calendarDay(year, month, day);
  }
  const written = chinese.exec(text);
  if (written) {
    const [, year = '', month = '', day = ''] = written;
    return calendarDay(chineseYear(year), chineseNumber(month), chineseNumber(day));
  }
  const figures = monthAlone.exec(text);
  const words = chineseMonthAlone.exec(text);
  const first = figures
    ? calendarDay(Number(figures[1]), Number(figures[2]), 1)
    : words
      ? calendarDay(chineseYear(words[1] ?? ''), chineseNumber(words[2] ?? ''), 1)
      : null;
  return first ? { value: first.value.slice(0, 7), isWhole: false } : null;
}

/** Whether a text looks as if it named a day, even one that cannot be read or does not exist. */
export function hasDayLook(text: string): boolean {
  return /\d{4}\s*[年./-]\s*\d{1,2}|\d{1,2}\s*月\s*\d{1,2}\s*日?|[〇○一二三四五六七八九]{4}年/.test(text);
}
