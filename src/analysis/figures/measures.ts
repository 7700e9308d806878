import type { Indicators } from '../../archive/indicators-schema.ts';
import type { Figure } from './figure.ts';

/** A finder of measures: the ids of those that a figure of a paragraph's text is one of. */
export type MeasureFinder = (paragraph: string, figure: Figure) => readonly string[];

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
export function measureFinder({ generic, acting, others, never, measures }: Indicators): MeasureFinder {
  const neverWords = anyOf(never);
  const topics = anyOf([...others, ...measures.flatMap(({ subject }) => subject)], 'gu');
  const otherWords = anyOf(others);
  const actingWords = anyOf(acting, 'gu');
  const kept = measures.map((measure) => ({
    id: measure.id,
    units: new Set(measure.units),
    subject: anyOf(measure.subject),
    words: anyOf(measure.words ?? measure.subject),
    counting: measure.words ? anyOf(measure.words, 'gu') : actingWords,
    without: anyOf(measure.without),
    known: anyOf([...generic, ...acting, ...measure.object, ...measure.subject, ...(measure.words ?? [])], 'gu'),
  }));

  /** The matter that is named last in the sentence before a clause. */
  const handedDown = (paragraph: string, figure: Figure): string => {
    const end = figure.start - figure.before.length;
    const text = paragraph.slice(Math.max(figure.sentenceStart, end - longestReach), end);
    return [...text.matchAll(topics)].at(-1)?.[0] ?? '';
  };

  return (paragraph, figure) => {
    if (figure.isPlanned || (figure.isCumulative && /年来/u.test(figure.period ?? ''))) return [];
    const after = figure.after.slice(0, longestObject);
    const own = figure.before + after;
    let handed: string | null = null;
    return kept.flatMap(({ id, units, subject, words, counting, without, known }) => {
      const unit = figure.unit === '' ? '%' : figure.unit;
      if (!units.has(unit) || !words.test(own) || without.test(own) || neverWords.test(own)) return [];
      if (!subject.test(own)) {
        handed ??= handedDown(paragraph, figure);
        if (!subject.test(handed) || otherWords.test(own)) return [];
      }
      return isWhole(figure.before, after, counting, known) ? [id] : [];
    });
  };
}

/** Whether the figure's object says nothing that the measure does not know. */
function isWhole(before: string, after: string, counting: RegExp, known: RegExp): boolean {
  const isKnown = (text: string): boolean => text.replace(known, '').replace(punctuation, '') === '';
  const word = /其中/u.test(before) ? undefined : [...before.matchAll(counting)].at(0);
  // The object stands between the word that counts and the figure, or, without one, in all that stands before it.
  const object = (word ? before.slice(word.index + word[0].length) : before.replace(heads, '')).replace(holding, '');
  if (!isKnown(object)) return false;
  if (object.replace(adverbs, '') !== '') return true;
  // The number comes first: what follows it is the object, up to where the clause goes on.
  const noun = after.split(stops)[0] ?? '';
  return isKnown(noun.replace(goingOn, ''));
}
