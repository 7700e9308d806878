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

/** A rate by its name, and the words of its numerator; `over`: the rate may pass 100 %. */
interface RateName {
  readonly rate: RegExp;
  readonly numerator: RegExp;
  readonly over?: true;
  /**
   * The whole clauses of a denominator and a numerator that leave no other reading; absent where custom knows several
   * (审结率 of what was accepted, or of what fell due).
   */
  readonly sure?: { readonly of: RegExp; readonly part: RegExp };
}

const rateNames: readonly RateName[] = [
  {
    rate: /成功率/u,
    numerator: /成功/u,
    sure: { of: /(?:调解|调处)(?:各类|各种)?(?:矛盾)?(?:纠纷|案件)?$/u, part: /^(?:其中)?(?:调解|调处)?成功$/u },
  },
  { rate: /(?:办结|结案|审结)率/u, numerator: /办结|结案|审结/u },
  {
    rate: /化解率/u,
    numerator: /化解/u,
    sure: { of: /排查(?:出)?(?:各类|各种)?(?:矛盾)?(?:纠纷)?$/u, part: /^(?:成功|已|有效)?化解$/u },
  },
  {
    rate: /完成率/u,
    numerator: /完成/u,
    over: true,
    sure: { of: /(?:任务|任务数|任务量|目标任务)$/u, part: /^(?:实际|已)?完成$/u },
  },
  { rate: /败诉率/u, numerator: /败诉/u },
  { rate: /胜诉率/u, numerator: /胜诉/u },
  { rate: /纠错率/u, numerator: /纠错|撤销|变更|确认违法/u },
  { rate: /(?:调解|和解|调撤)率/u, numerator: /调解|和解|撤回/u },
  { rate: /(?:出庭|应诉)率/u, numerator: /出庭/u },
  { rate: /备案率/u, numerator: /备案/u },
  {
    rate: /整改率/u,
    numerator: /整改/u,
    sure: { of: /问题$/u, part: /^(?:已|完成)?整改(?:到位|完成)?$/u },
  },
  {
    rate: /合格率/u,
    numerator: /合格/u,
    sure: { of: /(?:抽查|抽检|检测|评查|检查)\p{Script=Han}{0,4}$/u, part: /^合格$/u },
  },
];
/** A rate's own clause where it says no more than its name. */
const bareRate =
  /^(?:调解|调处|纠纷化解|纠纷|平均)?(?:成功|化解|完成|整改|合格)率(?:均|已)?(?:达到|达|为|是)?(?:了)?$/u;
/** Words around a count by which it is of another time, or counts with what others counted. */
const elsewhere = /累计|历年|年来|以来|上年|去年|结转|含|约|余|截至|目前|同期/u;
/** Rates that count something else than their name: in time, of a target, against last year. */
const otherTerms = /按期|按时|及时|如期|到期|应当|同比|环比|上年|去年|上升|下降|提高|目标|任务|年均|平均|力争|以来/u;
/** Figures of a sentence that are set against one another. */
const mostFigures = 40;
const fewFigures = 8;
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
  const stem = isOther ? undefined : rateNames.find(({ rate: name }) => name.test(rate.before.slice(-14)));
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
  // A rate with few decimals agrees with many pairs by chance: only the last counts are tried.
  const tried = near.slice(rate.decimals > 1 ? -mostFigures : rate.decimals === 1 ? -fewFigures : -2);
  if (rate.value !== 100 && rate.value !== 50 && rate.value !== 0)
    for (const a of tried.toReversed())
      for (const b of tried.toReversed()) {
        if (a === b || a.unit !== b.unit || b.value < leastDenominator) continue;
        const pair = agreed(a, b);
        if (pair) return pair;
      }
  if (!stem?.sure || numerator !== figures[at - 1] || denominator !== figures[at - 2]) return null;
  if (!numerator || !denominator || !isOneClause(text, [denominator, numerator, rate], stem.sure)) return null;
  return { kind: 'rate', state: 'differs', working: division(numerator.value, denominator.value), reading: null };
}

/** Digits as they stand, and nothing that rounds them: 1.2万 is none. */
const isWritten = (text: string, { start, end, decimals }: CheckedFigure): boolean =>
  decimals === 0 && !/[万亿千百]/u.test(text.slice(start, end));
const joint = /^\p{Script=Han}{0,2}[，,、]$/u;

/**
 * Whether a denominator, a numerator and a rate are proved to speak of one matter: one after another, with nothing
 * between them but their own words and a comma, each in a clause that says no more than what it counts.
 */
