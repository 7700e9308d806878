import { type Alternative, isNearness, type Phrase, type Query } from '../query.ts';
import { type PhraseStanding, phraseStanding } from './phrase-standing.ts';
import type { WantedRoles } from './piece-reader.ts';
import type { Segment } from './segment.ts';
import { placeCount, queryPlaces } from './text-search.ts';

/** What a segment holds of a query before any text is read for it. */
export interface SegmentMatches {
  readonly segment: Segment;
  /** Reports by number, and how often the query stands in each; null where only its text tells. */
  readonly occurrences: ReadonlyMap<number, number | null>;
}

/** Whether something holds; `maybe` where only the text tells. */
type Truth = 'yes' | 'maybe' | 'no';

const phrasesOf = (alternative: Alternative): Phrase[] =>
  isNearness(alternative) ? [alternative.left, alternative.right] : [alternative];

/** Looks the query's phrases up and joins them report by report; what hangs on a report's text is kept with null. */
export async function segmentMatches(
  segment: Segment,
  query: Query,
  wanted: WantedRoles | null,
): Promise<SegmentMatches> {
  const phrases = new Map(
    query.terms.flatMap(({ alternatives }) => alternatives.flatMap(phrasesOf).map((one) => [one.folded, one] as const)),
  );
  const standings = new Map<string, PhraseStanding>(
    await Promise.all(
      [...phrases].map(async ([name, phrase]) => [name, await phraseStanding(segment, phrase, wanted)] as const),
    ),
  );
  const phraseStands = (report: number, { folded }: Phrase): Truth => {
    const standing = standings.get(folded);
    return standing?.counts.has(report) ? 'yes' : standing?.undecided.has(report) ? 'maybe' : 'no';
  };
  const stands = (report: number, alternative: Alternative): Truth => {
    const both = phrasesOf(alternative).map((phrase) => phraseStands(report, phrase));
    if (both.includes('no')) return 'no';
    return isNearness(alternative) || both.includes('maybe') ? 'maybe' : 'yes';
  };
  const [first] = query.terms.filter(({ isExcluded }) => !isExcluded);
  const possible = new Set(
    first?.alternatives.flatMap((item) => {
      const standing = standings.get(phrasesOf(item)[0]?.folded ?? '');
      return standing ? [...standing.counts.keys(), ...standing.undecided] : [];
    }),
  );
  const occurrences = new Map<number, number | null>();
  for (const report of possible) {
    const terms = query.terms.map(({ alternatives, isExcluded }) => ({
      isExcluded,
      truths: alternatives.map((item) => stands(report, item)),
    }));
    const fails = terms.some(({ isExcluded, truths }) =>
      isExcluded ? truths.includes('yes') : truths.every((truth) => truth === 'no'),
    );
    if (fails) continue;
    if (terms.some(({ truths }) => truths.includes('maybe'))) {
      occurrences.set(report, null);
      continue;
    }
    // No nearness is left here, so every phrase that stands counts.
    const counted = new Set(
      query.terms.flatMap(({ alternatives, isExcluded }) =>
        isExcluded
          ? []
          : alternatives
              .filter((item) => !isNearness(item))
              .flatMap(phrasesOf)
              .map(({ folded }) => folded),
      ),
    );
    let sum = 0;
    for (const name of counted) sum += standings.get(name)?.counts.get(report) ?? 0;
    occurrences.set(report, sum);
  }
  return { segment, occurrences };
}

/** How often a query stands in a report, by its text; 0 when it does not hold there. */
export async function occurrencesByText(
  segment: Segment,
  report: number,
  query: Query,
  wanted: WantedRoles | null,
): Promise<number> {
  return placeCount(queryPlaces(await segment.foldedText(report), query, wanted));
}
