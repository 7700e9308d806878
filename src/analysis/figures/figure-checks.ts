import type { LostPercent } from './lost-percent.ts';
import { agreement } from './ratio-proof.ts';
import type { FigureKind } from './units.ts';

/** What a report's own figures say of one of them. That two differ is a fact of the text, not of the office. */
export interface FigureCheck {
  /** A rate and its counts; a total and its parts; from, to and per cent; a rate that has lost its sign. */
  readonly kind: 'rate' | 'sum' | 'change' | 'lost-sign';
  /** `agrees-cut`: the digits that stand are cut off, not rounded. `proved`: only one reading is possible. */
  readonly state: 'agrees' | 'agrees-cut' | 'differs' | 'proved';
  /** The sum as a reader can redo it: 1913÷1927=99.274%. */
  readonly working: string;
  /** What must have stood there, for `proved`; else null. */
  readonly reading: string | null;
}

/** What a figure must tell to be checked; offsets are UTF-16 units of its paragraph. */
interface CheckedFigure {
  readonly kind: FigureKind;
  readonly value: number;
  readonly to: number | null;
  readonly unit: string | null;
  readonly mark: string | null;
  readonly decimals: number;
  readonly start: number;
  readonly end: number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  readonly before: string;
  readonly after: string;
  readonly state: string;
}

/** Words of the numerator that a rate's name promises; `over`: the rate may pass 100 %. */
const stems: readonly { readonly rate: RegExp; readonly numerator: RegExp; readonly over?: true }[] = [
  { rate: /成功率/u, numerator: /成功/u },
  { rate: /(?:办结|结案|审结)率/u, numerator: /办结|结案|审结/u },
  { rate: /化解率/u, numerator: /化解/u },
  { rate: /完成率/u, numerator: /完成/u, over: true },
  { rate: /败诉率/u, numerator: /败诉/u },
  { rate: /胜诉率/u, numerator: /胜诉/u },
  { rate: /纠错率/u, numerator: /纠错|撤销|变更|确认违法/u },
  { rate: /(?:调解|和解|调撤)率/u, numerator: /调解|和解|撤回/u },
  { rate: /(?:出庭|应诉)率/u, numerator: /出庭/u },
  { rate: /备案率/u, numerator: /备案/u },
  { rate: /整改率/u, numerator: /整改/u },
  { rate: /合格率/u, numerator: /合格/u },
];
/** Rates that count something else than their name: in time, of a target, against last year. */
const otherTerms = /按期|按时|及时|如期|到期|应当|同比|环比|上年|去年|上升|下降|提高|目标|任务|年均|平均|力争|以来/u;
const farthest = 30;
/** Figures of a sentence that are set against one another. */
const mostFigures = 40;
/** Of less than so many any per cent agrees by chance. */
const leastDenominator = 8;

const exact = ({ mark, to, state }: CheckedFigure): boolean => mark === null && to === null && state === 'ok';
const threeDecimals = (value: number): string => value.toFixed(3).replace(/\.?0+$/, '');
const division = (a: number, b: number): string => `${a}÷${b}=${threeDecimals((a / b) * 100)}%`;

/** The counts before a rate that may be its terms: of its sentence, and of the one before where this one leans on it. */
function countsBefore(text: string, figures: readonly CheckedFigure[], at: number): CheckedFigure[] {
  const rate = figures[at];
  if (!rate) return [];
  const leans = /^(?:其中|败诉|胜诉|已|审结|出庭|调解成功|办结)/u.test(
    text.slice(rate.sentenceStart, rate.sentenceStart + 8),
  );
  const counts: CheckedFigure[] = [];
  let from = rate.sentenceStart;
  // Figures stand in order: backwards, no farther than the sentence before.
  for (let index = at - 1; index >= 0 && counts.length < mostFigures; index--) {
    const one = figures[index];
    if (!one) break;
    if (leans && from === rate.sentenceStart && one.sentenceEnd <= from) from = one.sentenceStart;
    if (one.start < from) break;
    if (one.kind === 'count' && exact(one) && one.value > 0 && one.end <= rate.start) counts.unshift(one);
  }
  return counts;
}

