import { expect, test } from 'vitest';
import type { SearchDocument } from '../../src/search/document.ts';
import type { Fetcher } from '../../src/search/lookup/fetcher.ts';
import { SearchIndex } from '../../src/search/lookup/search-index.ts';
import { isQueryProblem, parsedQuery, type Query } from '../../src/search/query.ts';
import { memoryBuild, memoryFetcher, smallShape } from './memory-index.ts';

const documents = Array.from({ length: 12 }, (_, at): SearchDocument => {
  const region = `1404${String(at + 10)}`;
  const text = `第${at}件行政复议案件已经行政调解，执法人员${at === 7 ? '罕见' : ''}行政执法`;
  const paragraphs = [{ anchor: 'p-1', text, role: null, heading: null }];
  const report = { id: `${region}/2023`, region, year: 2023, level: 'county', issuerKind: 'government' } as const;
  return { ...report, slug: null, title: null, path: [], paragraphs };
});

const read = (text: string): Query => {
  const query = parsedQuery(text);
  if (isQueryProblem(query)) throw new Error(text);
  return query;
};

/** A fetcher that notes what is asked of it, in order. */
function noted(own: Fetcher): { readonly fetcher: Fetcher; readonly asked: string[] } {
  const asked: string[] = [];
  const kind = (file: string): string => file.slice(0, file.indexOf('-'));
  const fetcher: Fetcher = {
    ...own,
    whole: (file) => {
      asked.push(kind(file));
      return own.whole(file);
    },
    range: (file, from, length) => {
      // A page of lists stands first in its file, and tells where they stand.
      asked.push(`${kind(file)}${kind(file) === 'places' && from > 0 ? ' list' : ''}`);
      return own.range(file, from, length);
    },
  };
  return { fetcher, asked };
}

const { files } = await memoryBuild(documents, { shape: smallShape });

test.each([
  ['行政 ~5 执法', 12, 48],
  ['行政？议', 12, 12],
  ['行政复议 ~9 （行政｜执法）调解', 12, 24],
])('lists of places for %s are asked for before the reports are read', async (text, reports, occurrences) => {
  const { fetcher, asked } = noted(memoryFetcher(files));
  const index = await SearchIndex.open(fetcher, read(text));
  await new Promise((over) => setTimeout(over, 20));
  expect(asked.indexOf('lists')).toBeLessThan(asked.indexOf('reports'));
  expect(asked).toContain('places list');
  const before = asked.length;
  const found = await index.search(text);
  expect(asked.slice(before).filter((file) => file.startsWith('places') || file === 'paragraphs')).toEqual([]);
  expect([found.reports.length, found.occurrences]).toEqual([reports, occurrences]);
});

test('no list is read beside one that is not there; nothing at all for what needs none', async () => {
  const { fetcher, asked } = noted(memoryFetcher(files));
  await SearchIndex.open(fetcher, read('行政 ~5 罕见'));
  await new Promise((over) => setTimeout(over, 20));
  expect(asked).toContain('places');
  expect(asked).not.toContain('places list');
  for (const text of ['行政复议', '行政（复议｜调解）']) {
    const other = noted(memoryFetcher(files));
    await SearchIndex.open(other.fetcher, read(text));
    expect(other.asked).toEqual(['reports']);
  }
});
