import { type IssuerKind, issuerKinds } from '../../archive/issuer.ts';
import { type Level, levels } from '../../archive/region.ts';
import { parsedReportId } from '../../archive/report-id.ts';
import { type Role, roles } from '../../archive/section.ts';
import { compareText } from '../../text/order.ts';
import { type Filters, noFilters, passes } from '../filters.ts';
import { roleCode } from '../format/role-codes.ts';
import { readStartFile, type StartFile, startFileName } from '../format/start-file.ts';
import type { IndexedText } from '../format/text-record.ts';
import { isQueryProblem, parsedQuery, type Query } from '../query.ts';
import type { Fetcher } from './fetcher.ts';
import { phraseCounts } from './phrase-counts.ts';
import type { WantedRoles } from './piece-reader.ts';
import { rankingTerms, scores } from './ranking.ts';
import { SearchFailure } from './search-failure.ts';
import { Segment } from './segment.ts';
import { occurrencesByText, segmentMatches } from './segment-search.ts';

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
  /**
   * Null when the answer is complete. Nearness is verified text by text, so it stops at a bound: then so many of so
   * many reports were looked at, and the numbers are those of the reports looked at.
   */
  readonly unfinished: { readonly checked: number; readonly candidates: number } | null;
}

/** A report and how well it fits; scores compare only within one answer. */
export interface RankedReport extends IndexedReport {
  readonly score: number;
}

/** The best of the reports that hold any of the words. */
export interface RankedAnswer {
  /** Reports that hold at least one term of `rankingTerms`. */
  readonly found: number;
  /** Best first. */
  readonly reports: readonly RankedReport[];
}

/** Reports whose texts are read for one query with nearness. */
const mostTextsRead = 300;

interface Standing {
  readonly segment: Segment;
  readonly number: number;
  readonly report: IndexedReport;
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

  /** Reads the start file and what it names. */
  static async open(fetcher: Fetcher): Promise<SearchIndex> {
    const start = readStartFile(await fetcher.start());
    if (start === 'damaged' || start === 'foreign') throw new SearchFailure(start, startFileName);
    if (start.roles.join() !== roles.join()) throw new SearchFailure('foreign', startFileName);
    const segments = await Promise.all(start.segments.map((description) => Segment.open(description, fetcher)));
    return new SearchIndex(start, segments);
  }

  /** All reports that are searched, by id. */
  get reports(): IndexedReport[] {
    return [...this.#standing.values()].map(({ report }) => report);
  }

  /** All places of a query in the reports that pass the filters. */
  async search(text: string, filters: Filters = noFilters): Promise<SearchResult> {
    const query = readQuery(text);
    const wanted = wantedRoles(filters.roles);
    const [parts, denominator] = await Promise.all([
      Promise.all(
        this.#segments.map((segment) =>
          segmentMatches(segment, query, wanted, (number) => this.#passes(segment, number, filters)),
        ),
      ),
      this.denominator(filters),
    ]);
    const found = parts
      .flatMap((part) =>
        [...part.occurrences].map(([number, occurrences]) => ({
          part,
          number,
          id: part.segment.opening.reports.ids[number] ?? '',
          occurrences,
        })),
      )
      .sort((a, b) => compareText(a.id, b.id));
    const doubtful = found.filter(({ occurrences }) => occurrences === null);
    const checked = new Map(
      await Promise.all(
        doubtful
          .slice(0, mostTextsRead)
          .map(async ({ part, number, id }) => [id, await occurrencesByText(part, number, query, wanted)] as const),
      ),
    );
    const reports = found
      .map(({ id, occurrences }) => ({ id, occurrences: occurrences ?? checked.get(id) ?? 0 }))
      .filter(({ occurrences }) => occurrences > 0);
    return {
      query: text,
      folded: query.folded,
      reports,
      occurrences: reports.reduce((sum, { occurrences }) => sum + occurrences, 0),
      denominator,
      unfinished: doubtful.length > checked.size ? { checked: checked.size, candidates: doubtful.length } : null,
    };
  }

  /**
   * The reports that fit words best, best first: BM25 over each word and its windows of two characters, with counts
   * over all reports that pass the filters. Unlike `search` it promises no completeness; `words` is no query.
   */
  async ranked(words: string, filters: Filters = noFilters, most = 50): Promise<RankedAnswer> {
    const wanted = wantedRoles(filters.roles);
    const [characters, counts] = await Promise.all([
      this.characters(filters.roles),
      Promise.all(rankingTerms(words).map((term) => this.#counts(term, wanted))),
    ]);
    const searched = new Map<string, number>();
    for (const { report } of this.#standing.values()) {
      const length = characters.get(report.id);
      if (length !== undefined && passes(report, filters)) searched.set(report.id, length);
    }
    const scored = scores(counts, searched);
    const reports = [...scored]
      .sort(([a, one], [b, other]) => other - one || compareText(a, b))
      .slice(0, most)
      .flatMap(([id, score]) => {
        const standing = this.#standing.get(id);
        return standing ? [{ ...standing.report, score }] : [];
      });
    return { found: scored.size, reports };
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

  /** The text of a report that is searched; null for an id that is none. */
  async text(id: string): Promise<IndexedText | null> {
    const standing = this.#standing.get(id);
    return standing ? standing.segment.text(standing.number) : null;
  }

  #passes(segment: Segment, number: number, filters: Filters): boolean {
    const standing = this.#standing.get(segment.opening.reports.ids[number] ?? '');
    return standing !== undefined && passes(standing.report, filters);
  }
}

function wantedRoles(only: readonly Role[]): WantedRoles | null {
  return only.length === 0 ? null : new Set(only.map(roleCode));
}
