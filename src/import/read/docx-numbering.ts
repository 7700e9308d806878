import { type XmlPart, xmlTokens } from './xml-tokens.ts';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}

const digits = '〇一二三四五六七八九';

/** 1 to 99 in Chinese: 一, 十, 十二, 二十. */
function inChinese(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits.charAt(tens)}十`;
  return head + (ones === 0 ? '' : digits.charAt(ones));
}

function formatted(value: number, format: string): string {
  if (
    /^(?:chineseCounting|chineseCountingThousand|japaneseCounting|taiwaneseCounting|ideographDigital|chineseLegalSimplified)/.test(
      format,
    )
  )
    return inChinese(value);
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
  if (format === 'lowerLetter') return String.fromCharCode(96 + ((value - 1) % 26) + 1);
  if (format === 'upperLetter') return String.fromCharCode(64 + ((value - 1) % 26) + 1);
  return String(value);
}

/** The numbers that Word counts itself, paragraph by paragraph, as they show on the page. */
export interface DocxNumbering {
  /** The number that stands before a paragraph; empty for bullets and for none. Counts on. */
  label(number: string | null, level: number, style: string | null): string;
}

/**
 * Reads Word's lists; null stands for a part that the file does not have. Unknown kinds of numbers are written in
 * Arabic figures. Throws `UnreadableInput` where a part is not well-formed.
 */
export function docxNumbering(numberingPart: XmlPart | null, stylesPart: XmlPart | null): DocxNumbering {
  const abstracts = new Map<string, Level[]>();
  const numbers = new Map<string, string>();
  let abstract = '';
  let number = '';
  let level = { at: 0, format: 'decimal', text: '', start: 1 };
  for (const token of numberingPart === null ? [] : xmlTokens(numberingPart)) {
    if (token.kind === 'close' && token.name === 'w:lvl' && abstract !== '') {
      const levels = abstracts.get(abstract) ?? [];
      levels[level.at] = { format: level.format, text: level.text, start: level.start };
      abstracts.set(abstract, levels);
    }
    if (token.kind !== 'open') continue;
    const value = (): string => token.attribute('w:val') ?? '';
    if (token.name === 'w:abstractNum') abstract = token.attribute('w:abstractNumId') ?? '';
    else if (token.name === 'w:num') {
      number = token.attribute('w:numId') ?? '';
      abstract = '';
    } else if (token.name === 'w:abstractNumId') numbers.set(number, value());
    else if (token.name === 'w:lvl') {
      level = {
        at: Math.min(8, Number(token.attribute('w:ilvl') ?? 0) || 0),
        format: 'decimal',
        text: '',
        start: 1,
      };
    } else if (token.name === 'w:numFmt') level.format = value();
    else if (token.name === 'w:lvlText') level.text = value();
    else if (token.name === 'w:start') level.start = Number(value()) || 0;
  }
  const styles = styleNumbers(stylesPart);
  const counters = new Map<string, number[]>();
  return {
    label(own, ownLevel, style) {
      const fromStyle = style === null ? undefined : styles.get(style);
      const id = own ?? fromStyle?.number ?? null;
      const at = own === null ? (fromStyle?.level ?? 0) : ownLevel;
      const list = id === null ? undefined : numbers.get(id);
      const levels = list === undefined ? undefined : abstracts.get(list);
      const found = levels?.[at];
      if (list === undefined || !levels || !found || found.format === 'bullet' || found.format === 'none') return '';
      const counts = counters.get(list) ?? [];
      counts[at] = (counts[at] ?? found.start - 1) + 1;
      counts.length = at + 1;
      counters.set(list, counts);
      return found.text.replace(/%([1-9])/g, (_, digit: string) => {
        const of = Number(digit) - 1;
        return formatted(counts[of] ?? levels[of]?.start ?? 1, levels[of]?.format ?? 'decimal');
      });
    },
  };
}

/** Lists that belong to paragraph styles. */
function styleNumbers(stylesPart: XmlPart | null): Map<string, { number: string; level: number }> {
  const styles = new Map<string, { number: string; level: number }>();
  let style = '';
  let level = 0;
  for (const token of stylesPart === null ? [] : xmlTokens(stylesPart)) {
    if (token.kind !== 'open') continue;
    if (token.name === 'w:style') {
      style = token.attribute('w:styleId') ?? '';
      level = 0;
    } else if (token.name === 'w:ilvl') level = Number(token.attribute('w:val') ?? 0) || 0;
    else if (token.name === 'w:numId') styles.set(style, { number: token.attribute('w:val') ?? '', level });
  }
  return styles;
}
