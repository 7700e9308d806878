import { expect, test, vi } from 'vitest';
import { readQuery } from '../../src/search/lookup/search-index.ts';
import { queryParts } from '../../src/search/query-parts.ts';

const parts = (text: string): string[] => queryParts(readQuery(text));

test('the parts of a query are its words, and its phrases where it has several', () => {
  expect(parts('量子计算')).toEqual(['量子', '计算']);
  expect(parts('行政复议 量子计算 -信访')).toEqual(['行政复议', '行政', '复议', '量子计算', '量子', '计算']);
});

test('none is a single character, the whole, or there twice', () => {
  expect(parts('饕餮')).toEqual([]);
  expect(parts('量')).toEqual([]);
  expect(parts('复议 ~5 复议')).toEqual(['复议']);
});

test('without words there are halves', () => {
  vi.stubGlobal('Intl', {});
  expect(parts('量子计算')).toEqual(['量子', '计算']);
  vi.unstubAllGlobals();
});
