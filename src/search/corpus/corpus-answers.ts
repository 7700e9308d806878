import { provinceOfCode } from '../../archive/region-code.ts';
import type { Role } from '../../archive/section.ts';
import { passes } from '../filters.ts';
import { type IndexedReport, readQuery, type SearchIndex } from '../lookup/search-index.ts';
import type { Surroundings } from '../lookup/surroundings.ts';
import { isNearness } from '../query.ts';
import { logLikelihood, logRatio } from './association.ts';
import { type Collocate, CollocateCounts, countInTexts } from './collocates.ts';
import { corpusLimits } from './corpus-limits.ts';
import type {
  CollocateQuestion,
  CorpusAnswer,
  CorpusBasis,
  CorpusQuestion,
  CorpusTable,
  DistributionGroup,
  DistributionQuestion,
  KeynessQuestion,
  KeynessRow,
  NeighbourQuestion,
  NeighbourRow,
  TextQuestion,
  WordQuestion,
  WordRow,
} from './corpus-question.ts';
import { deviationOfProportions } from './dispersion.ts';
import { distribution } from './distribution.ts';
import { frequentGrams } from './frequent-grams.ts';
import { type Counting, ListedCollocates } from './listed-collocates.ts';
import { NeighbourCounts } from './neighbours.ts';
import { type PlacedText, placedText } from './placed-text.ts';
import { seededOrder } from './seeded-order.ts';

/** Texts that are read at a time, at most. */
const textsAtOnce = 64;

/** Strings that are counted by lists of places at a time, at most. */
const listsAtOnce = 8;

/** A query whatever signs a folded text holds: folding leaves no curved quotes. */
const literally = (folded: string): string => `“${folded}”`;

const total = (counts: Iterable<number>): number => {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
};

/**
 * The folded phrase, where a query is one literal phrase; else null: what has two terms, nearness or a pattern has
 * places that no other count of the index is about.
 */
function onlyLiteral(query: string): string | null {
  const [alone, ...others] = readQuery(query).terms.flatMap(({ alternatives }) => alternatives);
  return alone === undefined || others.length > 0 || isNearness(alone) || alone.pattern ? null : alone.folded;
}

/** The reports of a scope: by id, the characters searched in each and how often the query stands in it. */
interface Scope {
  /** Whether it is not known yet of all reports how often they hold the query. */
  readonly isOpen: boolean;
  readonly characters: ReadonlyMap<string, number>;
  readonly found: ReadonlyMap<string, number>;
}

/** The work on one question: which texts it takes, in which order, and what is made of them. */
interface Work {
  /** Ids in the order in which they are read. */
  readonly order: readonly string[];
  /** How many of them are wanted, given how many texts were asked for. */
  readonly wanted: (texts: number | null) => number;
  readonly add: (text: PlacedText) => void;
  /** Counts further strings in all places, once the texts are read; null where none is left. */
  readonly count?: () => Promise<Counting | null>;
  readonly table: () => Promise<CorpusTable>;
  read: number;
}

const groupOf: Record<DistributionGroup, (report: IndexedReport) => string> = {
  year: ({ year }) => String(year),
  province: ({ region }) => provinceOfCode(region),
  level: ({ level }) => level,
  issuer: ({ issuerKind }) => issuerKind,
};

/** Answers what is asked of a query's surroundings, from the exact index and the texts it keeps. */
export class CorpusAnswers {
  readonly #index: SearchIndex;
  #question = '';
  #work: Promise<Work> | null = null;

  constructor(index: SearchIndex) {
    this.#index = index;
  }

