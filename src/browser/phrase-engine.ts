import type { IssuerKind } from '../archive/issuer.ts';
import type { Level } from '../archive/region.ts';
import type { Role } from '../archive/section.ts';

/** What is known of a report without reading its text; `characters` are those searched, folded. */
export interface ReportFacts {
  readonly id: string;
  readonly region: string;
  /** Names of the regions from the province down. */
  readonly path: readonly string[];
  readonly year: number;
  readonly level: Level;
  readonly issuerKind: IssuerKind;
  readonly characters: number;
}

/** How often a query stands in each report that holds it, before any filter but that of roles. */
export interface PhraseCounts {
  readonly occurrences: ReadonlyMap<string, number>;
  /** Every report searched: with a filter of roles, those that have such a section, with that section's length. */
  readonly searched: readonly ReportFacts[];
}

/** One place where the query stands. */
export interface PhraseLine {
  readonly anchor: string;
  /** Which of the marks in that paragraph it is, from 0. */
  readonly nth: number;
  readonly heading: string | null;
  readonly before: string;
  readonly phrase: string;
  readonly after: string;
}

/** What the page asks of the exact layer. Every method rejects with an `Error` whose message is for readers. */
export interface PhraseEngine {
  /** Null when the query is empty; rejects when it is malformed, with a sentence that says how. */
  counts(query: string, roles: readonly Role[]): Promise<PhraseCounts | null>;
  /** All lines of one report, in its order, with at most `context` characters on each side. */
  lines(query: string, roles: readonly Role[], id: string, context: number): Promise<PhraseLine[]>;
}