function rateCheck(text: string, figures: readonly CheckedFigure[], at: number): FigureCheck | null {
  const rate = figures[at];
  if (!rate) return null;
  if (rate.kind !== 'rate' || rate.unit !== '%' || !exact(rate)) return null;
  const near = countsBefore(text, figures, at);
  if (near.length < 2) return null;
  const agreed = (a: CheckedFigure, b: CheckedFigure): FigureCheck | null => {
    const how = agreement((a.value / b.value) * 100, rate.value, rate.decimals);
    if (how === null) return null;
    return {
      kind: 'rate',
      state: how === 'cut' ? 'agrees-cut' : 'agrees',
      working: division(a.value, b.value),
      reading: null,
    };
  };
  const isOther = otherTerms.test(rate.before);
  const stem = isOther ? undefined : stems.find(({ rate: name }) => name.test(rate.before.slice(-14)));
  const numerator = stem && near.findLast(({ before, after }) => stem.numerator.test(before + after.slice(0, 6)));
  const denominator =
    numerator &&
    near.findLast(
      ({ start, unit, value }) =>
        start < numerator.start && unit === numerator.unit && (stem.over === true || value >= numerator.value),
    );
  if (numerator && denominator) {
    const direct = agreed(numerator, denominator);
    if (direct) return direct;
  }
  // A rate without decimals agrees with too many pairs: only the last two counts are tried.
  const tried = rate.decimals > 0 ? near : near.slice(-2);
  if (rate.value !== 100 && rate.value !== 50 && rate.value !== 0)
    for (const a of tried.toReversed())
      for (const b of tried.toReversed()) {
        if (a === b || a.unit !== b.unit || b.value < leastDenominator) continue;
        const pair = agreed(a, b);
        if (pair) return pair;
      }
  if (!numerator || !denominator || numerator !== near.at(-1) || rate.start - numerator.end > farthest) return null;
  if (/其中/u.test(numerator.before) || /其中/u.test(text.slice(denominator.end, numerator.start))) return null;
  // Which cases a head had to appear in, the counts do not say; and behind a ； others may be counted.
  if (/出庭/u.test(rate.before.slice(-14)) || /[；;]/u.test(text.slice(denominator.end, rate.start))) return null;
  return { kind: 'rate', state: 'differs', working: division(numerator.value, denominator.value), reading: null };
}

/** Whether a figure stands in brackets (含上年结转21件): it is no part of what stands around them. */
const isBracketed = ({ before }: CheckedFigure): boolean =>
  Math.max(before.lastIndexOf('（'), before.lastIndexOf('(')) >
  Math.max(before.lastIndexOf('）'), before.lastIndexOf(')'));

const opening = /其中|包括|分别|涉及/u;
/** Words by which a list of parts shows that it is whole: what is left over is named. */
const remainder = /正在|未|尚|其余|剩余|其他|其它|在办|在审|另|终止|败诉|不予/u;
const leastTotal = 10;

