import type { Indicators } from '../../archive/lexicons/indicators-schema.ts';
import { allMatches } from '../text/all-matches.ts';
import { isOfOtherTime } from './told-time.ts';
import type { FigureKind } from './units.ts';

/** What a figure must tell to be found a measure for; offsets are those of its paragraph without spaces. */
interface MeasuredFigure {
  readonly kind: FigureKind;
  readonly unit: string | null;
  readonly before: string;
  readonly after: string;
  readonly start: number;
  readonly end: number;
  readonly sentenceStart: number;
  readonly period: string | null;
  readonly isPlanned: boolean;
  readonly isCumulative: boolean;
}

/**
 * A finder of measures: the ids of those that a figure of a paragraph is one of; the paragraph without spaces. `year` is
 * the one reported on; null where it is not known.
 */
export type MeasureFinder = (paragraph: string, figure: MeasuredFigure, year: number | null) => readonly string[];

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
/** Letters of its sentence before it in which a time is told, or parts are counted. */
const longestSentence = 240;
const longestObject = 24;
/** What is handed down in a sentence. */
interface Handed {
  readonly topic: string;
  readonly clause: string;
}

const titles = /《[^》]{0,200}》(?:[（(〔][^）)]{0,30}[）)])?等?/gu;
const punctuation = /[\s、，,：:“”"'（）()\d%]/gu;
/** Whose doing it is, at the head of a clause, where no word says where its object begins. */
const heads = /^.*(?:中心|公证处|机构|组织|委员会|司法局|部门|机关(?!负责人)|[省市县区州盟旗镇乡])(?=.)/u;
/** A place by its name, and how many there are of what acts. */
const places =
  /(?:全|我|本)?[省市县区州盟旗镇乡]|^\p{Script=Han}{1,5}?(?:省|市|县|区|自治州|州|盟|旗|镇|乡|街道)|^\p{Script=Han}{2,4}(?=公证处|法律援助中心|法援中心)/gu;
/** Words that look like a part and are the whole: 县政府及其部门, 各区属行政机关, 市、区县两级. */
const offices =
  /政府及其?(?:所属|组成|工作|各)*部门|及其?(?:所属|各)*(?:部门|办公室|办公厅)|各?[省市县区州]属(?=行政机关|被诉)|[省市州](?:、|和|及)?(?:区县|县区|县（[市、区]+）|县|区)(?:、?[乡镇街]{1,2})?[两三]级|(?:街道|镇|乡)(?:人民调解委员会)?及(?:所辖|下辖)?\d+个(?:社区|行政村|村)(?:（社区）)?/gu;
/** Names of bodies that hold a counting word: 人民调解委员会. */
const bodies = /(?:人民)?调解(?=组织|委员会|员|室|中心|工作)/gu;
const brackets = /[（(][^（()）]{0,60}[）)]/gu;
const parted = /其中[^，,；;。]*/gu;
const told = /(?:19|20)\d{2}年度?|连续.{1,3}年|[\d.]+[余多]?[千百万亿]*余?/gu;
/** Marks that group digits are no stops. */
const grouping = /(?<=\d),(?=\d{3})/gu;
/** The last figure of a clause and what follows it. */
const lastFigure = /\d[\d.,]*[^\d]*$/u;
const countOfCases = /\d[\d.,]*[余多]?[千百万亿]*余?[件起宗例]/u;
const holding =
  /(?:达到|达|保持在|保持|维持在|持续|稳定|常态化|始终|(?:下降|降低|上升|提高|提升|降|升)[到至为]|连续.{1,3}年|均|都|为|至|在)+$/u;
/** What a rate has come to is the rate: 败诉率下降至4.9%. */
const levels = /(?:下降|降低|上升|提高|提升|降|升)(?:到|至|为)了?$/u;
const adverbs = /其中|共计|累计|共|已|了|全年/gu;
const goingOn = /(?:均|已|全部|得到|被|获|实现|予以|正在|，|。).*$/u;
const stops = /[，,；;：:]/u;
const partStops = /[；;]/u;
/** What is counted is counted of something else: 对出庭应诉率低于80%的单位. */
const standard = /^的(?!\d)/u;
/** The clause goes on with a number of places that the figure before it has taken: 7|个县区, 2个|县. */
const countedPlaces = /(?:\d|[一二两三四五六七八九十])[个家]$/u;
/** Behind 其中 an office or a place is a part of all of them. */
const ofSome = /其中.*(?:政府|机关|[局厅委省市县区州旗镇乡])/u;
const placesCounted = /^[县区市州旗盟镇乡街部单村社]/u;
/** A clause without a figure is looked at where it is no longer than an opening: 所辖县区，. */
const longestOpening = 20;

/**
 * Makes the finder of the measures. A measure's words must stand in the figure's own clause; its subject too, or it is
 * the matter named last before it in the sentence. Words in its object or before its verb that the measure does not know
 * make it a part of what is measured, or another's, and so does what is planned, or of another time: these are of no
 * measure. Rather none than a wrong one.
 */
export function measureFinder({
  generic,
  acting,
  others,
  never,
  narrowing: parts,
  whole,
  actors,
  intended,
  actual,
  measures,
}: Indicators): MeasureFinder {
  const narrowing = anyOf(parts);
  const neverWords = anyOf(never);
  const wholeWords = anyOf(whole, 'gu');
  const intendedWords = anyOf(intended);
  const actualWords = anyOf(actual);
  const topics = anyOf([...others, ...measures.flatMap(({ subject }) => subject)], 'gu');
  const otherWords = anyOf(others);
  const actingWords = anyOf(acting, 'gu');
  const allKnown = anyOf(
    [
      ...[...generic, ...acting, ...actors, ...whole, ...actual],
      ...measures.flatMap(({ object, subject, words }) => [...object, ...subject, ...(words ?? [])]),
    ],
    'gu',
  );
  /** Whether the head of a list says nothing but what measures know: 办理公证4021件、法律援助802件. */
  const isKnownList = (clause: string): boolean => {
    const said = clause.replace(titles, '').replace(brackets, '').replace(offices, '').replace(/\d.*$/u, '');
    return said.replace(places, '').replace(allKnown, '').replace(punctuation, '') === '';
  };
  const everyCounting = measures.flatMap(({ words }) => words ?? []);
  const everyWord = anyOf([...acting, ...everyCounting], 'gu');
  const kept = measures.map((measure) => {
    const isNamed = (word: string): boolean => measure.subject.some((subject) => word.includes(subject));
    const known = [...generic, ...acting, ...measure.object, ...measure.subject, ...(measure.words ?? [])];
    return {
      id: measure.id,
      units: new Set(measure.units),
      subject: anyOf(measure.subject),
      words: anyOf(measure.words ?? measure.subject),
      // The object stands behind a verb: 复议申请 is itself one.
      counting: anyOf([...(measure.words ?? []).filter((word) => !isNamed(word)), ...acting], 'gu'),
      without: anyOf(measure.without),
      known: anyOf(known, 'gu'),
      knownHead: anyOf([...known, ...(measure.actors ?? actors), ...whole, ...actual], 'gu'),
      handedHead: anyOf([...known, ...(measure.actors ?? actors), ...whole, ...acting, ...everyCounting], 'gu'),
      apart: measure.apart ? anyOf(measure.apart) : null,
      base: measure.base ? anyOf(measure.base) : null,
    };
  });

  /** The matter that is named last in the sentence before a clause, and the clause that names it. */
  const handedDown = (paragraph: string, figure: MeasuredFigure): Handed => {
    const end = figure.start - figure.before.length;
    const from = Math.max(figure.sentenceStart, end - longestReach);
    const text = paragraph.slice(from, end).replace(grouping, '').replace(brackets, '').replace(parted, '');
    const last = allMatches(text, topics).at(-1);
    if (!last) return { topic: '', clause: '' };
    const opening = Math.max(...[...'，,；;：:。'].map((stop) => text.lastIndexOf(stop, last.index))) + 1;
    const closing = text.slice(last.index).search(stops);
    return { topic: last[0], clause: text.slice(opening, closing < 0 ? undefined : last.index + closing) };
  };

  /** The clauses of the part of the sentence before a figure's own that may narrow it: with figures, and a short opening. */
  const clausesBefore = (paragraph: string, figure: MeasuredFigure): string[] => {
    const end = figure.start - figure.before.length;
    const from = Math.max(figure.sentenceStart, end - longestReach);
    const text = paragraph.slice(from, end).replace(grouping, '').replace(titles, '').replace(brackets, '');
    const part = text.split(partStops).at(-1) ?? '';
    const again = [...part.matchAll(wholeWords)].at(-1)?.index ?? 0;
    const clauses = part
      .slice(again)
      .split(stops)
      .filter((clause) => clause !== '');
    return clauses.filter(
      (clause, at) => /\d/.test(clause) || (at === clauses.length - 1 && clause.length <= longestOpening),
    );
  };

  return (paragraph, figure, year) => {
    if (figure.isPlanned || (figure.isCumulative && /年来/u.test(figure.period ?? ''))) return [];
    const after = (figure.after.split(/[（(]/u)[0] ?? '').slice(0, longestObject);
    const before = figure.before.replace(titles, '').replace(offices, '');
    const own = before + after;
    if (own === '' || neverWords.test(before.replace(levels, '') + after)) return [];
    const unit = figure.unit ?? (figure.kind === 'rate' ? '%' : '');
    const fitting = kept.filter(
      ({ units, words, without }) => units.has(unit) && words.test(own.replace(bodies, '')) && !without.test(own),
    );
    if (fitting.length === 0 || (unit === '%' && standard.test(after))) return [];
    const clauseStart = figure.start - figure.before.length;
    const nearStart = Math.max(figure.sentenceStart, figure.start - longestSentence);
    const around = paragraph.slice(nearStart, clauseStart);
    if (countedPlaces.test(around) && placesCounted.test(figure.before)) return [];
    if (isOfOtherTime(paragraph, { sentenceStart: nearStart, clauseStart, end: figure.end }, year)) return [];
    if (ofSome.test(before)) return [];
    const clauses = clausesBefore(paragraph, figure);
    // Behind 其中 stands what is a part, unless it is only the next step: 收到673件，其中受理600件.
    const isPart = /其中/u.test((around.replace(brackets, '').split(partStops).at(-1) ?? '') + before);
    // What is planned or demanded goes on to the end of its part, or to what was done in fact.
    const isMeant = (text: string): boolean => intendedWords.test(text) && !actualWords.test(text);
    const comma = paragraph.slice(nearStart, figure.start).split(stops).at(-1) ?? '';
    if (narrowing.test(comma.replace(titles, '').replace(offices, '') + after) || isMeant(own)) return [];
    if (!actualWords.test(own) && clauses.some(isMeant)) return [];
    let handed: Handed | null = null;
    return fitting.flatMap(({ id, subject, without, counting, known, knownHead, handedHead, apart, base }) => {
      // What is handed down must be the whole matter, as far as its clause counts: 调解知识产权纠纷50件 is a part.
      const isWholeMatter = (clause: string): boolean => {
        const said = clause.replace(titles, '').replace(brackets, '').replace(offices, '');
        const object = said.replace(lastFigure, '');
        const words = { counting: everyWord, known, knownHead: handedHead, isPart: false };
        return (!/\d/.test(said) || isWhole(object, '', words)) && !without.test(said.replace(actingWords, ''));
      };
      if (apart !== null && [comma, ...clauses].some((clause) => apart.test(clause))) return [];
      const isOwnSubject = subject.test(own);
      // Without a verb of its own it goes on with a list: 涉及行政复议5件，行政诉讼4件.
      const isBare = base === null && unit !== '%' && before.search(everyWord) < 0;
      const listHead = isBare
        ? (headOfList(comma, before) ?? clauses.findLast((clause) => /\d/.test(clause)))
        : undefined;
      if (listHead !== undefined && !isKnownList(listHead)) return [];
      const isOfMatter = (clause: string): boolean =>
        isBare || !isOwnSubject || !/\d/.test(clause) || subject.test(clause) || base?.test(clause) === true;
      const isNarrowed = (clause: string): boolean => narrowing.test(clause.replace(offices, ''));
      if (clauses.some((clause) => !/其中/u.test(clause) && isOfMatter(clause) && isNarrowed(clause))) return [];
      if (!isOwnSubject) {
        handed ??= handedDown(paragraph, figure);
        const { topic, clause } = handed;
        if (topic === '' || !subject.test(topic) || otherWords.test(own)) return [];
        if (isNarrowed(clause) || !isWholeMatter(clause)) return [];
      }
      if (
        base !== null &&
        !clauses.filter((clause) => base.test(clause) && countOfCases.test(clause)).every(isWholeMatter)
      )
        return [];
      return isWhole(before, after, { counting, known, knownHead, isPart }) ? [id] : [];
    });
  };
}

interface ObjectWords {
  readonly counting: RegExp;
  readonly known: RegExp;
  readonly knownHead: RegExp;
  /** Something is counted out of a whole, so that all of the clause must be known. */
  readonly isPart: boolean;
}

/** The first member of a list that a figure's own words go on with, in its clause; undefined where they are all of it. */
function headOfList(clause: string, own: string): string | undefined {
  const head = clause.slice(0, Math.max(0, clause.length - own.length));
  return /\d/.test(head) ? head : undefined;
}

/** Whether the figure's object, and who acts, say nothing that the measure does not know. */
function isWhole(before: string, after: string, { counting, known, knownHead, isPart }: ObjectWords): boolean {
  const isKnown = (text: string, words: RegExp = known): boolean =>
    text.replace(words, '').replace(punctuation, '') === '';
  const word = isPart ? undefined : allMatches(before, counting).at(-1);
  const head = word ? before.slice(0, word.index) : isPart ? '' : (heads.exec(before)?.[0] ?? '');
  const who = head.replace(told, '');
  if (
    !isKnown(who.replace(places, ''), knownHead) &&
    !isKnown(who.replace(knownHead, '').replace(places, ''), knownHead)
  )
    return false;
  // The object stands between the word that counts and the figure, or, without one, in all that stands before it.
  const object = (word ? before.slice(word.index + word[0].length) : before.slice(head.length))
    .replace(told, '')
    .replace(holding, '');
  if (!isKnown(object)) return false;
  if (object.replace(adverbs, '') !== '') return true;
  // The number comes first: what follows it is the object, up to where the clause goes on.
  const noun = after.split(stops)[0] ?? '';
  return isKnown(noun.replace(goingOn, ''));
}
