const figures = [...'〇一二三四五六七八九'];
const legal = [...'零壹贰叁肆伍陆柒捌玖'];
const legalTraditional = [...'零壹貳參肆伍陸柒捌玖'];
const legalJapanese = [...'〇壱弐参四伍六七八九'];
const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];
const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const digits = (value: number, signs: readonly string[]): string =>
  [...String(value)].map((digit) => signs[Number(digit)] ?? digit).join('');

interface Counting {
  readonly signs: readonly string[];
  /** Signs of ten, a hundred and a thousand. */
  readonly ranks: string;
  readonly zero: string;
  /** Up to which rank its one is left out: 十 (1), 百 (2), 千 (3). */
  readonly bare: number;
}

/** A number up to 9999 in words: 十二, 一百零一. */
function counted(value: number, { signs, ranks, zero, bare }: Counting): string {
  if (value === 0) return zero === '' ? (signs[0] ?? '') : zero;
  if (value > 9999) return String(value);
  let out = '';
  let isGap = false;
  for (let rank = 3; rank >= 0; rank--) {
    const digit = Math.floor(value / 10 ** rank) % 10;
    if (digit === 0) {
      isGap = out !== '';
      continue;
    }
    if (isGap) out += zero;
    isGap = false;
    // 十二 at the head, but 一百一十二.
    const isBare = digit === 1 && rank > 0 && (rank === 1 && bare > 0 ? out === '' || bare > 1 : rank <= bare);
    out += (isBare ? '' : (signs[digit] ?? '')) + (rank === 0 ? '' : ranks.charAt(rank - 1));
  }
  return out;
}

const han = { signs: figures, ranks: '十百千' };
const thousands: Counting = { ...han, zero: '零', bare: 1 };
const japanese: Counting = { ...han, zero: '', bare: 3 };

/** 一 to 九十九 in words, from a hundred on figure by figure. */
const plainCounting = (value: number): string => (value > 99 ? digits(value, figures) : counted(value, thousands));

/** A to Z, then AA to ZZ. */
const letter = (value: number, first: number): string =>
  String.fromCodePoint(first + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

function lowerRoman(value: number): string {
  if (value > 3999) return String(value);
  let rest = value;
  let out = '';
  for (const [worth, sign] of roman) {
    for (; rest >= worth; rest -= worth) out += sign;
  }
  return out;
}

/** Signs that stand one behind the other from `first` on; Arabic figures beyond the last. */
const inRow =
  (first: number, last: number) =>
  (value: number): string =>
    value <= last ? String.fromCodePoint(first + value - 1) : String(value);
const oneOf =
  (signs: readonly string[]) =>
  (value: number): string =>
    signs[value - 1] ?? String(value);

const fullWidth = (value: number): string => digits(value, [...'０１２３４５６７８９']);
const taiwanese = [...'○一二三四五六七八九'];

const formats: ReadonlyMap<string, (value: number) => string> = new Map([
  ['decimal', String],
  ['decimalHalfWidth', String],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['numberInDash', (value) => `- ${value} -`],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['decimalEnclosedCircle', inRow(0x2460, 20)],
  // Word itself knows no more rings here.
  ['decimalEnclosedCircleChinese', inRow(0x2460, 10)],
  ['decimalEnclosedParen', inRow(0x2474, 20)],
  ['decimalEnclosedFullstop', inRow(0x2488, 20)],
  ['ideographEnclosedCircle', inRow(0x3220, 10)],
  ['chineseCounting', plainCounting],
  ['chineseCountingThousand', (value) => counted(value, thousands)],
  ['taiwaneseCounting', plainCounting],
  ['taiwaneseCountingThousand', (value) => counted(value, thousands)],
  ['taiwaneseDigital', (value) => digits(value, taiwanese)],
  ['japaneseCounting', (value) => counted(value, japanese)],
  ['japaneseDigitalTenThousand', (value) => digits(value, figures)],
  ['ideographDigital', (value) => digits(value, figures)],
  ['chineseLegalSimplified', (value) => counted(value, { signs: legal, ranks: '拾佰仟', zero: '零', bare: 0 })],
  [
    'ideographLegalTraditional',
    (value) => counted(value, { signs: legalTraditional, ranks: '拾佰仟', zero: '零', bare: 0 }),
  ],
  ['japaneseLegal', (value) => counted(value, { signs: legalJapanese, ranks: '拾百阡', zero: '', bare: 0 })],
  ['ideographTraditional', oneOf(stems)],
  ['ideographZodiac', oneOf(branches)],
  [
    'ideographZodiacTraditional',
    (value) => `${stems[(value - 1) % stems.length] ?? ''}${branches[(value - 1) % branches.length] ?? ''}`,
  ],
  ['lowerLetter', (value) => letter(value, 0x61)],
  ['upperLetter', (value) => letter(value, 0x41)],
  ['lowerRoman', lowerRoman],
  ['upperRoman', (value) => lowerRoman(value).toUpperCase()],
  ['none', () => ''],
]);

/** What of the formats here begins only with 1. */
const beginWithOne = /Enclosed|ideographTraditional|Zodiac|Letter|Roman/;

/**
 * A counted number as Word shows it in one of its formats (`w:numFmt`), such as 十二, ②, 乙, iv; `0…` stands for a
 * format with that many figures at least (`custom` 001). Null for a format that is not known here.
 */
export function numberText(value: number, format: string): string | null {
  if (/^0+$/.test(format)) return String(value).padStart(format.length, '0');
  if (value < 1 && beginWithOne.test(format)) return String(value);
  return formats.get(format)?.(value) ?? null;
}
