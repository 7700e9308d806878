import type { Indicators } from '../../archive/lexicons/indicators-schema.ts';
import { allMatches } from '../text/all-matches.ts';
import type { FigureKind } from './units.ts';

/** What a figure must tell to be found a measure for; offsets are those of its paragraph without spaces. */
interface MeasuredFigure {
  readonly kind: FigureKind;
  readonly unit: string | null;
  readonly before: string;
  readonly after: string;
  readonly start: number;
  readonly sentenceStart: number;
  readonly period: string | null;
  readonly isPlanned: boolean;
  readonly isCumulative: boolean;
}

/** A finder of measures: the ids of those that a figure of a paragraph is one of; the paragraph without spaces. */
export type MeasureFinder = (paragraph: string, figure: MeasuredFigure) => readonly string[];

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\%]/g, '\\$&');
const anyOf = (words: readonly string[], flags = 'u'): RegExp =>
  new RegExp(
    [...new Set(words)]
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join('|'),
    flags,
  );

/** Letters before a figure's clause in which its subject is looked for, and after its unit that belong to it. */
const longestReach = 90;
const longestObject = 24;
/** What is handed down in a sentence. */
interface Handed {
  readonly topic: string;
  readonly clause: string;
}

const titles = /《[^》]{0,200}》(?:[（(〔][^）)]{0,30}[）)])?等?/gu;
const punctuation = /[\s、，,：:“”"'（）()\d%]/gu;
/** Who acts, at the head of a clause: it narrows nothing. */
const heads = /^.*(?:中心|公证处|机构|组织|委员会|司法局|部门|机关(?!负责人)|[省市县区州盟旗镇乡])(?=.)/u;
const holding = /(?:达到|达|保持在|保持|维持在|持续|稳定|常态化|始终|均|都|为|至|在)+$/u;
const adverbs = /其中|共计|累计|共|已|了|全年/gu;
const goingOn = /(?:均|已|全部|得到|被|获|实现|予以|正在|，|。).*$/u;
const stops = /[，,；;：:]/u;

/**
 * Makes the finder of the measures. A measure's words must stand in the figure's own clause; its subject too, or it is
 * the matter named last before it in the sentence. Words in its object that the measure does not know make it a part
 * of what is measured, and so does what is planned, or set against another year: these are of no measure.
 */
export function measureFinder({
  generic,
  acting,
  others,
  never,
  narrowing: parts,
  measures,
}: Indicators): MeasureFinder {
  const narrowing = anyOf(parts);
  const neverWords = anyOf(never);
  const topics = anyOf([...others, ...measures.flatMap(({ subject }) => subject)], 'gu');
  const otherWords = anyOf(others);
  const actingWords = anyOf(acting, 'gu');
  const everyWord = anyOf([...acting, ...measures.flatMap(({ words }) => words ?? [])], 'gu');
  const kept = measures.map((measure) => ({
    id: measure.id,
    units: new Set(measure.units),
    subject: anyOf(measure.subject),
    words: anyOf(measure.words ?? measure.subject),
    counting: measure.words ? anyOf(measure.words, 'gu') : actingWords,
    without: anyOf(measure.without),
    known: anyOf([...generic, ...acting, ...measure.object, ...measure.subject, ...(measure.words ?? [])], 'gu'),
  }));

  /** The matter that is named last in the sentence before a clause, and the clause that names it. */
  const handedDown = (paragraph: string, figure: MeasuredFigure): Handed => {
    const end = figure.start - figure.before.length;
    const from = Math.max(figure.sentenceStart, end - longestReach);
    const text = paragraph.slice(from, end);
    const last = allMatches(text, topics).at(-1);
    if (!last) return { topic: '', clause: '' };
    const opening = Math.max(...[...'，,；;：:。'].map((stop) => text.lastIndexOf(stop, last.index))) + 1;
    const closing = text.slice(last.index).search(stops);
    return { topic: last[0], clause: text.slice(opening, closing < 0 ? undefined : last.index + closing) };
  };

  return (paragraph, figure) => {
    if (figure.isPlanned || (figure.isCumulative && /年来/u.test(figure.period ?? ''))) return [];
    const after = (figure.after.split(/[（(]/u)[0] ?? '').slice(0, longestObject);
    const before = figure.before.replace(titles, '');
    const own = before + after;
    if (own === '' || neverWords.test(own)) return [];
    const unit = figure.unit ?? (figure.kind === 'rate' ? '%' : '');
    let handed: Handed | null = null;
    return kept.flatMap(({ id, units, subject, words, counting, without, known }) => {
      if (!units.has(unit) || !words.test(own) || without.test(own)) return [];
      if (!subject.test(own)) {
        handed ??= handedDown(paragraph, figure);
        const { topic, clause } = handed;
        if (topic === '' || !subject.test(topic) || otherWords.test(own) || narrowing.test(clause)) return [];
        // What is handed down must be the whole matter, as far as its clause counts: 调解知识产权纠纷50件 is a part.
        const object = (clause.split(/\d/)[0] ?? '').replace(titles, '');
        if (/\d/.test(clause) && !isWhole(object, '', everyWord, known)) return [];
        if (without.test(clause.replace(actingWords, ''))) return [];
      } else if (
        narrowing.test(paragraph.slice(Math.max(figure.sentenceStart, figure.start - longestReach), figure.start))
      )
        return [];
      return isWhole(before, after, counting, known) ? [id] : [];
    });
  };
}

/** Whether the figure's object says nothing that the measure does not know. */
function isWhole(before: string, after: string, counting: RegExp, known: RegExp): boolean {
  const isKnown = (text: string): boolean => text.replace(known, '').replace(punctuation, '') === '';
  const word = /其中/u.test(before) ? undefined : allMatches(before, counting).at(-1);
  // The object stands between the word that counts and the figure, or, without one, in all that stands before it.
  const object = (word ? before.slice(word.index + word[0].length) : before.replace(heads, '')).replace(holding, '');
  if (!isKnown(object)) return false;
  if (object.replace(adverbs, '') !== '') return true;
  // The number comes first: what follows it is the object, up to where the clause goes on.
  const noun = after.split(stops)[0] ?? '';
  return isKnown(noun.replace(goingOn, ''));
}