  /**
   * Reads at most `most` further texts of those that a question wants, and answers once they are all read. Asked again
   * with more texts it goes on where it stopped. Reads nothing and answers nothing as long as the index does not know
   * of all reports how often they hold the query (`SearchIndex.decide`). Fails as the index does; with the query's own fault where it is none.
   */
  async answer(question: CorpusQuestion, most = textsAtOnce): Promise<CorpusAnswer> {
    const isOpen = question.tool !== 'words' && (await this.#scope(question)).isOpen;
    if (isOpen) return { read: 0, wanted: 0, counting: null, table: null };
    if (question.tool === 'distribution')
      return { read: 0, wanted: 0, counting: null, table: await this.#distribution(question) };
    const { texts, ...same } = question;
    const key = JSON.stringify(same);
    let work = key === this.#question ? await this.#work : null;
    if (!work || work.read > work.wanted(texts)) {
      this.#question = key;
      const begun = this.#begun(question);
      this.#work = begun;
      begun.catch(() => {
        if (this.#work === begun) this.#question = '';
      });
      work = await begun;
    }
    const wanted = work.wanted(texts);
    const query = question.tool === 'words' ? null : readQuery(question.query);
    const ids = work.order.slice(work.read, Math.min(wanted, work.read + Math.min(most, textsAtOnce)));
    if (ids.length > 0) {
      const from = work.read;
      const read = await this.#index.texts(ids);
      // Who asked twice at the same time gets the same texts; they are added once.
      if (work.read === from) {
        for (const [at, id] of ids.entries()) {
          const text = read[at];
          if (text) work.add(placedText(id, text, query, question.filters.roles));
        }
        work.read += ids.length;
      }
    }
    if (work.read < wanted) return { read: work.read, wanted, counting: null, table: null };
    const counting = (await work.count?.()) ?? null;
    return { read: work.read, wanted, counting, table: counting ? null : await work.table() };
  }

  /** Reads what the collocates of a query begin with: where texts stand, and the places of the query. */
  async expectCollocates(query: string, only: readonly Role[]): Promise<void> {
    const folded = onlyLiteral(query);
    await Promise.all([this.#index.textBytes(null), folded === null ? null : this.#index.surroundings(folded, only)]);
  }

  #begun(question: TextQuestion): Promise<Work> {
    switch (question.tool) {
      case 'neighbours':
        return this.#neighbours(question);
      case 'collocates':
        return this.#collocates(question);
      case 'keyness':
        return this.#keyness(question);
      case 'words':
        return this.#words(question);
    }
  }

  async #scope({ query, filters }: CorpusQuestion, isAsked = true): Promise<Scope> {
    const [known, measured] = await Promise.all([
      isAsked
        ? this.#index.known(query, filters.roles)
        : { occurrences: new Map<string, number>(), undecided: new Set<string>() },
      this.#index.characters(filters.roles),
    ]);
    const characters = new Map<string, number>();
    const found = new Map<string, number>();
    let isOpen = false;
    for (const report of this.#index.reports) {
      const own = measured.get(report.id);
      if (own === undefined || !passes(report, filters)) continue;
      characters.set(report.id, own);
      isOpen ||= known.undecided.has(report.id);
      const occurrences = known.occurrences.get(report.id);
      if (occurrences !== undefined) found.set(report.id, occurrences);
    }
    return { isOpen, characters, found };
  }

  /** Counts of a folded string by report, over the whole archive. */
  async #counts(folded: string, { filters }: TextQuestion): Promise<ReadonlyMap<string, number>> {
    return (await this.#index.known(literally(folded), filters.roles)).occurrences;
  }

  async #neighbours(question: NeighbourQuestion): Promise<Work> {
    const { found } = await this.#scope(question);
    const order = seededOrder([...found.keys()], question.seed);
    const seen = new NeighbourCounts(question.side, question.length);
    const folded = onlyLiteral(question.query) ?? '';
    const isPlain = folded !== '';
    const row = (
      { text, isCut }: Pick<NeighbourRow, 'text' | 'isCut'>,
      counts: ReadonlyMap<string, number>,
      within: readonly string[],
    ): NeighbourRow => {
      const parts = within.map((id) => ({ size: found.get(id) ?? 0, count: counts.get(id) ?? 0 }));
      return {
        text,
        isCut,
        occurrences: total(parts.map(({ count }) => count)),
        reports: parts.filter(({ count }) => count > 0).length,
        dispersion: deviationOfProportions(parts) ?? 0,
      };
    };
    const table = async (): Promise<CorpusTable> => {
      const basis = basisOf(seen.texts, seen.places, found);
      const isAll = seen.texts === order.length;
      const isExact = isAll || isPlain;
      const wanted = isAll || !isPlain ? corpusLimits.neighbours : corpusLimits.exactNeighbours;
      const strings = seen.neighbours(wanted).filter(({ isCut }) => isAll || !isPlain || !isCut);
      const whole = (text: string): string =>
        question.side === 'after' ? folded + text : question.side === 'before' ? text + folded : text;
      const rows = await Promise.all(
        strings.map(async ({ text, isCut, counts }) =>
          isAll || !isPlain
            ? row({ text, isCut }, counts, order.slice(0, seen.texts))
            : row({ text, isCut }, await this.#counts(whole(text), question), order),
        ),
      );
      rows.sort((a, b) => b.occurrences - a.occurrences || (a.text < b.text ? -1 : 1));
      const listed = total(rows.map(({ occurrences }) => occurrences));
      const rest = question.side === 'around' || !isExact ? null : basis.occurrences - listed;
      return { tool: 'neighbours', basis, rows, isExact, rest };
    };
    return { order, wanted: upToLimit(order, found), add: (text) => seen.add(text), table, read: 0 };
  }

  async #collocates(question: CollocateQuestion): Promise<Work> {
    const scope = await this.#scope(question);
    const { found } = scope;
    const order = seededOrder([...found.keys()], question.seed);
    const counts = new CollocateCounts(question.window);
    const held = new HeldTexts();
    const add = (text: PlacedText): void => {
      counts.add(text);
      held.add(text);
    };
    /** Of the texts read. */
    const sampled = async (): Promise<Collocate[]> => {
      const read = order.slice(0, counts.texts);
      const rows = await Promise.all(
        counts.candidates().map(async (gram) => {
          const inHeld = held.count(gram);
          if (inHeld !== null) return counts.collocate(gram, inHeld);
          const all = await this.#counts(gram, question);
          return counts.collocate(gram, total(read.map((id) => all.get(id) ?? 0)));
        }),
      );
      return drawnTogether(rows);
    };
    const folded = onlyLiteral(question.query);
    let surroundings: Promise<Surroundings | null> | null = null;
    const opened = (): Promise<Surroundings | null> => {
      surroundings ??=
        folded === null ? Promise.resolve(null) : this.#index.surroundings(folded, question.filters.roles);
      return surroundings;
    };
    const chosen = async (): Promise<ListedCollocates | null> => {
      const [own, rows] = await Promise.all([opened(), sampled()]);
      const grams = rows.map(({ text }) => text);
      return own && ListedCollocates.chosen(own, scope, question.window, grams, counts.texts);
    };
    // While texts are read; whether it succeeds, the counting will say.
    if (question.texts !== null && question.texts < order.length) opened().catch(() => {});
    let listing: { readonly texts: number; readonly listed: Promise<ListedCollocates | null> } | null = null;
    const listed = async (): Promise<ListedCollocates | null> => {
      if (counts.texts === order.length) return null;
      if (listing?.texts !== counts.texts) listing = { texts: counts.texts, listed: chosen() };
      return listing.listed;
    };
    const table = async (): Promise<CorpusTable> => {
      const own = await listed();
      const basis = basisOf(counts.texts, counts.places, found);
      if (!own) return { tool: 'collocates', basis, rows: await sampled(), isListed: false, uncounted: 0 };
      const { rows, uncounted } = own.collocates();
      return { tool: 'collocates', basis, rows: drawnTogether(rows), isListed: true, uncounted };
    };
    const count = async (): Promise<Counting | null> => (await listed())?.next(listsAtOnce) ?? null;
    return { order, wanted: upToLimit(order, found), add, count, table, read: 0 };
  }

  async #keyness(question: KeynessQuestion): Promise<Work> {
    const { found } = await this.#scope(question);
    const against = new Set(
      this.#index.reports.flatMap((report) => (passes(report, question.against) ? [report.id] : [])),
    );
    const parts = { inside: new Map<string, number>(), outside: new Map<string, number>() };
    for (const [id, count] of found) parts[against.has(id) ? 'inside' : 'outside'].set(id, count);
    const orders = [parts.inside, parts.outside].map((part) => seededOrder([...part.keys()], question.seed));
    // One text of each in turn, so that both sides rest on as many while there are any.
    const order = Array.from({ length: Math.max(...orders.map(({ length }) => length)) }).flatMap((_, at) =>
      orders.flatMap((own) => own.slice(at, at + 1)),
    );
    const inside = new CollocateCounts(question.window);
    const outside = new CollocateCounts(question.window);
    const row = (gram: string): KeynessRow => {
      const length = [...gram].length;
      const table = {
        inside: inside.together(gram),
        insideAll: inside.positions(length),
        outside: outside.together(gram),
        outsideAll: outside.positions(length),
      };
      const rate = (count: number, all: number): number => (all > 0 ? (10_000 * count) / all : 0);
      return {
        text: gram,
        inside: table.inside,
        outside: table.outside,
        insideRate: rate(table.inside, table.insideAll),
        outsideRate: rate(table.outside, table.outsideAll),
        logLikelihood: logLikelihood(table),
        logRatio: logRatio(table),
      };
    };
    const table = async (): Promise<CorpusTable> => {
      const grams = new Set([...inside.candidates(), ...outside.candidates()]);
      const rows = [...grams].map(row);
      rows.sort((a, b) => Math.abs(b.logLikelihood) - Math.abs(a.logLikelihood) || (a.text < b.text ? -1 : 1));
      return {
        tool: 'keyness',
        inside: basisOf(inside.texts, inside.places, parts.inside),
        outside: basisOf(outside.texts, outside.places, parts.outside),
        rows,
      };
    };
    const add = (text: PlacedText): void => (against.has(text.id) ? inside : outside).add(text);
    return { order, wanted: upToLimit(order, found), add, table, read: 0 };
  }

  async #words(question: WordQuestion): Promise<Work> {
    const { characters } = await this.#scope(question, false);
    const everywhere = await this.#index.characters(question.filters.roles);
    const order = seededOrder([...characters.keys()], question.seed);
    const texts: PlacedText[] = [];
    const insideAll = total(characters.values());
    const outsideAll = total(everywhere.values()) - insideAll;
    const row = (text: string, counts: ReadonlyMap<string, number>): WordRow => {
      const parts = [...characters].map(([id, size]) => ({ size, count: counts.get(id) ?? 0 }));
      const inside = total(parts.map(({ count }) => count));
      const outside = total(counts.values()) - inside;
      const table = { inside, insideAll, outside, outsideAll };
      const isSet = outsideAll > 0;
      return {
        text,
        occurrences: inside,
        reports: parts.filter(({ count }) => count > 0).length,
        dispersion: deviationOfProportions(parts) ?? 0,
        rate: insideAll > 0 ? (10_000 * inside) / insideAll : 0,
        outsideRate: isSet ? (10_000 * outside) / outsideAll : null,
        logLikelihood: isSet ? logLikelihood(table) : null,
        logRatio: isSet ? logRatio(table) : null,
      };
    };
    const table = async (): Promise<CorpusTable> => {
      const grams = frequentGrams(texts, question.length, corpusLimits.words);
      const rows = await Promise.all(
        [...grams.keys()].map(async (gram) => row(gram, await this.#counts(gram, question))),
      );
      rows.sort((a, b) => b.occurrences - a.occurrences || (a.text < b.text ? -1 : 1));
      const basis = { read: texts.length, reports: characters.size, places: 0, occurrences: 0 };
      return { tool: 'words', basis, rows };
    };
    const most = Math.min(order.length, corpusLimits.wordTexts);
    return {
      order,
      wanted: (wanted) => Math.min(wanted ?? most, most),
      add: (text) => void texts.push(text),
      table,
      read: 0,
    };
  }

  async #distribution(question: DistributionQuestion): Promise<CorpusTable> {
    const { characters, found } = await this.#scope(question);
    const reports = this.#index.reports.flatMap((report) => {
      const own = characters.get(report.id);
      return own === undefined
        ? []
        : [{ group: groupOf[question.by](report), characters: own, occurrences: found.get(report.id) ?? 0 }];
    });
    return { tool: 'distribution', figures: distribution(reports, question.seed) };
  }
}

