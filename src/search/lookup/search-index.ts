import { type IssuerKind, issuerKinds } from '../../archive/issuer.ts';
import { type Level, levels } from '../../archive/region.ts';
import { parsedReportId } from '../../archive/report-id.ts';
import { type Role, roles } from '../../archive/section.ts';
import { compareText } from '../../text/order.ts';
import { type Filters, noFilters, passes } from '../filters.ts';
import { roleCode } from '../format/role-codes.ts';
import { readStartFile, type StartFile, startFileName } from '../format/start-file.ts';
import type { IndexedText } from '../format/text-record.ts';
import { hangsOnTexts, isQueryProblem, parsedQuery, type Query } from '../query.ts';
import { expectPlaces } from './expected-places.ts';
import type { Fetcher } from './fetcher.ts';
import { phraseCounts } from './phrase-counts.ts';
import type { WantedRoles } from './piece-reader.ts';
import type { PlaceReader } from './place-reader.ts';
import { Recent } from './recent.ts';
import { SearchFailure } from './search-failure.ts';
import { Segment } from './segment.ts';
import { occurrencesByText, segmentMatches } from './segment-search.ts';
import { Surroundings } from './surroundings.ts';

/** A report as the index knows it without reading its text. */
export interface IndexedReport {
  readonly id: string;
  readonly region: string;
  readonly year: number;
  readonly level: Level;
  readonly issuerKind: IssuerKind;
}

/** What was searched: with a filter of roles, the reports that have such a section, and those sections' characters. */
export interface Denominator {
  readonly reports: number;
  /** Characters after folding. */
  readonly characters: number;
}

export interface SearchResult {
  readonly query: string;
  /** The query with its phrases folded. */
  readonly folded: string;
  /** By id. */
  readonly reports: readonly { readonly id: string; readonly occurrences: number }[];
  readonly occurrences: number;
  readonly denominator: Denominator;
}

/** How many of the reports in which nearness hangs on their texts have been read. */
export interface Reading {
  readonly read: number;
  readonly candidates: number;
}

/** What is known of a query before any filter but that of roles, without reading a text for its nearness. */
export interface KnownCounts {
  /** How often the query stands in each report that is known to hold it, by id. */
  readonly occurrences: ReadonlyMap<string, number>;
  /** Ids of the reports that may hold it: whether they do, only their texts tell, and these were not yet read. */
  readonly undecided: ReadonlySet<string>;
}

/** Texts read at a time for one query with nearness, few enough that who searches anew hardly waits for them. */
const textsAtOnce = 64;

/** Queries with nearness of which it is remembered what their texts told: one, and one for each role. */
const mostRemembered = 16;

interface Standing {
  readonly segment: Segment;
  readonly number: number;
  readonly report: IndexedReport;
}

/** A report that holds a query, or may; `occurrences` is null where only its text tells. */
interface Match extends Standing {
  readonly occurrences: number | null;
}

/** A query looked up in all segments, and what the texts read since told. */
interface Matched {
  readonly query: Query;
  readonly wanted: WantedRoles | null;
  /** By id, in the order of ids. */
  readonly matches: ReadonlyMap<string, Match>;
  /** Occurrences in the reports whose texts were read, by id. */
  readonly told: Map<string, number>;
  /** The same query under every choice of roles asked for, this one among them: what reads a text tells them all. */
  readonly siblings: Set<Matched>;
}

/** The query of a text; fails with the sentence that says what is wrong with it. */
export function readQuery(text: string): Query {
  const query = parsedQuery(text);
  if (isQueryProblem(query)) throw new SearchFailure('query', query.said);
  return query;
}

function reportAt({ opening, description }: Segment, start: StartFile, number: number): IndexedReport {
  const id = opening.reports.ids[number] ?? '';
  const parts = parsedReportId(id);
  const level = levels.find((name) => name === start.levels[opening.reports.levels[number] ?? -1]);
  const issuerKind = issuerKinds.find((name) => name === start.issuerKinds[opening.reports.issuerKinds[number] ?? -1]);
  if (!parts || !level || !issuerKind) throw new SearchFailure('damaged', description.reports);
  return { id, region: parts.region, year: parts.year, level, issuerKind };
}

/** The archive's exact index: which reports hold a phrase, and how often, from a few kilobytes of static files. */
export class SearchIndex {
  readonly #start: StartFile;
  readonly #segments: readonly Segment[];
  readonly #standing: ReadonlyMap<string, Standing>;
  readonly #matched = new Recent<Matched>(mostRemembered);
  readonly #siblings = new Recent<Set<Matched>>(mostRemembered);

