import type { Role } from '../../archive/section.ts';
import { folded, foldedWithMap } from '../../text/fold.ts';
import type { SearchParagraph } from '../document.ts';
import type { IndexedText } from '../format/text-record.ts';
import { firstFrom } from '../lookup/first-from.ts';
import { occurrencesIn } from '../lookup/occurrences.ts';
import type { Query } from '../query.ts';

/** Where a part of a query stands in a folded paragraph, in UTF-16 units: from, and up to (not with). */
export type Place = readonly [from: number, to: number];

/** A searched paragraph, folded, with the places of a query in it, in their order. */
export interface PlacedParagraph {
  readonly text: string;
  readonly places: readonly Place[];
}

/** A report's searched paragraphs in their order, its title first where the text has one. */
export interface PlacedText {
  readonly id: string;
  readonly paragraphs: readonly PlacedParagraph[];
}

const isSearched = (role: Role | null, roles: readonly Role[]): boolean =>
  roles.length === 0 || (role !== null && roles.includes(role));

/**
 * The paragraphs of a report in sections of the roles (all, where none is named), folded, with the places of a query in
 * them; without a query, with none.
 */
export function placedText(id: string, report: IndexedText, query: Query | null, roles: readonly Role[]): PlacedText {
  const original = new Map<number, Place[]>();
  for (const { paragraph, start, end } of query ? occurrencesIn(report, query, roles) : [])
    original.set(paragraph, [...(original.get(paragraph) ?? []), [start, end]]);
  const placed = (text: string, at: number): PlacedParagraph => {
    const places = original.get(at);
    if (!places) return { text: folded(text), places: [] };
    const fold = foldedWithMap(text);
    return {
      text: fold.text,
      places: places.map(([start, end]) => [firstFrom(fold.starts, start), firstFrom(fold.starts, end)]),
    };
  };
  const title = report.title === null || !isSearched(null, roles) ? [] : [placed(report.title, -1)];
  const own = report.paragraphs.flatMap(({ text, role }: SearchParagraph, at) =>
    isSearched(role, roles) ? [placed(text, at)] : [],
  );
  return { id, paragraphs: [...title, ...own] };
}
