import type { Role } from '../../archive/section.ts';
import { type FoldedText, foldedWithMap } from '../../text/fold.ts';
import { roleCode } from '../format/role-codes.ts';
import type { IndexedText } from '../format/text-record.ts';
import type { Phrase, Query } from '../query.ts';
import { foldedParagraphs, queryPlaces } from './text-search.ts';

/** One place where a phrase of a query stands in a report. */
export interface Occurrence {
  /** Which paragraph of the report it is, from 0; -1 for the title. */
  readonly paragraph: number;
  /** Null in the title. */
  readonly anchor: string | null;
  readonly role: Role | null;
  readonly heading: string | null;
  /** The paragraph's characters as a reader sees them, and where in them (UTF-16) the phrase stands. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What is looked for. */
  readonly phrase: Phrase;
}

/** A line of context: what stands before a phrase, the phrase as it stands in the text, and what follows. */
export interface ContextLine {
  readonly before: string;
  readonly phrase: string;
  readonly after: string;
}

/**
 * The places of a query in a text, in the order of the text, each once for each phrase that stands there; as many as
 * the search counted, given the same roles. Whether the query holds in the report at all is not looked at.
 */
export function occurrencesIn(report: IndexedText, query: Query, roles: readonly Role[]): Occurrence[] {
  const title = { text: report.title ?? '', anchor: null, role: null, heading: null };
  const paragraphs = report.title === null ? report.paragraphs : [title, ...report.paragraphs];
  const offset = report.title === null ? 0 : 1;
  const wanted = roles.length === 0 ? null : new Set(roles.map(roleCode));
  const { places } = queryPlaces(foldedParagraphs(report), query, wanted);
  const folds = new Map<number, FoldedText>();
  const foldOf = (index: number, text: string): FoldedText => {
    const fold = folds.get(index) ?? foldedWithMap(text);
    folds.set(index, fold);
    return fold;
  };
  return [...places]
    .flatMap(([phrase, own]) => own.map((place) => ({ phrase, place })))
    .sort(({ place: a }, { place: b }) => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end)
    .flatMap(({ phrase, place }): Occurrence[] => {
      const paragraph = paragraphs[place.paragraph];
      if (!paragraph) return [];
      const { anchor, role, heading, text } = paragraph;
      const fold = foldOf(place.paragraph, text);
      const start = fold.starts[place.start] ?? 0;
      const end = fold.ends[place.end - 1] ?? start;
      return [{ paragraph: place.paragraph - offset, anchor, role, heading, text, start, end, phrase }];
    });
}

/** What stands around an occurrence in its paragraph: at most `width` characters on each side. */
export function contextLine({ text, start, end }: Occurrence, width: number): ContextLine {
  return {
    before: width === 0 ? '' : [...text.slice(0, start)].slice(-width).join(''),
    phrase: text.slice(start, end),
    after: [...text.slice(end)].slice(0, width).join(''),
  };
}
