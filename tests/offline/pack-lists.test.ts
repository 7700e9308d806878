import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { heldCaches, heldReports, isHeldPacks } from '../../src/offline/held-packs.ts';
import { isFileList, isPackIndex, packLists, partOf } from '../../src/offline/pack-lists.ts';

const sha256 = (text: string): string => hash('sha256', text, 'hex');
const sum = 'a'.repeat(64);

test.each([
  ['reports/140404/2024/index.html', '14/2024'],
  ['reports/370304x01/2024-justice-bureau/record/index.html', '37/2024'],
  ['reports/140404/2024/report.json', null],
  ['regions/140404/index.html', '14'],
  ['regions/140000/reports.json', '14'],
  ['years/2024/140000/index.html', '14'],
  ['years/2024/index.html', 'shared'],
  ['_astro/site.abc.css', 'shared'],
  ['index.html', 'shared'],
  ['search-index/start.json', null],
  ['sources/x.txt', null],
])('%s belongs to %s', (path, part) => {
  expect(partOf(path)).toBe(part);
});

describe('lists of packs', () => {
  const files: Record<string, readonly [string, number]> = {
    'index.html': [sum, 10],
    'reports/140404/2024/index.html': [sum, 100],
    'reports/140404/2024/record/index.html': [sum, 50],
    'reports/140404/2023/index.html': [sum, 70],
    'reports/000000/2024-a/index.html': [sum, 5],
    'regions/140404/index.html': [sum, 20],
  };
  const ids = ['000000/2024-a', '140404/2023', '140404/2024'];
  const { index, lists } = packLists(files, ids, sha256);

  test('say what there is by province and year, newest first, with sizes and digests of the lists', () => {
    expect(isPackIndex(JSON.parse(JSON.stringify(index)))).toBe(true);
    expect(index.shared).toMatchObject({ files: 1, bytes: 10 });
    expect(index.provinces.map(({ code }) => code)).toEqual(['000000', '140000']);
    const [, shanxi] = index.provinces;
    expect(shanxi?.common).toMatchObject({ files: 1, bytes: 20 });
    expect(shanxi?.years.map(({ year, reports, files, bytes }) => [year, reports, files, bytes])).toEqual([
      [2024, 1, 2, 150],
      [2023, 1, 1, 70],
    ]);
    for (const part of [index.shared, ...(shanxi?.years ?? [])]) {
      const text = lists.get(part.list) ?? '';
      expect(sha256(text)).toBe(part.sha256);
      expect(isFileList(JSON.parse(text))).toBe(true);
    }
  });

  test('are the same for the same files in whatever order', () => {
    const turned = Object.fromEntries(Object.entries(files).reverse());
    expect(packLists(turned, ids.toReversed(), sha256)).toEqual({ index, lists });
  });

  test('are told from what is none', () => {
    for (const value of [null, {}, { ...index, format: 2 }, { ...index, provinces: [{}] }])
      expect(isPackIndex(value)).toBe(false);
    expect(isFileList([['a', 'b']])).toBe(false);
  });
});

test('what is kept names every cache that it lies in', () => {
  const pack = { name: '14/2024', reports: 2, bytes: 9, sha256: sum, caches: ['a', 'b', 'c'] } as const;
  const held = { format: 1, index: 'i', packs: [pack, { ...pack, name: '14/2023', caches: ['d', 'b', 'c'] }] } as const;
  expect(isHeldPacks(held)).toBe(true);
  expect(isHeldPacks({ format: 1 })).toBe(false);
  expect(heldReports(held)).toBe(4);
  expect([...heldCaches(held)].sort()).toEqual(['a', 'archive-offline', 'b', 'c', 'd', 'i']);
});