  private constructor(start: StartFile, segments: readonly Segment[]) {
    this.#start = start;
    this.#segments = segments;
    const standing = segments.flatMap((segment) =>
      segment.opening.reports.ids.flatMap((_, number) =>
        segment.removed.has(number) ? [] : [{ segment, number, report: reportAt(segment, start, number) }],
      ),
    );
    this.#standing = new Map(
      standing.sort((a, b) => compareText(a.report.id, b.report.id)).map((one) => [one.report.id, one]),
    );
    if (this.#standing.size !== start.reports) throw new SearchFailure('damaged', startFileName);
  }

  /** Reads the start file and what it names; lists of places that a `first` query hangs on are begun to be read beside it. */
  static async open(fetcher: Fetcher, first: Query | null = null): Promise<SearchIndex> {
    const start = readStartFile(await fetcher.start());
    if (start === 'damaged' || start === 'foreign') throw new SearchFailure(start, startFileName);
    if (start.roles.join() !== roles.join()) throw new SearchFailure('foreign', startFileName);
    const expect = (places: PlaceReader): void => {
      if (first) expectPlaces(places, first);
    };
    const segments = await Promise.all(start.segments.map((segment) => Segment.open(segment, fetcher, expect)));
    return new SearchIndex(start, segments);
  }

