import fc from 'fast-check';
import { expect, test } from 'vitest';
import { issuerKinds } from '../../src/archive/issuer.ts';
import { levels } from '../../src/archive/region.ts';
import type { ReportFacts } from '../../src/browser/search/exact/engine.ts';
import { type SearchState, searchParameters, searchState, stateFilters } from '../../src/browser/search/state.ts';
import { phraseTally } from '../../src/browser/search/tally.ts';
import { isRegionWithin, passes, valueFilters } from '../../src/search/filters.ts';
import type { IndexedReport } from '../../src/search/lookup/search-index.ts';
import { runs } from '../runs.ts';

const provinces = ['000000', '140000', '370000'];
const regions = fc.constantFrom(...provinces, '140400', '140404', '370300', '370304', '370304x01');
const years = fc.integer({ min: 2015, max: 2020 });
const spans = fc.oneof(
  years.map(String),
  // Spans that run backwards are refused before they become a state.
  fc.tuple(years, years).map(([one, other]) => `${Math.min(one, other)}-${Math.max(one, other)}`),
);

const state: fc.Arbitrary<SearchState> = fc
  .record({
    year: fc.uniqueArray(spans, { maxLength: 3 }),
    region: fc.uniqueArray(regions, { maxLength: 3 }),
    level: fc.subarray([...levels]),
    issuer: fc.subarray([...issuerKinds]),
  })
  .map((chosen) => ({ ...searchState(new URLSearchParams('q=x')), ...chosen }));

const report: fc.Arbitrary<ReportFacts> = fc
  .record({
    region: regions,
    year: years,
    level: fc.constantFrom(...levels),
    issuerKind: fc.constantFrom(...issuerKinds),
  })
  .map((facts) => ({ ...facts, id: `${facts.region}/${facts.year}`, characters: 1 }));

/** The filters in the plainest words there are, apart from all code under test but what a region lies in. */
function isMeant({ year, region, level, issuer }: SearchState, facts: IndexedReport): boolean {
  const [inYear, inRegion, atLevel, ofKind] = [
    year.some((span) => {
      const [first = '', last = first] = span.split('-');
      return Number(first) <= facts.year && facts.year <= Number(last);
    }),
    region.some((above) => isRegionWithin(facts.region, above)),
    level.some((one) => one === facts.level),
    issuer.some((one) => one === facts.issuerKind),
  ];
  return (
    (inYear || year.length === 0) &&
    (inRegion || region.length === 0) &&
    (atLevel || level.length === 0) &&
    (ofKind || issuer.length === 0)
  );
}

test('the index, the page’s counts and the address mean the same by the same filters', () => {
  fc.assert(
    fc.property(state, fc.uniqueArray(report, { selector: ({ id }) => id, maxLength: 12 }), (chosen, searched) => {
      const meant = searched.filter((facts) => isMeant(chosen, facts)).map(({ id }) => id);
      const filters = stateFilters(searchState(searchParameters(chosen)));
      expect(searched.filter((facts) => passes(facts, filters)).map(({ id }) => id)).toEqual(meant);
      const occurrences = new Map(searched.map(({ id }) => [id, 1]));
      const undecided = new Set<string>();
      const tally = phraseTally({ searched, occurrences, undecided }, chosen);
      expect(tally.total.searched).toBe(meant.length);
      expect(tally.found.map(({ facts }) => facts.id).sort()).toEqual([...meant].sort());
      // Beside each value stands what choosing it alone would give.
      for (const [year, counted] of tally.facets.year) {
        const alone = phraseTally({ searched, occurrences, undecided }, { ...chosen, year: [year] });
        expect(counted).toEqual(alone.total);
      }
      for (const [region, counted] of tally.facets.region) {
        const alone = phraseTally({ searched, occurrences, undecided }, { ...chosen, region: [region] });
        expect(counted).toEqual(alone.total);
      }
    }),
    { numRuns: runs(300) },
  );
});

test('ranked search by single values finds what they mean, in whole provinces', () => {
  const knownYears = [2015, 2016, 2017, 2018, 2019, 2020];
  fc.assert(
    fc.property(state, report, (chosen, facts) => {
      const { year, province, level, issuer } = valueFilters(stateFilters(chosen), knownYears);
      const isFound =
        (year?.includes(facts.year) ?? true) &&
        (province?.includes(`${facts.region.slice(0, 2)}0000`) ?? true) &&
        (level?.includes(facts.level) ?? true) &&
        (issuer?.includes(facts.issuerKind) ?? true);
      const asProvinces = {
        ...chosen,
        region: chosen.region.map((code) => `${code.slice(0, 2)}0000`),
      };
      expect(isFound).toBe(isMeant(asProvinces, facts));
    }),
    { numRuns: runs(300) },
  );
});