/** The first texts read, as long as they are few enough to be kept. */
class HeldTexts {
  #texts: PlacedText[] | null = [];

  add(text: PlacedText): void {
    this.#texts?.push(text);
    if ((this.#texts?.length ?? 0) > corpusLimits.heldTexts) this.#texts = null;
  }

  /** How often a string stands in the texts read; null where they are no longer kept. */
  count(gram: string): number | null {
    return this.#texts && countInTexts(this.#texts, gram);
  }
}

/** Strings that stand together with the phrase more often than apart from it, closest first. */
const drawnTogether = (rows: readonly Collocate[]): Collocate[] =>
  rows
    .filter((row) => row.logLikelihood > 0)
    .sort((a, b) => b.logLikelihood - a.logLikelihood || (a.text < b.text ? -1 : 1));

const basisOf = (read: number, places: number, found: ReadonlyMap<string, number>): CorpusBasis => ({
  read,
  reports: found.size,
  places,
  occurrences: total(found.values()),
});

/** How many reports of an order are wanted: as many as asked for, or until they hold as many places as may be read. */
function upToLimit(order: readonly string[], found: ReadonlyMap<string, number>): Work['wanted'] {
  let places = 0;
  let most = 0;
  for (const id of order) {
    if (places >= corpusLimits.occurrences) break;
    places += found.get(id) ?? 0;
    most++;
  }
  return (texts) => Math.min(texts ?? most, most);
}