function isOneClause(
  text: string,
  [denominator, numerator, rate]: readonly [CheckedFigure, CheckedFigure, CheckedFigure],
  { of, part }: NonNullable<RateName['sure']>,
): boolean {
  const gaps = [
    text.slice(denominator.end, numerator.start - numerator.before.length),
    text.slice(numerator.end, rate.start - rate.before.length),
  ];
  return (
    gaps.every((gap) => joint.test(gap)) &&
    denominator.value >= leastDenominator &&
    isWritten(text, denominator) &&
    isWritten(text, numerator) &&
    of.test(denominator.before) &&
    part.test(numerator.before) &&
    bareRate.test(rate.before) &&
    ![denominator, numerator].some(({ before, after }) => elsewhere.test(before + after))
  );
}

/** Whether a figure stands in brackets (含上年结转21件): it is no part of what stands around them. */
const isBracketed = ({ before }: CheckedFigure): boolean =>
  Math.max(before.lastIndexOf('（'), before.lastIndexOf('(')) >
  Math.max(before.lastIndexOf('）'), before.lastIndexOf(')'));

const opening = /其中|包括|分别|涉及/u;
/** Words by which a list of parts shows that it is whole: what is left over is named. */
const remainder = /正在|未|尚|其余|剩余|其他|其它|在办|在审|另|终止|败诉|不予/u;
const leastTotal = 10;
/** A part named by its kind alone: 其中规章30件, 其中一审的5件. */
const bareParts = /^其中[:：]?[^提发移解形整问投建开办受审涉惠救征制修组出收立查罚印报为对以]{1,8}$/u;

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
  // A part passes its whole: only where the part bears no verb of its own that could count something else.
  if (
    /^[，,]其中/u.test(between) &&
    bareParts.test(next.before) &&
    next.unit === total.unit &&
    next.kind === 'count' &&
    exact(next) &&
    isWritten(text, next) &&
    isWritten(text, total) &&
    !elsewhere.test(total.before + total.after + next.before) &&
    next.value > total.value
  )
    return [at + 1, { kind: 'sum', state: 'differs', working: `${next.value}＞${total.value}`, reading: null }];
  return null;
}

const toWord = /(?:增加|增|提高|上升|升|减少|减|下降|降|增长|提升|压缩|压减|缩短|精简|缩减)(?:到|至|为)了?$/u;
const byWord = /(?:增长|增加|上升|提高|提升|下降|减少|降低|压缩|压减|缩短|精简|缩减)了?$/u;
/** A change's own clause that says no more than which way it went. */
const bareChange = /^(?:增长|增加|上升|提高|提升|下降|减少|降低|压缩|压减|缩短|精简|缩减)了?$/u;
const difference = /(?:比|较|同比)[^，。；]{0,8}(?:增加|多|减少|少|增|减)$/u;
const lastYears = /(?:较|比)[^，。；]{0,4}(?:上年|去年|上一年)[^，。；]{0,4}的$/u;
const nearby = 14;

/** A change in per cent or points, and the two figures right before it: from and to, or this year's and the difference. */
function changeCheck(plain: string, figures: readonly CheckedFigure[], at: number): FigureCheck | null {
  const [a, b, p] = [figures[at - 2], figures[at - 1], figures[at]];
  if (!a || !b || !p || !exact(a) || !exact(b) || !exact(p) || p.sentenceStart !== a.sentenceStart) return null;
  const isPoints = p.kind === 'points' && a.unit === '%';
  if (!isPoints && !(p.unit === '%' && (p.kind === 'change' || p.kind === 'rate'))) return null;
  const goesDown = /下降|减少|降低|压缩|压减|缩短|精简|缩减/u.test(p.before);
  if (a.unit !== b.unit || !byWord.test(p.before) || p.start - b.end > nearby) return null;
  const share = (change: number, from: number): number => (from === 0 ? Number.NaN : (change / from) * 100);
  const told = (value: number, working: string, mayDiffer: boolean): FigureCheck | null => {
    const how = agreement(value, p.value, p.decimals);
    // Ends that are rounded themselves, and a last digit that rounding may move, prove nothing.
    const isNear = Math.abs(value - p.value) <= 1.5 / 10 ** p.decimals;
    if (how === null && (!mayDiffer || isNear)) return null;
    const state = how === 'rounded' ? 'agrees' : how === 'cut' ? 'agrees-cut' : 'differs';
    return { kind: 'change', state, working, reading: null };
  };
  if (toWord.test(b.before)) {
    const [low, high] = [Math.min(a.value, b.value), Math.max(a.value, b.value)];
    const isSure =
      /[由从](?:原来|原先|过去)?的?$/u.test(a.before) &&
      bareChange.test(p.before) &&
      b.value < a.value === goesDown &&
      a.end + nearby > b.start &&
      !elsewhere.test(a.before + b.before) &&
      (isPoints || (isWritten(plain, a) && isWritten(plain, b) && a.unit !== '%'));
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
    const change = checks.has(at) ? null : changeCheck(plain, figures, at);
    if (change) checks.set(at, change);
  }
  return checks;
}
