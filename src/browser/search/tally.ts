import { provinceOfCode, stateCode } from '../../archive/region-code.ts';
import { type FactFilter, failedFilters, isRegionWithin } from '../../search/filters.ts';
import type { PhraseCounts, ReportFacts } from './exact/engine.ts';
import { type SearchState, stateFilters } from './state.ts';

/** The filters that rest on a report's facts; roles are the engine's. */
export const facetNames = ['year', 'region', 'level', 'issuer'] as const;
export type FacetName = (typeof facetNames)[number];

/** How much was searched and found. */
export interface Tally {
  searched: number;
  characters: number;
  reports: number;
  occurrences: number;
  /** Reports that may hold the query beside those that do; unless there are none, the two above are no totals. */
  undecided: number;
}

/** A query's results under a state's filters, with all counts that the page shows. */
export interface PhraseTally {
  readonly total: Tally;
  /** Reports that hold the query, newest year first, then by region. */
  readonly found: readonly { readonly facts: ReportFacts; readonly occurrences: number }[];
  /** For each filter and value: what choosing it alone, beside the other filters, would give. */
  readonly facets: Readonly<Record<FacetName, ReadonlyMap<string, Tally>>>;
  readonly byYear: ReadonlyMap<number, Tally>;
  readonly byProvince: ReadonlyMap<string, Tally>;
}

/** The filter that each facet is the choice of. */
const filterOf = { year: 'years', region: 'regions', level: 'levels', issuer: 'issuerKinds' } satisfies Record<
  FacetName,
  FactFilter
>;
/** The values of a filter that a report passes, of those offered: of regions its province, the whole, and what is chosen. */
const facetValues: Record<FacetName, (facts: ReportFacts, state: SearchState) => Iterable<string>> = {
  year: ({ year }) => [String(year)],
  region: ({ region }, state) =>
    new Set([stateCode, provinceOfCode(region), ...state.region.filter((above) => isRegionWithin(region, above))]),
  level: ({ level }) => [level],
  issuer: ({ issuerKind }) => [issuerKind],
};

const emptyTally = (): Tally => ({ searched: 0, characters: 0, reports: 0, occurrences: 0, undecided: 0 });

/** `occurrences` is null where they are not known. */
function add<Key>(tallies: Map<Key, Tally>, key: Key, facts: ReportFacts, occurrences: number | null): void {
  let tally = tallies.get(key);
  if (!tally) {
    tally = emptyTally();
    tallies.set(key, tally);
  }
  tally.searched++;
  tally.characters += facts.characters;
  if (occurrences === null) tally.undecided++;
  else if (occurrences > 0) tally.reports++;
  tally.occurrences += occurrences ?? 0;
}

/** Counts a query's results under the filters of a state; one pass over the reports searched. */
export function phraseTally({ occurrences, undecided, searched }: PhraseCounts, state: SearchState): PhraseTally {
  const total = new Map<'all', Tally>([['all', emptyTally()]]);
  const facets = { year: new Map(), region: new Map(), level: new Map(), issuer: new Map() } satisfies Record<
    FacetName,
    Map<string, Tally>
  >;
  const byYear = new Map<number, Tally>();
  const byProvince = new Map<string, Tally>();
  const found: { facts: ReportFacts; occurrences: number }[] = [];
  const filters = stateFilters(state);
  for (const facts of searched) {
    const failed = failedFilters(facts, filters);
    if (failed.length > 1) continue;
    const count = undecided.has(facts.id) ? null : (occurrences.get(facts.id) ?? 0);
    for (const name of facetNames)
      if (failed.length === 0 || failed[0] === filterOf[name])
        for (const value of facetValues[name](facts, state)) add(facets[name], value, facts, count);
    if (failed.length > 0) continue;
    add(total, 'all', facts, count);
    add(byYear, facts.year, facts, count);
    add(byProvince, provinceOfCode(facts.region), facts, count);
    if (count !== null && count > 0) found.push({ facts, occurrences: count });
  }
  // They come by id, and sorting keeps the order of equals.
  found.sort((a, b) => b.facts.year - a.facts.year);
  return { total: total.get('all') ?? emptyTally(), found, facets, byYear, byProvince };
}