  /** All reports that are searched, by id. */
  get reports(): IndexedReport[] {
    return [...this.#standing.values()].map(({ report }) => report);
  }

  /** All places of a query in the reports that pass the filters, complete, however many texts that takes. */
  async search(text: string, filters: Filters = noFilters): Promise<SearchResult> {
    const [matched, denominator] = await Promise.all([this.#match(text, filters.roles), this.denominator(filters)]);
    let reading: Reading;
    do reading = await this.#decide(matched, filters, textsAtOnce);
    while (reading.read < reading.candidates);
    const reports = [...matched.matches.values()].flatMap(({ report, occurrences }) => {
      if (!passes(report, filters)) return [];
      const count = occurrences ?? matched.told.get(report.id) ?? 0;
      return count > 0 ? [{ id: report.id, occurrences: count }] : [];
    });
    return {
      query: text,
      folded: matched.query.folded,
      reports,
      occurrences: reports.reduce((sum, { occurrences }) => sum + occurrences, 0),
      denominator,
    };
  }

  /** What is known of a query by now. With nearness, `decide` reads the texts that it hangs on. */
  async known(text: string, only: readonly Role[] = []): Promise<KnownCounts> {
    const { matches, told } = await this.#match(text, only);
    const occurrences = new Map<string, number>();
    const undecided = new Set<string>();
    for (const { report, occurrences: own } of matches.values()) {
      const count = own ?? told.get(report.id);
      if (count === undefined) undecided.add(report.id);
      else if (count > 0) occurrences.set(report.id, count);
    }
    return { occurrences, undecided };
  }

  /**
   * Reads at most `most` further texts that a query with nearness or patterns hangs on, only of reports that pass the filters, and
   * tells how many of them are read by now. Without nearness there are none. What was read is remembered, also for
   * the other choices of roles under which the query was asked for by then.
   */
  async decide(text: string, filters: Filters = noFilters, most = textsAtOnce): Promise<Reading> {
    return this.#decide(await this.#match(text, filters.roles), filters, most);
  }

  async #decide({ matches, told, siblings }: Matched, filters: Filters, most: number): Promise<Reading> {
    const candidates = [...matches.values()].filter(
      ({ report, occurrences }) => occurrences === null && passes(report, filters),
    );
    const next = candidates.filter(({ report }) => !told.has(report.id)).slice(0, most);
    await this.#expect(next);
    await Promise.all(
      next.flatMap(({ report: { id } }) =>
        [...siblings].map(async (one) => {
          const match = one.matches.get(id);
          if (match?.occurrences !== null || one.told.has(id)) return;
          one.told.set(id, await occurrencesByText(match.segment, match.number, one.query, one.wanted));
        }),
      ),
    );
    return { read: candidates.filter(({ report }) => told.has(report.id)).length, candidates: candidates.length };
  }

  async #match(text: string, only: readonly Role[]): Promise<Matched> {
    const query = readQuery(text);
    const match = async (): Promise<Matched> => {
      const wanted = wantedRoles(only);
      const parts = await Promise.all(this.#segments.map((segment) => segmentMatches(segment, query, wanted)));
      const matches = parts.flatMap((part) =>
        [...part.occurrences].flatMap(([number, occurrences]): Match[] => {
          const standing = this.#standing.get(part.segment.opening.reports.ids[number] ?? '');
          return standing ? [{ ...standing, occurrences }] : [];
        }),
      );
      matches.sort((a, b) => compareText(a.report.id, b.report.id));
      const byId = new Map(matches.map((one) => [one.report.id, one]));
      const siblings = await this.#siblings.get(text, async () => new Set());
      const matched: Matched = { query, wanted, matches: byId, told: new Map(), siblings };
      siblings.add(matched);
      return matched;
    };
    // Only what texts told is dear; the rest is found again from the files at hand.
    return hangsOnTexts(query) ? this.#matched.get(`${[...only].sort().join()} ${text}`, match) : match();
  }

  /** How often a folded phrase stands in each report that holds it, by id; with roles, in such sections only. */
  async counts(phrase: string, only: readonly Role[] = []): Promise<ReadonlyMap<string, number>> {
    return this.#counts(phrase, wantedRoles(only));
  }

  /** Counts of a folded phrase over all segments, by id. */
  async #counts(phrase: string, wanted: WantedRoles | null): Promise<Map<string, number>> {
    const parts = await Promise.all(
      this.#segments.map(async (segment) => {
        const { ids } = segment.opening.reports;
        return [...(await phraseCounts(segment, phrase, wanted))].map(
          ([number, count]) => [ids[number] ?? '', count] as const,
        );
      }),
    );
    return new Map(parts.flat());
  }

  /** What stands around all places of a folded phrase, in sections of the roles; null where lists do not tell. */
  surroundings(phrase: string, only: readonly Role[] = []): Promise<Surroundings | null> {
    return Surroundings.open(this.#segments, phrase, wantedRoles(only));
  }

  /** How much text the filters leave to be searched. */
  async denominator(filters: Filters = noFilters): Promise<Denominator> {
    const { years, regions, levels, issuerKinds, roles } = filters;
    if ([years, regions, levels, issuerKinds, roles].every(({ length }) => length === 0)) {
      return { reports: this.#start.reports, characters: this.#start.characters };
    }
    const measured = await this.characters(filters.roles);
    let reports = 0;
    let characters = 0;
    for (const { report } of this.#standing.values()) {
      const own = measured.get(report.id);
      if (own === undefined || !passes(report, filters)) continue;
      reports++;
      characters += own;
    }
    return { reports, characters };
  }

  /** Folded characters of every report by id; with roles, of those sections, in the reports that have one. */
  async characters(only: readonly Role[] = []): Promise<Map<string, number>> {
    const wanted = wantedRoles(only);
    const columns = new Map(
      await Promise.all(
        this.#segments.map(
          async (segment) =>
            [segment, await (wanted === null ? segment.characters() : segment.charactersIn(wanted))] as const,
        ),
      ),
    );
    const measured = new Map<string, number>();
    for (const { segment, number, report } of this.#standing.values()) {
      const own = columns.get(segment)?.[number] ?? 0;
      if (wanted === null || own > 0) measured.set(report.id, own);
    }
    return measured;
  }

  /** Begins to read texts, those that stand side by side in one request. */
  async #expect(standing: readonly Standing[]): Promise<void> {
    await Promise.all(
      [...numbersBySegment(standing)].map(([segment, numbers]) =>
        segment.expectTexts(numbers.toSorted((a, b) => a - b)),
      ),
    );
  }

  /** The texts of a few reports, in the order given; null for an id that is none. At most as many as are remembered. */
  async texts(ids: readonly string[]): Promise<(IndexedText | null)[]> {
    await this.#expect(ids.flatMap((id) => this.#standing.get(id) ?? []));
    return Promise.all(ids.map((id) => this.text(id)));
  }

  /** How many bytes the texts of reports take to fetch; of all, where none are named. */
  async textBytes(ids: readonly string[] | null): Promise<number> {
    const standing = ids?.flatMap((id) => this.#standing.get(id) ?? []) ?? [...this.#standing.values()];
    const parts = await Promise.all(
      [...numbersBySegment(standing)].map(([segment, numbers]) => segment.textBytes(numbers)),
    );
    return parts.reduce((sum, bytes) => sum + bytes, 0);
  }

  /** The text of a report that is searched; null for an id that is none. */
  async text(id: string): Promise<IndexedText | null> {
    const standing = this.#standing.get(id);
    return standing ? standing.segment.text(standing.number) : null;
  }
}

function numbersBySegment(standing: readonly Standing[]): Map<Segment, number[]> {
  const numbers = new Map<Segment, number[]>();
  for (const { segment, number } of standing) {
    const own = numbers.get(segment) ?? [];
    numbers.set(segment, own);
    own.push(number);
  }
  return numbers;
}

function wantedRoles(only: readonly Role[]): WantedRoles | null {
  return only.length === 0 ? null : new Set(only.map(roleCode));
}
