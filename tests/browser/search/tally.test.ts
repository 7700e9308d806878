import { expect, test } from 'vitest';
import type { ReportFacts } from '../../../src/browser/search/exact/engine.ts';
import { searchState } from '../../../src/browser/search/state.ts';
import { phraseTally } from '../../../src/browser/search/tally.ts';

const facts = (id: string, changes: Partial<ReportFacts> = {}): ReportFacts => ({
  id,
  region: id.slice(0, 6),
  year: Number(id.slice(7, 11)),
  level: 'county',
  issuerKind: 'government',
  characters: 1000,
  ...changes,
});

const searched = [
  facts('140400/2024', { level: 'prefecture' }),
  facts('140404/2023', { issuerKind: 'department' }),
  facts('140404/2024'),
  facts('341824/2023'),
];
const counts = {
  undecided: new Set<string>(),
  searched,
  occurrences: new Map([
    ['140404/2024', 3],
    ['341824/2023', 2],
    ['140400/2024', 1],
  ]),
};
const state = (address: string) => searchState(new URLSearchParams(address));

test('without filters all is counted, with denominators', () => {
  const { total, found, byYear } = phraseTally(counts, state('q=x'));
  expect(total).toEqual({ searched: 4, characters: 4000, reports: 3, occurrences: 6, undecided: 0 });
  expect(found.map(({ facts: { id } }) => id)).toEqual(['140400/2024', '140404/2024', '341824/2023']);
  expect(byYear.get(2023)).toEqual({ searched: 2, characters: 2000, reports: 1, occurrences: 2, undecided: 0 });
});

test('filters combine: either-or within one, and-ed between them; each says what its values would give', () => {
  const { total, facets } = phraseTally(counts, state('q=x&year=2019-2023&region=140000&region=340000'));
  expect(total).toMatchObject({ searched: 2, reports: 1, occurrences: 2 });
  expect(facets.year.get('2024')).toMatchObject({ searched: 2, reports: 2, occurrences: 4 });
  expect(facets.region.get('140000')).toMatchObject({ searched: 1, reports: 0 });
  expect(facets.issuer.get('department')).toMatchObject({ searched: 1, reports: 0 });
  expect(facets.level.has('prefecture')).toBe(false);
});

test('a report of which it is not known whether it holds the query makes no count that it is in', () => {
  const chosen = state('q=x&year=2024');
  const { total, facets, found } = phraseTally({ ...counts, undecided: new Set(['341824/2023']) }, chosen);
  expect(total).toMatchObject({ reports: 2, undecided: 0 });
  expect(facets.year.get('2023')).toEqual({ searched: 2, characters: 2000, reports: 0, occurrences: 0, undecided: 1 });
  expect(facets.year.get('2024')?.undecided).toBe(0);
  expect(found).toHaveLength(2);
});

test('the State’s code is the whole country, in the total and beside the choice; a county has a count of its own', () => {
  const ofState = { ...counts, searched: [...searched, facts('000000/2023-x', { level: 'national' })] };
  const { total, facets } = phraseTally(ofState, state('q=x&region=000000&region=140404'));
  expect(total).toMatchObject({ searched: 5, reports: 3, occurrences: 6 });
  expect(facets.region.get('000000')).toEqual(total);
  expect(facets.region.get('140404')).toMatchObject({ searched: 2, reports: 1, occurrences: 3 });
  expect(phraseTally(ofState, state('q=x&level=national')).total.searched).toBe(1);
});
