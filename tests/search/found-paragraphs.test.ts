import { expect, test } from 'vitest';
import { foundParagraphs } from '../../src/search/lookup/found-paragraphs.ts';
import { occurrencesIn } from '../../src/search/lookup/occurrences.ts';
import { readQuery } from '../../src/search/lookup/search-index.ts';

const shown = (query: string, ...texts: string[]): string[] => {
  const paragraphs = texts.map((text, at) => ({ anchor: `p-${at}`, text, role: null, heading: null }));
  const text = { path: [], title: null, paragraphs };
  return foundParagraphs(occurrencesIn(text, readQuery(query), [])).map(
    ({ stretches, after }) =>
      stretches.map(({ before, phrase, nth, count }) => `${before}[${phrase} ${nth} ${count}]`).join('') + after,
  );
};

test('a paragraph shows the sentences that hold the query, all its places marked', () => {
  const text = '一是学法。二是复议多，复议好。三是应诉。四是复议快。五是普法。';
  expect(shown('复议', text, '没有', '复议')).toEqual([
    '……二是[复议 0 1]多，[复议 1 1]好。……四是[复议 2 1]快。……',
    '[复议 0 1]',
  ]);
});

test('sentences that follow one another are shown without a gap', () => {
  expect(shown('复议', '复议多。复议好')).toEqual(['[复议 0 1]多。[复议 1 1]好']);
});

test('places that touch or overlap are one stretch and are counted', () => {
  expect(shown('行政复议 | 复议', '办行政复议复议案')).toEqual(['办[行政复议复议 0 3]案']);
});

test('of what has no stops the middle is left out', () => {
  const long = '甲'.repeat(400);
  const [text = ''] = shown('复议', `${long}复议${long}复议${long}`);
  expect(text.length).toBeLessThan(400);
  expect(text).toMatch(/^……甲+\[复议 0 1\]甲+……甲+\[复议 1 1\]甲+……/);
});
