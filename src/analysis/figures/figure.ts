import type { Role } from '../../archive/section.ts';
import type { AnalysedText } from '../text/analysed-text.ts';
import { type Span, sentenceSpans } from '../text/sentence-spans.ts';
import { type DoubtedSpan, doubtedSpans } from './doubted-spans.ts';
import { type FigureCheck, figureChecks, lostSignCheck } from './figure-checks.ts';
import { type LostPercent, lostPercents } from './lost-percent.ts';
import { plainSigns } from './number.ts';
import { type Quantity, quantities } from './quantity.ts';
import { type Surroundings, surroundings } from './surroundings.ts';

/** How far a figure can be taken as it stands: inside “ ”, damaged, or said of two measures, it is in no table. */
export type FigureState = 'ok' | 'quoted' | 'doubtful' | 'ambiguous';

/** One figure of a report with its place; offsets are UTF-16 units of its paragraph's text. */
export interface Figure extends Omit<Quantity, 'isQuoted'>, Surroundings {
  readonly anchor: string;
  /** Index of its paragraph among those of the text. */
  readonly paragraph: number;
  /** The figure as it stands, with its mark and unit. */
  readonly written: string;
  /** The sentence it stands in; where that is longer than a page can bear, the part around the figure. */
  readonly sentence: string;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  readonly role: Role | null;
  readonly isPlanned: boolean;
  readonly state: FigureState;
  /** What other figures of its text say of it; null where nothing. */
  readonly check: FigureCheck | null;
}

/** Letters of a sentence that are shown; no report's sentence has so many, a text without stops has. */
const longestSentence = 1_000;

const average = /平均|人均|户均|均为/u;

/** The rate that has lost its sign, as a figure without a unit. Its value is as the digits stand, and never ok. */
function lostRate({ digits, digitsStart, unit }: LostPercent): Quantity {
  return {
    kind: 'rate',
    value: Number(digits),
    to: null,
    unit: '',
    mark: null,
    numeral: 'arabic',
    decimals: 0,
    isQuoted: false,
    start: digitsStart,
    end: digitsStart + digits.length + unit.length,
  };
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function withLostRates(found: readonly Quantity[], lost: readonly Quantity[]): Quantity[] {
  if (lost.length === 0) return [...found];
  const rest = found.filter((quantity) => !lost.some((rate) => overlaps(rate, quantity)));
  return [...rest, ...lost].sort((a, b) => a.start - b.start);
}

/** The sentence as it is shown around a figure. */
function shownSentence(span: Span, quantity: Span): Span {
  if (span.end - span.start <= longestSentence) return span;
  const start = Math.max(span.start, quantity.start - longestSentence / 2);
  return { start, end: Math.min(span.end, start + longestSentence) };
}

/**
 * Every figure of a report's text, in order. `doubtful` are those a note overlaps, those that have lost their sign,
 * figures without point in a sentence where a point is proved lost, and averages in a text that has no point and no %.
 * Never throws; linear in the length of the text.
 */
export function reportFigures(text: AnalysedText): Figure[] {
  const notes = doubtedSpans(text);
  const hasPoints = text.paragraphs.some((paragraph) => /\d[.．]\d|[%％]/.test(paragraph.text));
  return text.paragraphs.flatMap(({ text: paragraph, anchor, role }, index): Figure[] => {
    if (!/[\d０-９一二两三四五六七八九十百千万亿]/.test(paragraph)) return [];
    const plain = plainSigns(paragraph);
    const lost = lostPercents(plain);
    const found = withLostRates(quantities(paragraph), lost.map(lostRate));
    if (found.length === 0) return [];
    const spans = sentenceSpans(paragraph);
    const around = surroundings(paragraph, plain, found, spans);
    const doubted = notes.get(index) ?? [];
    let sentence = 0;
    const figures = found.flatMap(({ isQuoted, ...quantity }, at): Figure[] => {
      while ((spans[sentence]?.end ?? Number.POSITIVE_INFINITY) <= quantity.start) sentence++;
      const span = spans[sentence] ?? { start: 0, end: paragraph.length };
      const words = around[at];
      if (!words) return [];
      const isDoubtful =
        quantity.unit === '' ||
        isDamaged(quantity, span, doubted) ||
        (!hasPoints && average.test(words.before) && quantity.kind !== 'ratio');
      const shown = shownSentence(span, quantity);
      return [
        {
          ...quantity,
          ...words,
          anchor,
          paragraph: index,
          written: paragraph.slice(quantity.start, quantity.end),
          sentence: paragraph.slice(shown.start, shown.end).trim(),
          sentenceStart: span.start,
          sentenceEnd: span.end,
          role,
          isPlanned: role === 'plan' || words.isIntended,
          state: isDoubtful ? 'doubtful' : isQuoted ? 'quoted' : 'ok',
          check: lostSignCheck(lost.find(({ digitsStart }) => digitsStart === quantity.start) ?? null),
        },
      ];
    });
    const checks = figureChecks(plain, figures);
    return figures.map((figure, at) => ({ ...figure, check: checks.get(at) ?? figure.check }));
  });
}

/** Whether a note speaks of the figure: of its own letters, or of a point lost in its sentence when it has none. */
function isDamaged(quantity: Omit<Quantity, 'isQuoted'>, sentence: Span, doubted: readonly DoubtedSpan[]): boolean {
  return doubted.some(
    (note) => overlaps(note, quantity) || (note.losesPoint && quantity.decimals === 0 && overlaps(note, sentence)),
  );
}
