import { maskedSpans } from './masked-spans.ts';
import {
  digitsEnd,
  hanNumber,
  plainSigns,
  roundedValue,
  scaleValue,
  type WrittenNumber,
  writtenNumber,
} from './number.ts';
import { type FigureKind, strongUnits, unitAt, unitKind } from './units.ts';

/** How a figure is qualified: 余 more, 约 and 左右 about, 近 nearly, 超 over, 至少 and 至多 its bounds. */
export type FigureMark = '余' | '约' | '近' | '超' | '至少' | '至多' | '左右';

/** A quantity as it stands in a paragraph; offsets are UTF-16 units of its text. */
export interface Quantity {
  readonly kind: FigureKind;
  /** In base units: 100万 is 1000000; a rate in per cent; the left side of a ratio; 三分之二 is 0.666667, 八成 is 0.8. */
  readonly value: number;
  /** The upper end of a range, the right side of a ratio; else null. */
  readonly to: number | null;
  /** As it stands; `%`, `比`, `分之` and `成` for shares; null where none stands (551万农村人口, a rate that lost its sign). */
  readonly unit: string | null;
  readonly mark: FigureMark | null;
  readonly numeral: 'arabic' | 'han';
  /** Digits after the point, as written. */
  readonly decimals: number;
  /** Inside “ ”. */
  readonly isQuoted: boolean;
  readonly start: number;
  readonly end: number;
}

/** Quantities of one paragraph that are told; what has more is a table of digits and no text. */
const mostQuantities = 2_000;
/** Letters before a quantity that may qualify it. */
const lead = 12;

const marksBefore: readonly (readonly [FigureMark, RegExp])[] = [
  ['至少', /(?:不少于|不低于|至少|不小于|最少)(?:了|为)?$/],
  ['至多', /(?:不超过|不高于|不多于|至多|最多|低于|少于|不足|不到|控制在)(?:了|为)?$/],
  ['超', /(?:超过|超出|超|逾|高于|大于|多于|多达)(?:了|为)?$/],
  ['近', /(?:将近|接近|(?<![最附邻就临靠新远])近)(?:了)?$/],
  ['约', /(?:大约|约为|大致|(?<![节契违公条预制签相邀毁履])约)$/],
];

function markBefore(before: string): FigureMark | null {
  return marksBefore.find(([, pattern]) => pattern.test(before))?.[0] ?? null;
}

const scaleWord = /(?:万亿|千亿|百亿|十亿|百万|千万|十万|亿|万|千(?![瓦米克伏焦卡])|百(?=[余多]?[万亿件人次]))/uy;
const someWord = /[余多来](?![自源到])/uy;
const rangeSign = /\s?[-—–~～－至到]{1,2}\s?(?=\d)/uy;
const tailWord = /(?:及?以上|及?以下|以内|左右|上下|之多|余|有余)/uy;
const times = /(?:倍)/uy;
const points = /(?:个?百分点)/uy;
const bracketed = /[（(]([次家户人])[）)]/uy;
const changeWord =
  /(?:增长|上升|下降|减少|降低|提高|提升|增加|压缩|压减|缩短|缩减|下滑|回落|上涨|增幅|降幅|涨幅|跌幅|翻|增|降)(?:了|约|近|超|超过|率?达到?|率?为|幅度?[达为]?)?(?:[约近超]|超过|逾)?$/u;

