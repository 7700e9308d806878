import { type Alternative, isNearness, type Nearness, type Phrase, type Query } from '../query.ts';
import { type PhraseStanding, phraseStanding } from './phrase-standing.ts';
import type { WantedRoles } from './piece-reader.ts';
import type { Segment } from './segment.ts';
import { PlaceSearch, type SegmentPlaces } from './segment-places.ts';
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

/** What lists of places tell of a query's nearness. */
interface NearStanding {
  /** In which reports each nearness holds that is decided. */
  readonly reports: ReadonlyMap<Nearness, ReadonlySet<number>>;
  /** How many places of each phrase, by its name, count for being near another. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

const noNearness: NearStanding = { reports: new Map(), counts: new Map() };

/** Decides nearness by lists of places, as far as both phrases have them. */
async function nearStanding(segment: Segment, query: Query, wanted: WantedRoles | null): Promise<NearStanding> {
  const nearnesses = query.terms.flatMap(({ alternatives }) => alternatives.filter(isNearness));
  if (nearnesses.length === 0) return noNearness;
  const withSections = nearnesses.some(({ within }) => within === 'section');
  const search = await PlaceSearch.open(segment, wanted, withSections);
  const places = new Map<string, Promise<SegmentPlaces | null>>();
  for (const item of nearnesses)
    for (const phrase of phrasesOf(item))
      if (!places.has(phrase.folded)) places.set(phrase.folded, search.places(phrase, true));
  const masks = new Map<string, Uint8Array>();
  const mark = (name: string, mask: Uint8Array): void => {
    const all = masks.get(name) ?? new Uint8Array(mask.length);
    masks.set(name, all);
    for (let i = 0; i < mask.length; i++) if (mask[i] === 1) all[i] = 1;
  };
  const reports = new Map<Nearness, Set<number>>();
  for (const item of nearnesses) {
    const [left, right] = await Promise.all([places.get(item.left.folded), places.get(item.right.folded)]);
    if (!left || !right) continue;
    const [ofLeft, ofRight] = search.near(left, right, item.within, item.left.folded === item.right.folded);
    mark(item.left.folded, ofLeft);
    mark(item.right.folded, ofRight);
    reports.set(item, new Set(search.counts(left, ofLeft).keys()));
  }
  const counts = new Map<string, ReadonlyMap<number, number>>();
  for (const [name, mask] of masks) {
    const own = await places.get(name);
    if (own) counts.set(name, search.counts(own, mask));
  }
  return { reports, counts };
}

/** Phrases of a query that are looked for by themselves, by name; with those of nearness that is not decided. */
function phrasesToLookUp(query: Query, near: NearStanding): Map<string, Phrase> {
  const items = query.terms.flatMap(({ alternatives }) => alternatives);
  const sought = items.flatMap((item) => (isNearness(item) && near.reports.has(item) ? [] : phrasesOf(item)));
  return new Map(sought.map((phrase) => [phrase.folded, phrase]));
}

/** Looks the query's phrases up and joins them report by report; what hangs on a report's text is kept with null. */
export async function segmentMatches(
  segment: Segment,
  query: Query,
  wanted: WantedRoles | null,
): Promise<SegmentMatches> {
  const near = await nearStanding(segment, query, wanted);
  const standings = new Map<string, PhraseStanding>(
    await Promise.all(
      [...phrasesToLookUp(query, near)].map(
        async ([name, phrase]) => [name, await phraseStanding(segment, phrase, wanted)] as const,
      ),
    ),
  );
  const phraseStands = (report: number, { folded }: Phrase): Truth => {
    const standing = standings.get(folded);
    return standing?.counts.has(report) ? 'yes' : standing?.undecided.has(report) ? 'maybe' : 'no';
  };
  const stands = (report: number, alternative: Alternative): Truth => {
    const decided = isNearness(alternative) ? near.reports.get(alternative) : undefined;
    if (decided) return decided.has(report) ? 'yes' : 'no';
    const both = phrasesOf(alternative).map((phrase) => phraseStands(report, phrase));
    if (both.includes('no')) return 'no';
    return isNearness(alternative) || both.includes('maybe') ? 'maybe' : 'yes';
  };
  const reportsOf = (item: Alternative): readonly number[] => {
    const decided = isNearness(item) ? near.reports.get(item) : undefined;
    if (decided) return [...decided];
    const standing = standings.get(phrasesOf(item)[0]?.folded ?? '');
    return standing ? [...standing.counts.keys(), ...standing.undecided] : [];
  };
  const [first] = query.terms.filter(({ isExcluded }) => !isExcluded);
  const sought = query.terms.flatMap(({ alternatives, isExcluded }) => (isExcluded ? [] : alternatives));
  const plain = new Set(sought.flatMap((item) => (isNearness(item) ? [] : [item.folded])));
  const onlyNear = [...near.counts].filter(([name]) => !plain.has(name));
  const occurrences = new Map<number, number | null>();
  for (const report of new Set(first?.alternatives.flatMap(reportsOf))) {
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
    let sum = 0;
    for (const name of plain) sum += standings.get(name)?.counts.get(report) ?? 0;
    for (const [, counts] of onlyNear) sum += counts.get(report) ?? 0;
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
