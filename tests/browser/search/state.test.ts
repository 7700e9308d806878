import { expect, test } from 'vitest';
import { searchParameters, searchState } from '../../../src/browser/search/state.ts';

test('an address restores the whole state', () => {
  const address =
    'q=%E6%89%A7%E6%B3%95&mode=ranked&year=2023&year=2019-2021&region=140000&level=county&issuer=government&role=plan&with=%E5%A4%8D%E8%AE%AE&sort=after&view=lines&context=40&glyphs=marked';
  expect(searchParameters(searchState(new URLSearchParams(address))).toString()).toBe(address);
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