/** The text that a sticky pattern finds at an offset; empty where none. */
function found(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function markAfter(tail: string): FigureMark | null {
  if (tail === '') return null;
  if (/以上/.test(tail)) return '至少';
  if (/以下|以内/.test(tail)) return '至多';
  return tail === '左右' || tail === '上下' ? '左右' : '余';
}

type Read = Omit<Quantity, 'isQuoted' | 'start'>;

/** The part of a quantity in digits after its number: scale, 余, a second end, unit, 以上. Null where neither unit nor scale stands. */
function afterNumber(text: string, start: number, first: WrittenNumber): Read | null {
  const before = text.slice(Math.max(0, start - lead), start);
  const mark = markBefore(before);
  if (text[first.end] === ':') return ratio(text, start, first, mark);
  let at = first.end;
  let scale = 1;
  let some = '';
  const takeScale = (): void => {
    const word = found(scaleWord, text, at);
    scale *= scaleValue(word);
    at += word.length;
  };
  const takeSome = (): void => {
    const word = found(someWord, text, at);
    some ||= word;
    at += word.length;
  };
  takeScale();
  let to: number | null = null;
  // 3至5件, 20%—30%, 3万件至5万件: the lower end may bear the unit too.
  const lowUnit = text[at] === '%' ? '%' : (unitAt(text, at) ?? '');
  for (const skipped of lowUnit === '' ? [''] : ['', lowUnit]) {
    const sign = found(rangeSign, text, at + skipped.length);
    if (sign === '' || /[从由自]$/.test(before.replace(/[\d.]+$/, ''))) continue;
    const upper = writtenNumber(text, at + skipped.length + sign.length);
    if (!upper) continue;
    const upperScale = found(scaleWord, text, upper.end);
    const unit = text[upper.end + upperScale.length] === '%' ? '%' : unitAt(text, upper.end + upperScale.length);
    if (unit === null || (skipped !== '' && unit !== skipped)) continue;
    to = roundedValue(upper.value * scaleValue(upperScale));
    if (scale === 1) scale = scaleValue(upperScale);
    at = upper.end + upperScale.length;
    break;
  }
  takeSome();
  const scaleAgain = found(scaleWord, text, at);
  if (scaleAgain !== '' && some !== '') {
    scale *= scaleValue(scaleAgain);
    at += scaleAgain.length;
  }
  if (some === '') takeSome();
  const whole = (kind: FigureKind, unit: string | null, length: number): Read => {
    let end = at + length;
    const bracket = kind === 'count' ? found(bracketed, text, end) : '';
    end += bracket.length;
    const tail = found(tailWord, text, end);
    end += tail.length;
    return {
      kind,
      // Worked out only for what is a figure: most numbers of a long run of digits are none.
      value: roundedValue(first.value * scale),
      to,
      unit: bracket === '' ? unit : `${unit}${bracket.slice(1, -1)}`,
      mark: some !== '' ? '余' : (markAfter(tail) ?? mark),
      numeral: 'arabic',
      decimals: first.decimals,
      end,
    };
  };
  if (text[at] === '%') return whole(changeWord.test(before) ? 'change' : 'rate', '%', 1);
  if (text[at] === '‰') return whole(changeWord.test(before) ? 'change' : 'rate', '‰', 1);
  const pointWord = found(points, text, at);
  if (pointWord !== '') return whole('points', '个百分点', pointWord.length);
  if (found(times, text, at) !== '') return whole('change', '倍', 1);
  const unit = unitAt(text, at) ?? (days.test(before) && text[at] === '日' ? '日' : null);
  // 551万农村贫困人口: a number with its scale counts what follows.
  if (unit === null)
    return scale >= 1e4 && /^(?:[\p{Script=Han}，。；、）,]|$)/u.test(text.slice(at, at + 1))
      ? whole('count', null, 0)
      : null;
  const kind = unitKind(unit);
  if (kind === null) return null;
  // 2024起, 2023年: a year without its word is no count.
  if (scale === 1 && to === null && first.decimals === 0 && first.value >= 1900 && first.value <= 2100) {
    if (kind === 'duration' || (/[从自至到于]$/.test(before) && unit === '起')) return null;
  }
  return whole(kind, unit, unit.length);
}

/** Words before a number of days that is no date. */
const days = /(?:法定|由|为|压减至?|压缩至?|缩短至?|减至|降至|减少|提速)的?$/u;

function ratio(text: string, start: number, first: WrittenNumber, mark: FigureMark | null): Read | null {
  const right = writtenNumber(text, first.end + 1);
  if (!right || text[right.end] === ':') return null;
  const near = text.slice(Math.max(0, start - lead), start) + text.slice(right.end, right.end + 6);
  if (!/比/u.test(near) || /比分/u.test(near)) return null;
  return {
    kind: 'ratio',
    value: first.value,
    to: right.value,
    unit: '比',
    mark,
    numeral: 'arabic',
    decimals: first.decimals,
    end: right.end,
  };
}

const hanRun = /[一二两三四五六七八九十百千零〇万亿]{1,14}/uy;
const hanDecimals = /点([一二三四五六七八九零〇]{1,4})/uy;
const tenths = /成(?![立功员为果长本熟效都绩人分型就品套交因])([半一二三四五六七八九])?/uy;
const decimalDigits = '零一二三四五六七八九';

function decimalValue(letters: string): number {
  const digits = [...letters].map((letter) => Math.max(0, decimalDigits.indexOf(letter === '〇' ? '零' : letter)));
  return Number(`0.${digits.join('')}`);
}

/** 百分之九十五点五, 百分之30, 百分之百. */
function hundredth(text: string, start: number, from: number): Read | null {
  const before = text.slice(Math.max(0, start - lead), start);
  const share = (value: number, end: number, decimals: number, numeral: Quantity['numeral']): Read => {
    const tail = found(tailWord, text, end);
    return {
      kind: changeWord.test(before) ? 'change' : 'rate',
      value: roundedValue(value),
      to: null,
      unit: '%',
      mark: markAfter(tail) ?? markBefore(before),
      numeral,
      decimals,
      end: end + tail.length,
    };
  };
  const inDigits = writtenNumber(text, from);
  if (inDigits) return share(inDigits.value, inDigits.end, inDigits.decimals, 'arabic');
  const run = found(hanRun, text, from);
  if (run === '') return null;
  const value = run === '百' || run === '一百' ? 100 : run === '零' ? 0 : hanNumber(run);
  if (value === null || value > 1000) return null;
  const part = found(hanDecimals, text, from + run.length);
  const decimals = part === '' ? 0 : part.length - 1;
  return share(
    value + (part === '' ? 0 : decimalValue(part.slice(1))),
    from + run.length + part.length,
    decimals,
    'han',
  );
}

/** A quantity in Chinese letters that begins with a run of numerals; null for names and idioms. */
function inHan(text: string, start: number, run: string): Read | null {
  const before = text.slice(Math.max(0, start - lead), start);
  // What stands behind the point of 一点三倍 is no figure of its own.
  if (/[一二两三四五六七八九十百千零〇]点$/u.test(before)) return null;
  const mark = markBefore(before);
  const base = { to: null, numeral: 'han', decimals: 0 } as const;
  let at = start + run.length;
  if (text.startsWith('分之', at)) {
    if (run === '百') return hundredth(text, start, at + 2);
    const over = found(hanRun, text, at + 2);
    const [under, value] = [run === '千' || run === '万' ? scaleValue(run) : hanNumber(run), hanNumber(over)];
    if (under === null || value === null || under === 0 || value > under || /[百千]/.test(over)) return null;
    at += 2 + over.length;
    const tail = found(tailWord, text, at);
    const share = Number((value / under).toFixed(6));
    return {
      ...base,
      kind: 'fraction',
      value: share,
      unit: '分之',
      mark: markAfter(tail) ?? mark,
      end: at + tail.length,
    };
  }
  const tenth = run.length === 1 ? found(tenths, text, at) : '';
  if (tenth !== '') {
    const value = hanNumber(run);
    if (value === null || value === 0 || value > 9 || /[一二三四五六七八九十完建形变]$/u.test(before)) return null;
    at += tenth.length;
    const tail = found(tailWord, text, at);
    const part = tenth.length === 1 ? 0 : tenth.endsWith('半') ? 5 : (hanNumber(tenth.slice(1)) ?? 0);
    const share = roundedValue(value / 10 + part / 100);
    return {
      ...base,
      kind: 'fraction',
      value: share,
      unit: '成',
      mark: markAfter(tail) ?? mark,
      end: at + tail.length,
    };
  }
  const point = found(hanDecimals, text, at);
  at += point.length;
  const some = found(someWord, text, at);
  at += some.length;
  let scale = 1;
  const after = some === '' ? '' : found(scaleWord, text, at);
  scale *= scaleValue(after);
  at += after.length;
  const unit = found(points, text, at) !== '' ? '个百分点' : found(times, text, at) !== '' ? '倍' : unitAt(text, at);
  if (unit === null || !(strongUnits.has(unit) || unit === '个百分点')) return null;
  // 差一点三家不来: only what can be parted has decimals.
  if (point !== '' && after === '' && !['倍', '个百分点', '元'].includes(unit)) return null;
  const length = unit === '个百分点' ? found(points, text, at).length : unit.length;
  // 几十件, 数百人, 上千人次, 每一件, 同一起: no number is said, or none of its own.
  if (/[几数上好成每同另首单某逐任这那哪该此第头一二三四五六七八九十]$/u.test(before)) return null;
  let value = hanNumber(run);
  if (/^[百千万亿]{1,2}$/u.test(run)) {
    if (!['超', '近', '余'].includes(mark ?? '') && some === '' && !/过$/.test(before)) return null;
    value = scaleValue(run);
  }
  if (value === null || (value === 0 && point === '')) return null;
  if (point !== '') value += decimalValue(point.slice(1));
  const end = at + length;
  // One letter is more often a name's or an idiom's (一次办, 两个确立, 三家抬) than a figure.
  if (run.length === 1 && point === '' && some === '' && mark === null) {
    const next = text[end] ?? '。';
    if ((value === 1 && unit !== '倍') || !/[，,。；;、）)的：！]/u.test(next)) return null;
  }
  const tail = found(tailWord, text, end);
  const kind: FigureKind = unit === '倍' ? 'change' : unit === '个百分点' ? 'points' : (unitKind(unit) ?? 'count');
  return {
    ...base,
    kind,
    value: roundedValue(value * scale),
    unit,
    decimals: Math.max(0, point.length - 1),
    mark:
      some !== ''
        ? '余'
        : (markAfter(tail) ?? (/过$/.test(before) && mark === null && /^[百千万亿]/.test(run) ? '超' : mark)),
    end: end + tail.length,
  };
}

