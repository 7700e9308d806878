import type { Role } from '../../../archive/section.ts';
import type { Saying } from '../../../i18n/saying.ts';
import type { CorpusAnswer, CorpusQuestion } from '../../../search/corpus/corpus-question.ts';
import type { Filters } from '../../../search/filters.ts';
import type { Passage } from '../../../search/lookup/best-passage.ts';
import type { FoundParagraph } from '../../../search/lookup/found-paragraphs.ts';
import type { IndexedReport, KnownCounts, Reading } from '../../../search/lookup/search-index.ts';
import type { QueryHint } from '../../../search/query-hints.ts';

/** What is known of a report without reading its text; `characters` are those searched, folded. */
export interface ReportFacts extends IndexedReport {
  readonly characters: number;
}

/** What is known of a query, before any filter but that of roles. */
export interface PhraseCounts extends KnownCounts {
  /** Every report searched, by id: with a filter of roles, those that have such a section, with that section's length. */
  readonly searched: readonly ReportFacts[];
}

/** One place where the query stands. */
export interface PhraseLine {
  /** Null in the title. */
  readonly anchor: string | null;
  /** Which of the places in that paragraph it is, from 0. */
  readonly nth: number;
  readonly heading: string | null;
  /** The part the rules require in which it stands; null outside all of them. */
  readonly role: Role | null;
  readonly before: string;
  readonly phrase: string;
  readonly after: string;
  /** Whether it stands there with the very characters of the query, white space apart. */
  readonly isAsTyped: boolean;
}

/** All places of a query in one report, in its order, and the names of its region from the province down. */
export interface ReportLines {
  readonly path: readonly string[];
  readonly lines: readonly PhraseLine[];
}

/** One paragraph in which the query stands. */
export interface PhraseParagraph extends Omit<FoundParagraph, 'occurrences'> {
  /** Whether all its places stand there with the very characters of the query, white space apart. */
  readonly isAsTyped: boolean;
}

/** All paragraphs of one report in which the query stands, in its order. */
export interface ReportParagraphs {
  readonly path: readonly string[];
  readonly paragraphs: readonly PhraseParagraph[];
}

/** A paragraph that answers a question, and the report that it stands in. */
export interface AnsweringPassage extends IndexedReport {
  readonly path: readonly string[];
  /** The part the rules require in which it stands; null outside all of them. */
  readonly role: Role | null;
  readonly passage: Passage;
}

/** The best answers to a question in plain words. */
export interface RankedAnswer {
  /** Words looked for beside those of the question, for they say the same in the field. */
  readonly near: readonly string[];
  /** Reports that hold most of the question's words somewhere. */
  readonly speaking: number;
  /** One a report, best first. */
  readonly answers: readonly AnsweringPassage[];
}

/** What else a query may mean. */
export interface QueryAdvice {
  readonly hints: readonly QueryHint[];
  /** The query with the spellings of simplified text; null where it holds no other. */
  readonly otherSpelling: string | null;
  /** Queries for what the field also calls it. */
  readonly near: readonly string[];
}

/** Why there is no answer, for readers. */
export class Unanswered extends Error {
  readonly said: Saying;

  constructor(said: Saying) {
    super(said.key);
    this.said = said;
  }
}

/** The query is malformed, and how. */
export class MalformedQuery extends Unanswered {}

/** What readers are told of an error: what it says itself, or, of one that nobody foresaw, its message as it is. */
export const toldOf = (error: unknown): Saying | string =>
  error instanceof Unanswered ? error.said : error instanceof Error ? error.message : String(error);

/** Reports whose lines are asked for at once, at most. */
export const linesAtOnce = 64;

/** What the page asks of the exact layer. Every method rejects with `Unanswered`. */
export interface PhraseEngine {
  /** Reads what counting a query takes, and its collocates, for who asks for these next. */
  expect(query: string, roles: readonly Role[], withCollocates: boolean): Promise<null>;
  /** Rejects with `MalformedQuery` when the query is. */
  counts(query: string, roles: readonly Role[]): Promise<PhraseCounts>;
  /**
   * Reads more of the texts that nearness hangs on in the reports that pass, at most `most` or else as many as the
   * index takes at a time; `counts` knows them then.
   */
  decide(query: string, filters: Filters, most?: number): Promise<Reading>;
  /** What else a query may mean, beside what is looked for. */
  advice(query: string): Promise<QueryAdvice>;
  /** Lines with at most `context` characters on each side. */
  lines(query: string, roles: readonly Role[], id: string, context: number): Promise<ReportLines>;
  /** Lines of several reports, at most `linesAtOnce`, in the order given; texts side by side in one request. */
  linesOf(query: string, roles: readonly Role[], ids: readonly string[], context: number): Promise<ReportLines[]>;
  /** The paragraphs in which the query stands, each with the sentences that hold it. */
  paragraphs(query: string, roles: readonly Role[], id: string): Promise<ReportParagraphs>;
  /** What stands around the query: reads a number of texts further, at most `most`, and answers once all are read. */
  corpus(question: CorpusQuestion, most: number): Promise<CorpusAnswer>;
  /** How many bytes the texts of reports take to fetch. */
  textBytes(ids: readonly string[]): Promise<number>;
  /** The paragraphs that answer a question in plain words best. */
  answered(question: string, filters: Filters): Promise<RankedAnswer>;
}
