import { expect, test } from 'vitest';
import type { SearchDocument } from '../../src/search/document.ts';
import { noFilters } from '../../src/search/filters.ts';
import { mostRankingTerms, rankingTerms } from '../../src/search/lookup/ranking.ts';
import { randomNumbers } from '../../src/synth/random.ts';
import { compareText } from '../../src/text/order.ts';
import { inventedDocument, plainCount, scanned } from './invented-documents.ts';
import { memoryBuild, openMemory } from './memory-index.ts';

test.for<[string, string[]]>([
  ['行政复议', ['行政复议', '行政', '政复', '复议']],
  ['行政復議 12345', ['行政复议', '行政', '政复', '复议', '12345']],
  ['“放管服”改革', ['放管服', '放管', '管服', '改革']],
  ['APP 法', ['app', '法']],
  ['，。', []],
  ['', []],
])('%j is ranked by %j', ([text, terms]) => expect(rankingTerms(text)).toEqual(terms));

test('a long text is ranked by a bounded number of terms', () => {
  expect(rankingTerms('一二三四五六七八九十'.repeat(100))).toHaveLength(11);
  expect(rankingTerms(Array.from({ length: 200 }, (_, i) => String(i)).join(' '))).toHaveLength(mostRankingTerms);
});

const random = randomNumbers(41);
const documents = Array.from({ length: 100 }, (_, i) => inventedDocument(random, i));
const index = await openMemory(await memoryBuild(documents));

test('scores are those of BM25 over plain counts', async () => {
  const length = (document: SearchDocument): number =>
    scanned(document).reduce((sum, { fold }) => sum + [...fold].length, 0);
  const average = documents.reduce((sum, document) => sum + length(document), 0) / documents.length;
  for (const words of ['行政复议', '执法力量 法治', '123', '里']) {
    const expected = documents
      .map((document) => {
        let score = 0;
        for (const term of rankingTerms(words)) {
          const holding = documents.filter((other) => plainCount(other, term) > 0).length;
          const count = plainCount(document, term);
          const weight = Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
          score += (weight * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length(document)) / average));
        }
        return { id: document.id, score };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || compareText(a.id, b.id));
    const { found, reports: ranked } = await index.ranked(words, noFilters, 1000);
    expect(found).toBe(expected.length);
    expect(ranked.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    for (const [i, { score }] of ranked.entries()) expect(score).toBeCloseTo(expected[i]?.score ?? 0, 9);
  }
});

test('filters confine what is ranked, and only so many are given', async () => {
  const { found, reports: ranked } = await index.ranked('法治', { ...noFilters, regions: ['110000'] }, 3);
  expect(found).toBeGreaterThan(3);
  expect(ranked).toHaveLength(3);
  expect(ranked.every(({ id }) => id.startsWith('11'))).toBe(true);
  expect(await index.ranked('，。')).toEqual({ found: 0, reports: [] });
});
