import { type Alternative, isNearness, type Query, soughtPhrases } from '../query.ts';
import { phraseCounts } from './phrase-counts.ts';
import type { WantedRoles } from './piece-reader.ts';
import type { Segment } from './segment.ts';
import { nearPlaces } from './text-search.ts';

/** What a segment holds of a query before nearness is looked at. */
export interface SegmentMatches {
  readonly segment: Segment;
  /** Reports by number, and how often the query stands in each; null where only its text tells, for nearness. */
  readonly occurrences: ReadonlyMap<number, number | null>;
  /** Counts of each folded phrase. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

const phrasesOf = (alternative: Alternative): string[] =>
  isNearness(alternative) ? [alternative.left.folded, alternative.right.folded] : [alternative.folded];

/** Phrases whose places count wherever they stand, not only near another. */
function plainPhrases({ terms }: Query): Set<string> {
  const plain = terms
    .filter(({ isExcluded }) => !isExcluded)
    .flatMap(({ alternatives }) => alternatives.filter((item) => !isNearness(item)));
  return new Set(plain.flatMap(phrasesOf));
}

/**
 * Looks the query's phrases up and joins them report by report; one in which two phrases might stand near each other
 * is kept with null.
 */
export async function segmentMatches(
  segment: Segment,
  query: Query,
  wanted: WantedRoles | null,
): Promise<SegmentMatches> {
  const phrases = new Set(query.terms.flatMap(({ alternatives }) => alternatives.flatMap(phrasesOf)));
  const counts = new Map(
    await Promise.all(
      [...phrases].map(async (phrase) => [phrase, await phraseCounts(segment, phrase, wanted)] as const),
    ),
  );
  const stands = (report: number, alternative: Alternative): boolean =>
    phrasesOf(alternative).every((phrase) => counts.get(phrase)?.has(report));
  const plain = plainPhrases(query);
  const occurrences = new Map<number, number | null>();
  const [first] = query.terms.filter(({ isExcluded }) => !isExcluded);
  const possible = new Set(
    first?.alternatives.flatMap((item) => [...(counts.get(phrasesOf(item)[0] ?? '')?.keys() ?? [])]),
  );
  for (const report of possible) {
    const holds = query.terms.every(
      ({ alternatives, isExcluded }) => isExcluded !== alternatives.some((item) => stands(report, item)),
    );
    if (!holds) continue;
    const hangsOnNearness = query.terms.some(
      ({ alternatives, isExcluded }) =>
        !isExcluded && alternatives.some((item) => isNearness(item) && stands(report, item)),
    );
    let sum = 0;
    for (const phrase of plain) sum += counts.get(phrase)?.get(report) ?? 0;
    occurrences.set(report, hangsOnNearness ? null : sum);
  }
  return { segment, occurrences, counts };
}

/** How often a query with nearness stands in a report, by its text; 0 when it does not hold there. */
export async function occurrencesByText(
  { segment, counts }: SegmentMatches,
  report: number,
  query: Query,
  wanted: WantedRoles | null,
): Promise<number> {
  const paragraphs = await segment.foldedText(report);
  const near = new Map<string, Set<string>>();
  const holds = ({ alternatives, isExcluded }: Query['terms'][number]): boolean => {
    if (isExcluded) return true;
    let isFound = false;
    for (const item of alternatives) {
      if (!isNearness(item)) {
        isFound ||= counts.get(item.folded)?.has(report) ?? false;
        continue;
      }
      const places = nearPlaces(paragraphs, item.left.folded, item.right.folded, item.within, wanted);
      if (places.left.size === 0) continue;
      isFound = true;
      for (const [phrase, found] of [
        [item.left.folded, places.left],
        [item.right.folded, places.right],
      ] as const) {
        near.set(phrase, new Set([...(near.get(phrase) ?? []), ...found]));
      }
    }
    return isFound;
  };
  // All terms are looked at, so that every place that counts is found.
  if (query.terms.map(holds).includes(false)) return 0;
  const plain = plainPhrases(query);
  return soughtPhrases(query).reduce(
    (sum, { folded }) =>
      sum + (plain.has(folded) ? (counts.get(folded)?.get(report) ?? 0) : (near.get(folded)?.size ?? 0)),
    0,
  );
}
