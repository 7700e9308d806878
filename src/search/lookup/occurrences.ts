import type { Role } from '../../archive/section.ts';
import { foldedWithMap } from '../../text/fold.ts';
import type { IndexedText } from '../format/text-record.ts';
import { isNearness, type Query } from '../query.ts';
import { nearPlaces, placesIn } from './text-search.ts';

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
  /** The phrase as it is looked for. */
  readonly phrase: string;
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
  const paragraphs = (report.title === null ? report.paragraphs : [title, ...report.paragraphs]).map((paragraph) => ({
    ...paragraph,
    fold: foldedWithMap(paragraph.text),
  }));
  const offset = report.title === null ? 0 : 1;
  const isSearched = (role: Role | null): boolean => roles.length === 0 || (role !== null && roles.includes(role));
  const searched = paragraphs.map(({ fold, role }) => ({ text: isSearched(role) ? fold.text : '', role: 0 }));
  const places = new Map<string, { index: number; at: number; phrase: string }>();
  const put = (index: number, at: number, phrase: string): void =>
    void places.set(`${index}:${at}:${phrase}`, { index, at, phrase });
  for (const { alternatives, isExcluded } of query.terms) {
    if (isExcluded) continue;
    for (const item of alternatives) {
      if (isNearness(item)) {
        const { left, right } = nearPlaces(searched, item.left.folded, item.right.folded, item.within, null);
        for (const [found, { folded }] of [[left, item.left] as const, [right, item.right] as const]) {
          for (const place of found) {
            const [index = 0, at = 0] = place.split(':').map(Number);
            put(index, at, folded);
          }
        }
      } else {
        for (const [index, { text }] of searched.entries()) {
          for (const at of placesIn(text, item.folded)) put(index, at, item.folded);
        }
      }
    }
  }
  return [...places.values()]
    .sort((a, b) => a.index - b.index || a.at - b.at || a.phrase.length - b.phrase.length)
    .flatMap(({ index, at, phrase }): Occurrence[] => {
      const paragraph = paragraphs[index];
      if (!paragraph) return [];
      const { anchor, role, heading, text, fold } = paragraph;
      const start = fold.starts[at] ?? 0;
      const end = fold.ends[at + phrase.length - 1] ?? start;
      return [{ paragraph: index - offset, anchor, role, heading, text, start, end, phrase }];
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
