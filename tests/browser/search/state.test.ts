import { expect, test } from 'vitest';
import { contextOrder, searchParameters, searchState } from '../../../src/browser/search/state.ts';

test('an address restores the whole state', () => {
  const address =
    'q=%E6%89%A7%E6%B3%95&mode=ranked&year=2023&year=2019-2021&region=140000&level=county&issuer=government&role=plan&with=%E5%A4%8D%E8%AE%AE&sort=after&view=lines&context=40&glyphs=marked';
  expect(searchParameters(searchState(new URLSearchParams(address))).toString()).toBe(address);
});

test('so do the settings of the tools', () => {
  const address =
    'q=x&sort=before3&tool=sample&seed=7&sample=200&within=%E8%B0%83%E8%A7%A3&page=3&texts=300&side=around&span=4&window=10&measure=dice&against=2024&by=province&length=4';
  expect(searchParameters(searchState(new URLSearchParams(address))).toString()).toBe(address);
  const wrong = searchState(new URLSearchParams('q=x&tool=lens&seed=-1&sample=a&window=11&length=1&against=14'));
  expect(wrong).toMatchObject({ tool: 'context', seed: 1, sample: 0, window: 5, length: 0, against: '' });
  expect(searchParameters(wrong).toString()).toBe('q=x');
});

test('an order by what stands around has a side and a character', () => {
  expect(contextOrder('after')).toEqual({ side: 'after', from: 1 });
  expect(contextOrder('before3')).toEqual({ side: 'before', from: 3 });
  expect(contextOrder('year')).toBeNull();
});

test('what is not understood is left out, and defaults are not written', () => {
  const state = searchState(
    new URLSearchParams('q=x&year=abc&region=<b>&level=planet&sort=size&context=-3&with=a&with=b&with=c&with=d&with=e'),
  );
  expect(state).toMatchObject({
    year: [],
    region: [],
    level: [],
    sort: 'year',
    context: 20,
    with: ['a', 'b', 'c', 'd'],
  });
  expect(searchParameters(searchState(new URLSearchParams('q=x&sort=year&context=20'))).toString()).toBe('q=x');
});