/** 2.3个问题 at the head of a paragraph is a heading's number and a figure. */
const headingNumber = /^\d{1,2}\.(?=\d+[个件次项])/;
const candidate = /\d|[一二两三四五六七八九十百千零〇万亿]/gu;

/** All quantities of a paragraph, in order, each with its place. Never throws; what cannot be read is not there. */
export function quantities(paragraph: string): Quantity[] {
  const text = plainSigns(paragraph);
  const { hidden, quoted } = maskedSpans(text);
  const result: Quantity[] = [];
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const start = match.index + (headingNumber.exec(match.index === 0 ? text.slice(0, 8) : '')?.[0].length ?? 0);
    const isDigits = match[0] >= '0' && match[0] <= '9';
    const run = isDigits ? '' : found(hanRun, text, start);
    // A run is looked at once: what is no number at its head is none further in.
    candidate.lastIndex = isDigits ? digitsEnd(text, start) : start + run.length;
    if (hidden[start] === 1) continue;
    const read = isDigits ? inDigits(text, start) : inHan(text, start, run);
    if (!read || !Number.isFinite(read.value) || hidden[read.end - 1] === 1) continue;
    candidate.lastIndex = Math.max(candidate.lastIndex, read.end);
    result.push({ ...read, start, isQuoted: quoted[start] === 1 });
    if (result.length >= mostQuantities) break;
  }
  return result;
}

function inDigits(text: string, start: number): Read | null {
  const before = text[start - 1] ?? '';
  if (/[A-Za-z+._#№/\\]/u.test(before) && !headingNumber.test(start < 4 ? text.slice(0, 8) : '')) return null;
  if (/[,:]/.test(before) && /\d/.test(text[start - 2] ?? '')) return null;
  const first = writtenNumber(text, start);
  if (!first || /[+A-Za-z]/.test(text[first.end] ?? '')) return null;
  return afterNumber(text, start, first);
}
