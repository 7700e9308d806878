import { describe, expect, test } from 'vitest';
import { compareQuery, compareState } from '../../src/browser/compare/state.ts';
import { searchParameters, searchState, stateFilters } from '../../src/browser/search/state.ts';
import { idInAddress } from '../../src/browser/served/fetched-report.ts';
import { zhHans } from '../../src/i18n/zh-hans/zh-hans.ts';
import { isQueryProblem, parsedQuery, queryLimits, soughtPhrases } from '../../src/search/query.ts';
import { hostileFragments, hostileParameters, hostileQueries } from './queries.ts';

const titled = (items: readonly string[]): (readonly [string, string])[] =>
  items.map((item) => [JSON.stringify(item).slice(0, 60), item]);

describe('what is asked is sought or refused in words', () => {
  test.for(titled(hostileQueries))('%s', ([, query]) => {
    const parsed = parsedQuery(query);
    if (isQueryProblem(parsed)) return expect(Object.hasOwn(zhHans, parsed.said.key)).toBe(true);
    const phrases = soughtPhrases(parsed);
    expect(phrases.length).toBeLessThanOrEqual(queryLimits.phrases);
    for (const { folded } of phrases) {
      expect(folded.length).toBeGreaterThan(0);
      expect(folded.length).toBeLessThanOrEqual(queryLimits.phraseLength);
    }
  });
});

describe('what is no value in an address is left out', () => {
  test.for(titled([...hostileParameters, ...hostileQueries.map((query) => `?q=${encodeURI(query.toWellFormed())}`)]))(
    '%s',
    ([, address]) => {
      const { searchParams } = new URL(address, 'https://archive.example/');
      const state = searchState(searchParams);
      expect(searchState(searchParameters(state))).toEqual(state);
      for (const region of stateFilters(state).regions) expect(region).toMatch(/^[\dx]+$/);
      expect(compareQuery(compareState(searchParams))).toMatch(/^(?:\?[a-z0-9=&/-]*)?$/);
      const id = idInAddress(searchParams.get('id') ?? '');
      if (id !== null) expect(id).toMatch(/^\d{6}(?:x\d\d)?\/\d{4}[a-z0-9-]*$/);
    },
  );
});

describe('an address that is pasted names a report or none', () => {
  test.for(titled(hostileFragments))('%s', ([, fragment]) => {
    expect(idInAddress(fragment)).toBeNull();
    expect(idInAddress(`https://archive.example/reports/140404/2024/#${fragment}`)).toBe('140404/2024');
  });
});