function sumCheck(text: string, figures: readonly CheckedFigure[], at: number): [number, FigureCheck] | null {
  const total = figures[at];
  const next = figures[at + 1];
  if (!total || !next || total.kind !== 'count' || !exact(total) || total.value < 3 || isBracketed(total)) return null;
  const between = text.slice(total.end, next.start);
  const parts = figures
    .slice(at + 1, at + 1 + mostFigures)
    .filter(
      (part) =>
        part.kind === 'count' &&
        part.unit === total.unit &&
        part.end <= total.sentenceEnd &&
        part.state !== 'quoted' &&
        !isBracketed(part),
    );
  const opens = opening.test(text.slice(total.end, parts[0]?.start ?? total.end));
  let sum = 0;
  for (const [place, part] of parts.entries()) {
    if (!exact(part) || part.value >= total.value) break;
    sum += part.value;
    if (sum > total.value) break;
    if (sum !== total.value || place === 0) continue;
    const used = parts.slice(0, place + 1);
    const isWhole = used.some(({ before, after }) => remainder.test(before) || remainder.test(after.slice(0, 6)));
    if (!opens && !(isWhole && total.value >= leastTotal)) break;
    const working = `${used.map(({ value }) => value).join('+')}=${total.value}`;
    return [at, { kind: 'sum', state: 'agrees', working, reading: null }];
  }
  if (
    /[，,；;（(]其中/u.test(between) &&
    next.unit === total.unit &&
    next.kind === 'count' &&
    exact(next) &&
    next.value > total.value
  )
    return [at + 1, { kind: 'sum', state: 'differs', working: `${next.value}＞${total.value}`, reading: null }];
  return null;
}

const toWord = /(?:增加|增|提高|上升|升|减少|减|下降|降|增长|提升|压缩|压减|缩短|精简|缩减)(?:到|至|为)了?$/u;
const byWord = /(?:增长|增加|上升|提高|提升|下降|减少|降低|压缩|压减|缩短|精简|缩减)了?$/u;
const difference = /(?:比|较|同比)[^，。；]{0,8}(?:增加|多|减少|少|增|减)$/u;
const lastYears = /(?:较|比)[^，。；]{0,4}(?:上年|去年|上一年)[^，。；]{0,4}的$/u;
const nearby = 14;

/** A change in per cent or points, and the two figures right before it: from and to, or this year's and the difference. */
function changeCheck(figures: readonly CheckedFigure[], at: number): FigureCheck | null {
  const [a, b, p] = [figures[at - 2], figures[at - 1], figures[at]];
  if (!a || !b || !p || !exact(a) || !exact(b) || !exact(p) || p.sentenceStart !== a.sentenceStart) return null;
  const isPoints = p.kind === 'points' && a.unit === '%';
  if (!isPoints && !(p.unit === '%' && (p.kind === 'change' || p.kind === 'rate'))) return null;
  const goesDown = /下降|减少|降低|压缩|压减|缩短|精简|缩减/u.test(p.before);
  if (a.unit !== b.unit || !byWord.test(p.before) || p.start - b.end > nearby) return null;
  const share = (change: number, from: number): number => (from === 0 ? Number.NaN : (change / from) * 100);
  const told = (value: number, working: string, mayDiffer: boolean): FigureCheck | null => {
    const how = agreement(value, p.value, p.decimals);
    if (how === null && !mayDiffer) return null;
    const state = how === 'rounded' ? 'agrees' : how === 'cut' ? 'agrees-cut' : 'differs';
    return { kind: 'change', state, working, reading: null };
  };
  if (toWord.test(b.before)) {
    const [low, high] = [Math.min(a.value, b.value), Math.max(a.value, b.value)];
    const isSure = /[由从]/u.test(a.before) && b.value < a.value === goesDown && a.end + nearby > b.start;
    if (isPoints) return told(high - low, `${high}−${low}=${threeDecimals(high - low)}`, isSure);
    const ratio = share(high - low, a.value);
    return Number.isNaN(ratio) ? null : told(ratio, `（${high}−${low}）÷${a.value}=${threeDecimals(ratio)}%`, isSure);
  }
  if (isPoints) {
    if (!lastYears.test(b.before) && !/(?:上年|去年|年)的$/u.test(b.before)) return null;
    const gap = Math.abs(a.value - b.value);
    return told(gap, `${Math.max(a.value, b.value)}−${Math.min(a.value, b.value)}=${threeDecimals(gap)}`, false);
  }
  if (lastYears.test(b.before)) {
    const ratio = share(Math.abs(a.value - b.value), b.value);
    const sum = `（${Math.max(a.value, b.value)}−${Math.min(a.value, b.value)}）÷${b.value}=${threeDecimals(ratio)}%`;
    return Number.isNaN(ratio) ? null : told(ratio, sum, false);
  }
  if (!difference.test(b.before)) return null;
  const from = goesDown ? a.value + b.value : a.value - b.value;
  const ratio = share(b.value, from);
  const sum = `${b.value}÷（${a.value}${goesDown ? '+' : '−'}${b.value}）=${threeDecimals(ratio)}%`;
  return Number.isNaN(ratio) ? null : told(ratio, sum, false);
}

/** The reading that the figures before a rate without sign prove; null where none is proved. */
export function lostSignCheck(lost: LostPercent | null): FigureCheck | null {
  if (lost?.proof == null) return null;
  const { numerator, denominator, ofSum, percent } = lost.proof;
  const below = ofSum ? numerator + denominator : denominator;
  const value = threeDecimals((numerator / below) * 100);
  return {
    kind: 'lost-sign',
    state: 'proved',
    working: `${numerator}÷${ofSum ? `（${numerator}+${denominator}）` : denominator}=${value}%`,
    reading: lost.rest === '' ? `${percent}%` : `${percent}% ${lost.rest}${lost.unit}`,
  };
}

/**
 * What the figures of a paragraph say of one another, by the index of the figure that is checked. `plain` is the
 * paragraph in plain signs. Agreement is safe; `differs` is said only where the rate's own word stands with its
 * numerator, close by, and nothing says that something else is counted.
 */
export function figureChecks(plain: string, figures: readonly CheckedFigure[]): Map<number, FigureCheck> {
  const checks = new Map<number, FigureCheck>();
  if (figures.length < 2) return checks;
  for (const at of figures.keys()) {
    const rate = rateCheck(plain, figures, at);
    if (rate) checks.set(at, rate);
    const sum = sumCheck(plain, figures, at);
    if (sum && !checks.has(sum[0])) checks.set(...sum);
    const change = checks.has(at) ? null : changeCheck(figures, at);
    if (change) checks.set(at, change);
  }
  return checks;
}
