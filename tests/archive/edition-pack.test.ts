import { expect, test } from 'vitest';
import { editionPack, isDrawnInEdition } from '../../src/archive/edition-pack.ts';

test.each([
  ['reports/140404/2024/index.html', '1404', true],
  ['reports/370304x01/2024-justice-bureau/record/index.html', '3703', true],
  ['regions/140404/index.html', '1404', false],
  ['regions/index.html', null, false],
  ['shortcomings/region/000000/index.html', '0000', true],
  ['documents/index.html', null, false],
  ['reports/140404/2024/report.json', null, false],
])('%s stands in the pack %s', (path, pack, isDrawn) => {
  expect(editionPack(path)).toBe(pack);
  expect(isDrawnInEdition(path)).toBe(isDrawn);
  expect(isDrawnInEdition(path.replace(/index\.html$/, ''))).toBe(isDrawn);
});

test('pages of one document stand in one pack, and many documents in many', () => {
  expect(editionPack('documents/法治政府建设实施纲要/index.html')).toBe(
    editionPack('documents/法治政府建设实施纲要/140000/index.html'),
  );
  const packs = new Set(Array.from({ length: 2000 }, (_, at) => editionPack(`documents/第${at}号/index.html`)));
  expect(packs.size).toBeGreaterThan(100);
});
