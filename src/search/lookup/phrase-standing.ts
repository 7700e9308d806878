import { patternChain } from '../pattern-chain.ts';
import { neededPhrases, type PatternNeed, patternNeed, patternWordings } from '../pattern-need.ts';
import type { Phrase } from '../query.ts';
import { phraseCounts } from './phrase-counts.ts';
import type { WantedRoles } from './piece-reader.ts';
import type { Segment } from './segment.ts';
import { PlaceSearch } from './segment-places.ts';

/** What the files of a segment tell of a phrase without a text being read. */
export interface PhraseStanding {
  /** How often it stands in each report that is known to hold it. */
  readonly counts: ReadonlyMap<number, number>;
  /** Reports that may hold it: whether they do, and how often, only their texts tell. */
  readonly undecided: ReadonlySet<number>;
}

const nothingUndecided: ReadonlySet<number> = new Set();

/** All reports of a segment that belong to the archive. */
function liveReports({ description, removed }: Segment): Set<number> {
  return new Set(
    Array.from({ length: description.documents }, (_, report) => report).filter((one) => !removed.has(one)),
  );
}

/** The reports that meet a need, given those of each of its phrases; null where all do. */
function reportsWith(
  need: PatternNeed,
  reports: ReadonlyMap<string, ReadonlyMap<number, number>>,
): ReadonlySet<number> | null {
  if (need.kind === 'phrase') return new Set(reports.get(need.text)?.keys());
  const own = need.of.flatMap((part) => reportsWith(part, reports) ?? []);
  const [first, ...others] = own;
  if (need.kind === 'any') return new Set(own.flatMap((some) => [...some]));
  if (!first) return null;
  return new Set([...first].filter((report) => others.every((some) => some.has(report))));
}

/**
 * Looks a phrase up. A literal one is known by the files alone, and so is a pattern whose wordings can be listed, or
 * that is made of frequent ones.
 */
export async function phraseStanding(
  segment: Segment,
  phrase: Phrase,
  wanted: WantedRoles | null,
): Promise<PhraseStanding> {
  const { folded, pattern } = phrase;
  const lookedUp = async (phrases: readonly string[]): Promise<Map<string, Map<number, number>>> =>
    new Map(await Promise.all(phrases.map(async (one) => [one, await phraseCounts(segment, one, wanted)] as const)));
  const wordings = pattern ? patternWordings(pattern.node) : [folded];
  if (wordings) {
    const counts = new Map<number, number>();
    for (const own of (await lookedUp(wordings)).values())
      for (const [report, count] of own) counts.set(report, (counts.get(report) ?? 0) + count);
    return { counts, undecided: nothingUndecided };
  }
  if (pattern && patternChain(pattern)) {
    const search = await PlaceSearch.open(segment, wanted, false);
    const places = await search.places(phrase, false);
    if (places) return { counts: search.counts(places), undecided: nothingUndecided };
  }
  const need: PatternNeed = pattern ? patternNeed(pattern.node) : { kind: 'all', of: [] };
  const undecided = reportsWith(need, await lookedUp(neededPhrases(need))) ?? liveReports(segment);
  return { counts: new Map(), undecided };
}
