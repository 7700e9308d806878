/** What a scale word multiplies by. */
const scales: Readonly<Record<string, number>> = {
  十: 1e1,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
};
const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** What a scale word multiplies by; 1 for none. */
export function scaleValue(word: string): number {
  return scales[word] ?? 1;
}

/** A value without the noise that a multiplication by 万 or 亿 leaves: 12 digits stand. */
export function roundedValue(value: number): number {
  // A whole number of so many digits stands as it is.
  return Number.isInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12));
}

/**
 * The value of a Chinese numeral with its places (三十二, 一千零五, 十五万, 两亿三千万); null for what is none, for digits in
 * a row (三五, 二〇二四: a year, or “some”) and for a bare scale word (百, 万亿).
 */
export function hanNumber(text: string): number | null {
  if (text === '' || scales[text] !== undefined) return text === '十' ? 10 : null;
  let [total, section, last] = [0, 0, Number.POSITIVE_INFINITY];
  let digit: number | null = null;
  let lastScale = Number.POSITIVE_INFINITY;
  for (const character of text) {
    const value = digits[character];
    const place = places[character];
    if (value !== undefined) {
      // 零 keeps a place open, nothing else may stand before a digit.
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (place !== undefined) {
      if (place >= last || digit === 0) return null;
      section += (digit ?? 1) * place;
      [digit, last] = [null, place];
    } else {
      const scale = scales[character];
      if (scale === undefined || scale < 1e4 || scale >= lastScale) return null;
      const above = section + (digit ?? 0);
      if (above === 0) return null;
      total += above * scale;
      [section, digit, last, lastScale] = [0, null, Number.POSITIVE_INFINITY, scale];
    }
  }
  return total + section + (digit ?? 0);
}

/** A number in digits as it stands: its value, where it ends, and its decimals. */
export interface WrittenNumber {
  readonly value: number;
  readonly end: number;
  readonly decimals: number;
}

/** Digits a quantity can have; a longer run is a telephone or a code. */
const mostDigits = 13;
const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

/** Where the run of digits that begins at an offset ends. */
export function digitsEnd(text: string, from: number): number {
  let end = from;
  while (isDigit(text[end])) end++;
  return end;
}

/**
 * The number in plain digits (`plainSigns`) at an offset: 1234, 1,234,567 in groups of three, 573.68. Null where the
 * run is too long, or has points that no number has (1.2.3). Digits that no group of three continues are not read on.
 */
export function writtenNumber(text: string, from: number): WrittenNumber | null {
  let end = digitsEnd(text, from);
  if (end === from || end - from > mostDigits) return null;
  let whole = text.slice(from, end);
  if (whole.length <= 3 && !whole.startsWith('0')) {
    for (;;) {
      const group = digitsEnd(text, end + 1);
      if ((text[end] !== ',' && text[end] !== '，') || group - end !== 4 || whole.length > mostDigits) break;
      whole += text.slice(end + 1, group);
      end = group;
    }
  }
  let decimals = 0;
  if (text[end] === '.' && isDigit(text[end + 1])) {
    const close = digitsEnd(text, end + 1);
    decimals = close - end - 1;
    if (decimals > 6 || (text[close] === '.' && isDigit(text[close + 1]))) return null;
    whole += text.slice(end, close);
    end = close;
  }
  return { value: Number(whole), end, decimals };
}

/** Full-width digits and signs as plain ones, each character for one, so that offsets stay those of the text. */
export function plainSigns(text: string): string {
  return text.replace(/[０-９％．：∶﹕﹪＋]/g, (sign) => {
    if (sign === '％' || sign === '﹪') return '%';
    if (sign === '．') return '.';
    if (sign === '＋') return '+';
    if (sign === '：' || sign === '∶' || sign === '﹕') return ':';
    return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  });
}
