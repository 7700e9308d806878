import type { Role } from '../../archive/section.ts';
import type { AnalysedText } from '../text/analysed-text.ts';
import { closeText } from '../text/close-text.ts';
import { type Span, sentenceSpans } from '../text/sentence-spans.ts';
import { type DoubtedSpan, doubtedSpans } from './doubted-spans.ts';
import { type FigureCheck, figureChecks, lostSignCheck } from './figure-checks.ts';
import { type LostPercent, lostPercents } from './lost-percent.ts';
import type { MeasureFinder } from './measures.ts';
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
  readonly role: Role | null;
  readonly isPlanned: boolean;
  readonly state: FigureState;
  /** The measures it is one of: none, one, or, where it is `ambiguous`, more. */
  readonly measures: readonly string[];
  /** What other figures of its text say of it; null where nothing. */
  readonly check: FigureCheck | null;
}

/** A figure while its paragraph is read: offsets are those of the text without spaces. */
interface ReadFigure extends Figure {
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
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
    unit: null,
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
 * Every figure of a report's text, in order; `year` is the one it reports on, null where it is not known. `doubtful` are those a note overlaps, those that have lost their sign,
 * figures without point in a sentence where a point is proved lost, and averages in a text that has no point and no %.
 * `ambiguous` are those that two
 * measures fit. Never throws; linear in the length of the text.
 */
export function reportFigures(text: AnalysedText, measuresOf: MeasureFinder, year: number | null = null): Figure[] {
  const notes = doubtedSpans(text);
  const hasPoints = text.paragraphs.some((paragraph) => /\d[.．]\d|[%％]/.test(paragraph.text));
  return text.paragraphs.flatMap(({ text: paragraph, anchor, role }, index): Figure[] => {
    if (!/[\d０-９一二两三四五六七八九十百千万亿]/.test(paragraph)) return [];
    // Spaces that lay out a text stand between numbers and their units: all is read without them.
    const close = closeText(paragraph);
    const plain = plainSigns(close.text);
    const lost = lostPercents(plain);
    const found = withLostRates(quantities(close.text), lost.map(lostRate));
    if (found.length === 0) return [];
    const spans = sentenceSpans(close.text);
    const around = surroundings(close.text, plain, found, spans);
    const doubted = notes.get(index) ?? [];
    const standing = ({ start, end }: Span): Span => ({
      start: close.offset(start),
      end: end > start ? close.offset(end - 1) + 1 : close.offset(end),
    });
    let sentence = 0;
    const figures = found.flatMap((quantity, at): ReadFigure[] => {
      while ((spans[sentence]?.end ?? Number.POSITIVE_INFINITY) <= quantity.start) sentence++;
      const span = spans[sentence] ?? { start: 0, end: close.text.length };
      const words = around[at];
      if (!words) return [];
      const isDoubtful =
        (quantity.unit === null && quantity.kind === 'rate') ||
        isDamaged(standing(quantity), standing(span), quantity.decimals, doubted) ||
        (!hasPoints && average.test(words.before) && quantity.kind !== 'ratio');
      const shown = standing(shownSentence(span, quantity));
      const place = standing(quantity);
      return [
        {
          ...quantity,
          ...words,
          anchor,
          paragraph: index,
          written: paragraph.slice(place.start, place.end),
          sentence: paragraph.slice(shown.start, shown.end).trim(),
          sentenceStart: span.start,
          sentenceEnd: span.end,
          role,
          isPlanned: role === 'plan' || words.isIntended,
          state: isDoubtful ? 'doubtful' : quantity.isQuoted ? 'quoted' : 'ok',
          measures: [],
          check: lostSignCheck(lost.find(({ digitsStart }) => digitsStart === quantity.start) ?? null),
        },
      ];
    });
    const checks = figureChecks(plain, figures);
    const measured = onePerSentence(plain, figures, (figure) => measuresOf(plain, figure, year));
    return figures.map((figure, at): Figure => {
      const measures = measured[at] ?? [];
      // Named one by one: what leaves out two of so many takes as long as finding them.
      const { kind, value, to, unit, mark, numeral, decimals, before, after, verb, counted, period, scope } = figure;
      const { isCumulative, isIntended, written, sentence, isPlanned } = figure;
      return {
        ...{ kind, value, to, unit, mark, numeral, decimals, before, after, verb, counted, period, scope },
        ...{ isCumulative, isIntended, anchor, paragraph: index, written, sentence, role, isPlanned },
        ...standing(figure),
        measures,
        state: figure.state === 'ok' && measures.length > 1 ? 'ambiguous' : figure.state,
        check: checks.get(at) ?? figure.check,
      };
    });
  });
}

/**
 * The measures of each figure. Where a sentence says one measure twice in one unit, the first is it when the rest are
 * told as its parts (其中); else none is, for which of them is the whole the sentence does not say.
 */
function onePerSentence(
  plain: string,
  figures: readonly ReadFigure[],
  measuresOf: (figure: ReadFigure) => readonly string[],
): (readonly string[])[] {
  const measured = figures.map(measuresOf);
  const firsts = new Map<string, number>();
  const dropped = new Set<string>();
  const later = new Set<string>();
  for (const [at, figure] of figures.entries())
    for (const measure of measured[at] ?? []) {
      const key = `${measure} ${figure.sentenceStart} ${figure.kind}`;
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, at);
        continue;
      }
      later.add(`${measure} ${at}`);
      if (!plain.slice(figures[first]?.end, figure.start).includes('其中')) dropped.add(`${measure} ${first}`);
    }
  if (later.size === 0) return measured;
  return measured.map((ids, at) => ids.filter((id) => !later.has(`${id} ${at}`) && !dropped.has(`${id} ${at}`)));
}

/** Whether a note speaks of the figure: of its own letters, or of a point lost in its sentence when it has none. */
function isDamaged(quantity: Span, sentence: Span, decimals: number, doubted: readonly DoubtedSpan[]): boolean {
  return doubted.some(
    (note) => overlaps(note, quantity) || (note.losesPoint && decimals === 0 && overlaps(note, sentence)),
  );
}
